export type SortValue = number | string | null;

/** By which column rows stand, and whether the least comes first. */
export interface Sort {
  column: string;
  ascending: boolean;
}

/** The rows in order of what `sortBy` gives; rows that have nothing come last either way, and equal ones stay as they were. */
export function sortRows<Row>(rows: readonly Row[], sortBy: (row: Row) => SortValue, ascending: boolean): Row[] {
  const sign = ascending ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [left, right] = [sortBy(a), sortBy(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * compare(left, right);
  });
}

function compare(left: number | string, right: number | string): number {
  if (typeof left === 'string' || typeof right === 'string') return String(left).localeCompare(String(right));
  return left - right;
}

/** What a click on a heading makes of a sort: numbers begin with the largest, words with the first; a second click turns it. */
export function nextSort(now: Sort, column: string, isNumber: boolean): Sort {
  return now.column === column ? { column, ascending: !now.ascending } : { column, ascending: !isNumber };
}

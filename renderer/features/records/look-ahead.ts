/** Rows by number, first and last included. */
export interface RowRange {
  first: number;
  last: number;
}

/** More rows than this from one moment to the next are a leap and no scrolling. */
const LEAP_ROWS = 400;
/** So many rows pass in a fifth of a second under a quick turn of the wheel, in which a page is read and drawn. */
const ROWS_AHEAD = 100;

/** Whether the list has leapt from the row that was the first drawn to another place, by the thumb or a key. */
export function leaps(firstBefore: number, { first }: RowRange): boolean {
  return Math.abs(first - firstBefore) > LEAP_ROWS;
}

/** The rows to have for those that are drawn: also the next ones on the way that is scrolled, of a list of so many. */
export function withRowsAhead(firstBefore: number, drawn: RowRange, rows: number): RowRange {
  const way = leaps(firstBefore, drawn) ? 0 : Math.sign(drawn.first - firstBefore);
  return {
    first: way < 0 ? Math.max(0, drawn.first - ROWS_AHEAD) : drawn.first,
    last: way > 0 ? Math.max(drawn.last, Math.min(rows - 1, drawn.last + ROWS_AHEAD)) : drawn.last,
  };
}

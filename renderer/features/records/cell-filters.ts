/** What a cell can be filtered by: what is like it, all but that, or the days from or to it. */
import type { FilterField } from '../../../shared/query/dimensions.ts';
import type { ProductionRecord } from '../../../shared/query/records-query.ts';
import type { Filter } from '../../../shared/query/report-query.ts';
import type { GridColumn } from './columns.ts';

/** By the key that does it, while the grid has the focus. */
export const filterKeys = { only: '=', allBut: '!', from: '>', to: '<' } as const;
export type FilterAction = keyof typeof filterKeys;

/** A change of the scope. */
export type ScopeChange = { filter: Filter } | { from: string; to: string };

export interface CellFilter {
  action: FilterAction;
  /** The values that are kept or left out; the day of a date. */
  values: (string | null)[];
  change: ScopeChange;
}

interface Scope {
  from: string | undefined;
  to: string | undefined;
  filters: readonly Filter[];
}

const MOST_VALUES = 1_000;

/** The ways to filter by cells of one column; none where the column cannot be filtered by, or the cells have too many values. */
export function filtersOfCells(
  column: GridColumn,
  records: readonly ProductionRecord[],
  scope: Scope,
): readonly CellFilter[] {
  const values = [...new Set(records.map((record) => record[column.id] as string | null))];
  if (values.length === 0 || values.length > MOST_VALUES) return [];
  if (column.kind === 'date')
    return daysOf(
      values.filter((value) => value !== null),
      scope,
    );
  const field = column.filter;
  if (!field) return [];
  const filters: CellFilter[] = [];
  if (!isKept(scope.filters, field, values))
    filters.push({ action: 'only', values, change: { filter: { field, in: values } } });
  filters.push({ action: 'allBut', values, change: { filter: leavingOut(scope.filters, field, values) } });
  return filters;
}

function daysOf(days: readonly string[], { from, to }: Scope): CellFilter[] {
  const [first, last] = [days.toSorted().at(0), days.toSorted().at(-1)];
  if (first === undefined || last === undefined || from === undefined || to === undefined) return [];
  const ways: CellFilter[] = [
    { action: 'only', values: [...new Set([first, last])], change: { from: first, to: last } },
    { action: 'from', values: [first], change: { from: first, to } },
    { action: 'to', values: [last], change: { from, to: last } },
  ];
  return ways.filter(({ change }) => 'from' in change && (change.from !== from || change.to !== to));
}

/** Whether a filter keeps these values and no others. */
function isKept(filters: readonly Filter[], field: FilterField, values: readonly (string | null)[]): boolean {
  const now = filters.find((filter) => filter.field === field && !filter.not);
  return now !== undefined && now.in.length === values.length && values.every((value) => now.in.includes(value));
}

/** What the filter of a field leaves: what it left out before is left out still, and what it kept is kept but for these. */
function leavingOut(filters: readonly Filter[], field: FilterField, values: readonly (string | null)[]): Filter {
  const now = filters.find((filter) => filter.field === field);
  if (now && !now.not && now.in.some((value) => !values.includes(value))) {
    return { field, in: now.in.filter((value) => !values.includes(value)) };
  }
  const before = now?.not ? now.in : [];
  return { field, in: [...new Set([...before, ...values])], not: true };
}

import {
  type ConditionField,
  conditionFields,
  isNumberOfRecord,
  type RecordCondition,
} from '../../../../shared/query/record-conditions.ts';
import type { Filter } from '../../../../shared/query/report-query.ts';
import { type GridColumn, type GridField, gridColumns } from '../columns.ts';
import type { FilterKind } from './text.ts';

/** The field that conditions on a column are on; null for a column that has none. */
export function conditionFieldOf({ id }: Pick<GridColumn, 'id'>): ConditionField | null {
  return conditionFields.find((field) => field === id) ?? null;
}

/** Whether records can be filtered by what stands in a column. */
export function isFilterable(column: GridColumn): boolean {
  return column.kind === 'date' || conditionFieldOf(column) !== null;
}

/** The columns that something filters by: conditions on single records, or filters that all screens have. */
export function filteredColumns(
  where: readonly RecordCondition[],
  filters: readonly Pick<Filter, 'field'>[],
): ReadonlySet<GridField> {
  const isFiltered = ({ id, filter }: GridColumn) =>
    where.some(({ field }) => field === id) || filters.some(({ field }) => field === filter);
  return new Set(gridColumns.filter(isFiltered).map(({ id }) => id));
}

/** The ways to filter by a column of texts or numbers, the usual one first. */
export function kindsOf(column: GridColumn): FilterKind[] {
  const field = conditionFieldOf(column);
  if (field === null) return [];
  if (isNumberOfRecord(field)) return ['between', 'recorded', 'missing'];
  return [...(column.filter ? (['values'] as const) : []), 'contains', 'begins', 'recorded', 'missing'];
}

/** What a person filled in, as far as it goes. */
export interface FilterDraft {
  kind: FilterKind;
  from: number | null;
  to: number | null;
  text: string;
}

/** A draft that says what a condition says; without one the usual way, empty. */
export function draftOf(column: GridColumn, condition: RecordCondition | undefined): FilterDraft {
  const empty = { from: null, to: null, text: '' };
  if (!condition) return { ...empty, kind: kindsOf(column)[0] ?? 'recorded' };
  if (condition.is === 'between')
    return { ...empty, kind: 'between', from: condition.from ?? null, to: condition.to ?? null };
  return { ...empty, kind: condition.is, text: 'text' in condition ? condition.text : '' };
}

/** The condition that a draft says; null while it lacks something or ends before it begins. */
export function conditionOf(field: ConditionField, { kind, from, to, text }: FilterDraft): RecordCondition | null {
  if (kind === 'recorded' || kind === 'missing') return { field, is: kind };
  if (isNumberOfRecord(field)) {
    if (kind !== 'between' || (from === null && to === null) || isTurned({ from, to })) return null;
    return { field, is: 'between', ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
  }
  return (kind === 'contains' || kind === 'begins') && text !== '' ? { field, is: kind, text } : null;
}

/** Whether a range ends before it begins. */
export function isTurned({ from, to }: Pick<FilterDraft, 'from' | 'to'>): boolean {
  return from !== null && to !== null && from > to;
}

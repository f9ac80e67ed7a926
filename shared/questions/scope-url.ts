import { dayFromIso, type PeriodGrain } from '../domain/day.ts';
import { type DateRange, datesOfPreset, isRangePreset, type RangePreset } from '../domain/range.ts';
import { type FilterField, filterFields } from '../query/dimensions.ts';
import type { Filter } from '../query/report-query.ts';

/** A range as chosen: a preset, which moves with the newest record, or two dates. */
export type RangeChoice = RangePreset | { from: string; to: string };

/** What the address says of the scope; null where it says nothing. */
export interface ScopeChoice {
  range: RangeChoice | null;
  filters: Filter[];
}

/**
 * The dates of a range in a store whose records lie between `first` and `last` and come once a period of `recorded`; null where a
 * named one has no record to go by.
 */
export function datesOfChoice(
  range: RangeChoice,
  first: string | null,
  last: string | null,
  recorded: PeriodGrain = 'day',
): DateRange | null {
  if (typeof range !== 'string') return range;
  return first && last ? datesOfPreset(range, first, last, recorded) : null;
}

const FILTER_PREFIX = 'f.';
const LEFT_OUT_PREFIX = 'not.';
/** Stands for 'not recorded'; text values that begin with a tilde get another. */
const NOT_RECORDED = '~';

/** Reads the scope from an address; what it does not understand is left out. */
export function readScope(params: URLSearchParams): ScopeChoice {
  const filters = filterFields.flatMap((field): Filter[] => {
    const values = params.getAll(FILTER_PREFIX + field).map(readValue);
    if (values.length > 0) return [{ field, in: values }];
    const leftOut = params.getAll(LEFT_OUT_PREFIX + field).map(readValue);
    return leftOut.length > 0 ? [{ field, in: leftOut, not: true }] : [];
  });
  return { range: readRange(params), filters };
}

function readRange(params: URLSearchParams): RangeChoice | null {
  const preset = params.get('range');
  if (preset !== null && isRangePreset(preset)) return preset;
  const [from, to] = [params.get('from'), params.get('to')];
  if (from === null || to === null || dayFromIso(from) === null || dayFromIso(to) === null || from > to) return null;
  return { from, to };
}

/** The address of a scope: what `readScope` reads back. Params that are not the scope's are kept. */
export function writeScope(scope: ScopeChoice, kept: URLSearchParams): URLSearchParams {
  const params = new URLSearchParams([...kept].filter(([name]) => !isOfScope(name)));
  if (typeof scope.range === 'string') params.set('range', scope.range);
  else if (scope.range) {
    params.set('from', scope.range.from);
    params.set('to', scope.range.to);
  }
  for (const { field, in: values, not } of scope.filters) {
    for (const value of values) params.append((not ? LEFT_OUT_PREFIX : FILTER_PREFIX) + field, writeValue(value));
  }
  return params;
}

function isOfScope(name: string): boolean {
  return ['range', 'from', 'to'].includes(name) || name.startsWith(FILTER_PREFIX) || name.startsWith(LEFT_OUT_PREFIX);
}

function readValue(text: string): string | null {
  if (text === NOT_RECORDED) return null;
  return text.startsWith(NOT_RECORDED) ? text.slice(1) : text;
}

function writeValue(value: string | null): string {
  if (value === null) return NOT_RECORDED;
  return value.startsWith(NOT_RECORDED) ? NOT_RECORDED + value : value;
}

/** The filters with one more value kept, or left out; a value that is there already stays, a filter of the other kind goes. */
export function withFilter(
  filters: readonly Filter[],
  field: FilterField,
  value: string | null,
  isLeftOut = false,
): Filter[] {
  const before = filters.find((filter) => filter.field === field);
  const kind = isLeftOut ? { not: true as const } : {};
  if (!before) return [...filters, { field, in: [value], ...kind }];
  const isSameKind = (before.not ?? false) === isLeftOut;
  if (isSameKind && before.in.includes(value)) return [...filters];
  const values = isSameKind ? [...before.in, value] : [value];
  return filters.map((filter) => (filter === before ? { field, in: values, ...kind } : filter));
}

/** The filters with that of a field turned round: what it kept is left out, or the other way. */
export function withTurned(filters: readonly Filter[], field: FilterField): Filter[] {
  return filters.map((filter) => {
    if (filter.field !== field) return filter;
    const { not, ...kept } = filter;
    return not ? kept : { ...kept, not: true };
  });
}

/** The filters without a value, or without the whole field when no value is named. */
export function withoutFilter(filters: readonly Filter[], field: FilterField, value?: string | null): Filter[] {
  if (value === undefined) return filters.filter((filter) => filter.field !== field);
  return filters
    .map((filter) => (filter.field === field ? { ...filter, in: filter.in.filter((each) => each !== value) } : filter))
    .filter((filter) => filter.in.length > 0);
}

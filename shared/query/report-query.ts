import { z } from 'zod';
import { dayFromIso } from '../domain/day.ts';
import { AppError } from '../lib/app-error.ts';
import { type Dimension, dimensionNames, dimensions, type FilterField, filterFields } from './dimensions.ts';
import { type Measure, measureNames, measuresByReason } from './measures.ts';
import { normalizeConditions, recordConditionsSchema } from './record-conditions.ts';

/** A calendar date that exists, as 'YYYY-MM-DD'. */
export const isoDate = z.string().refine((text) => dayFromIso(text) !== null, {
  error: (issue) => `'${String(issue.input)}' is not a date of the calendar; write it as YYYY-MM-DD`,
});

function oneOf<T extends string>(what: string, names: readonly T[]) {
  return z.enum(names as [T, ...T[]], {
    error: (issue) => `'${String(issue.input)}' is not a ${what}; known are ${names.join(', ')}`,
  });
}

export const measureName = oneOf<Measure>('measure', measureNames);
export const dimensionName = oneOf<Dimension>('dimension', dimensionNames);
export const filterFieldName = oneOf<FilterField>('field to filter by', filterFields);

/**
 * Keeps the records whose field is one of the values, or with `not` those that `in` would leave out; null stands for 'not
 * recorded'. No value keeps no record, or with `not` every one.
 */
export const filterSchema = z.strictObject({
  field: filterFieldName,
  in: z.array(z.string().max(500).nullable()).max(1_000),
  not: z.literal(true).optional(),
});
export type Filter = z.infer<typeof filterSchema>;

/** Keeps the groups whose measure lies in a range, both ends included; a group without the measure is left out. */
export const groupRangeSchema = z.strictObject({
  measure: measureName,
  from: z.number().optional(),
  to: z.number().optional(),
});
export type GroupRange = z.infer<typeof groupRangeSchema>;

export const reportQuerySchema = z.strictObject({
  measures: z.array(measureName).min(1).max(measureNames.length),
  dimensions: z.array(dimensionName).max(5).default([]),
  from: isoDate.optional(),
  to: isoDate.optional(),
  filters: z.array(filterSchema).max(20).default([]),
  where: recordConditionsSchema,
  groupRanges: z.array(groupRangeSchema).max(10).optional(),
  orderBy: z
    .array(z.strictObject({ field: z.string(), direction: z.enum(['asc', 'desc']).default('asc') }))
    .max(5)
    .default([]),
  limit: z.int().min(1).max(1_000_000).optional(),
  /** With the sums that the measures are made of, as columns after them: a ratio's numerator and denominator. */
  withSums: z.literal(true).optional(),
});
export type ReportQuery = z.infer<typeof reportQuerySchema>;
export type ReportQueryInput = z.input<typeof reportQuerySchema>;

/**
 * Reads a query from outside. Throws INVALID_QUERY with one sentence per fault, each naming where it is and what is
 * allowed there.
 */
export function parseReportQuery(input: unknown): ReportQuery {
  const parsed = reportQuerySchema.safeParse(input);
  if (!parsed.success)
    throw new AppError('INVALID_QUERY', `The query cannot be asked: ${describeIssues(parsed.error)}.`);
  const query = parsed.data;
  const fault = findContradiction(query);
  if (fault) throw new AppError('INVALID_QUERY', `The query cannot be asked: ${fault}.`);
  return normalizeQuery(query);
}

/** One line from zod's issues: where, and what is wrong there. */
export function describeIssues(error: z.ZodError): string {
  return error.issues
    .map((issue) => (issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message))
    .join('; ');
}

function findContradiction(query: ReportQuery): string | null {
  if (query.from && query.to && query.from > query.to) return `from (${query.from}) is after to (${query.to})`;
  const reasons = query.dimensions.filter((name) => dimensions[name].kind === 'reason');
  if (reasons.length > 1) return 'defect reasons and downtime reasons are kept apart; group by one of them';
  for (const reason of reasons as (keyof typeof measuresByReason)[]) {
    const misplaced = query.measures.filter((name) => !measuresByReason[reason].includes(name));
    if (misplaced.length > 0) {
      return `${misplaced.join(', ')} is not recorded by ${reason}; by ${reason} there are ${measuresByReason[reason].join(', ')}`;
    }
  }
  const known = new Set<string>([...query.measures, ...query.dimensions]);
  const unknown = query.orderBy.find((order) => !known.has(order.field));
  if (unknown) return `orderBy names '${unknown.field}', which is neither a measure nor a dimension of the query`;
  return contradictionOfRanges(query);
}

function contradictionOfRanges({ groupRanges = [], measures, dimensions: grouping }: ReportQuery): string | null {
  if (groupRanges.length > 0 && grouping.length === 0) return 'groupRanges keep groups, and the query makes none';
  const unasked = groupRanges.find(({ measure }) => !measures.includes(measure));
  if (unasked) return `groupRanges name '${unasked.measure}', which is not a measure of the query`;
  const reversed = groupRanges.find(({ from, to }) => from !== undefined && to !== undefined && from > to);
  return reversed ? `the range of ${reversed.measure} ends before it begins` : null;
}

/**
 * One form for queries that mean the same: no repeated names, one filter a field, filters in order, no order or limit beyond
 * what decides something. Measures and dimensions stay as they come, as the columns do.
 */
export function normalizeQuery(query: ReportQuery): ReportQuery {
  const names = { measures: [...new Set(query.measures)], dimensions: [...new Set(query.dimensions)] };
  const { limit, groupRanges, where: conditions, ...rest } = query;
  const where = normalizeConditions(conditions);
  const ranges = normalizeRanges(groupRanges ?? []);
  return {
    ...rest,
    ...names,
    ...(ranges.length === 0 ? {} : { groupRanges: ranges }),
    filters: normalizeFilters(query.filters),
    ...(where.length === 0 ? {} : { where }),
    orderBy: decidingOrder(query.orderBy, names.dimensions),
    ...(limit === undefined || names.dimensions.length === 0 ? {} : { limit }), // what is not grouped is one row
  };
}

/**
 * One form for filters that keep the same records: one a field, in order, as are the values of each. Of several on one field
 * the values hold that pass all of them.
 */
export function normalizeFilters(filters: readonly Filter[]): Filter[] {
  const byField = new Map<FilterField, Filter>();
  for (const filter of filters) {
    const before = byField.get(filter.field);
    byField.set(filter.field, before ? passingBoth(before, filter) : filter);
  }
  return [...byField.values()]
    .filter(({ in: values, not }) => !not || values.length > 0)
    .map(({ field, in: values, not }) => ({
      field,
      in: [...new Set(values)].sort(compareText),
      ...(not ? { not } : {}),
    }))
    .sort((a, b) => compareText(a.field, b.field));
}

function passingBoth(one: Filter, other: Filter): Filter {
  if (one.not && other.not) return { ...one, in: [...one.in, ...other.in] };
  const [named, further] = one.not ? [other, one] : [one, other];
  return { ...named, in: named.in.filter((value) => passes(further, value)) };
}

/** Whether a filter keeps what has this one value. */
export function passes({ in: values, not }: Pick<Filter, 'in' | 'not'>, value: string | null): boolean {
  return values.includes(value) !== (not ?? false);
}

/** One form for ranges that keep the same groups: one a measure, in order, where all of several overlap. */
function normalizeRanges(ranges: readonly GroupRange[]): GroupRange[] {
  const byMeasure = new Map<Measure, { from: number; to: number }>();
  for (const { measure, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } of ranges) {
    const before = byMeasure.get(measure);
    byMeasure.set(measure, before ? { from: Math.max(from, before.from), to: Math.min(to, before.to) } : { from, to });
  }
  return [...byMeasure]
    .map(([measure, { from, to }]) => ({
      measure,
      ...(Number.isFinite(from) ? { from } : {}),
      ...(Number.isFinite(to) ? { to } : {}),
    }))
    .sort((a, b) => compareText(a.measure, b.measure));
}

/** Whether ranges keep a group by its measures; null is no data, which no range keeps. */
export function inRanges(ranges: readonly GroupRange[], measured: (measure: Measure) => number | null): boolean {
  return ranges.every(({ measure, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }) => {
    const value = measured(measure);
    return value !== null && value >= from && value <= to;
  });
}

type Order = ReportQuery['orderBy'];

/** The levels of an order that decide something, as groups are in the order of their dimensions where it leaves them equal. */
function decidingOrder(orderBy: Order, grouping: readonly Dimension[]): Order {
  const whole = (levels: Order) => wholeOrder(levels, grouping);
  const length = orderBy.findIndex((_, at) => {
    return JSON.stringify(whole(orderBy.slice(0, at))) === JSON.stringify(whole(orderBy));
  });
  return length === -1 ? dropRepeated(orderBy) : dropRepeated(orderBy.slice(0, length));
}

/** Every level by which groups are told apart: none after that which names the last of the dimensions. */
function wholeOrder(orderBy: Order, grouping: readonly Dimension[]): Order {
  const levels = dropRepeated([...orderBy, ...grouping.map((field) => ({ field, direction: 'asc' as const }))]);
  const last = levels.findLastIndex(({ field }) => grouping.some((name) => name === field));
  return levels.slice(0, last + 1);
}

/** What named a field first decides over what names it again. */
function dropRepeated(orderBy: Order): Order {
  return orderBy.filter(({ field }, at) => orderBy.findIndex((level) => level.field === field) === at);
}

/** Order of text in answers: by code point, which is SQLite's order too, on every machine; null last. */
export function compareText(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (left !== right) return codePointRank(left) - codePointRank(right);
  }
  return a.length - b.length;
}

/** Halves of surrogate pairs stand for code points above all that fit one unit. */
function codePointRank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

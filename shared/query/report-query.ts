import { z } from 'zod';
import { dayFromIso } from '../domain/day.ts';
import { AppError } from '../lib/app-error.ts';
import { type Dimension, dimensionNames, dimensions, type FilterField, filterFields } from './dimensions.ts';
import { type Measure, measureNames, measuresByReason } from './measures.ts';

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

/** Keeps the records whose field is one of the values; null stands for 'not recorded'. No value keeps no record. */
export const filterSchema = z.strictObject({
  field: filterFieldName,
  in: z.array(z.string().max(500).nullable()).max(1_000),
});
export type Filter = z.infer<typeof filterSchema>;

export const reportQuerySchema = z.strictObject({
  measures: z.array(measureName).min(1).max(measureNames.length),
  dimensions: z.array(dimensionName).max(5).default([]),
  from: isoDate.optional(),
  to: isoDate.optional(),
  filters: z.array(filterSchema).max(20).default([]),
  orderBy: z
    .array(z.strictObject({ field: z.string(), direction: z.enum(['asc', 'desc']).default('asc') }))
    .max(5)
    .default([]),
  limit: z.int().min(1).max(1_000_000).optional(),
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
  return null;
}

/**
 * One form for queries that mean the same: no repeated names, one filter a field, filters in order, no order or limit beyond
 * what decides something. Measures and dimensions stay as they come, as the columns do.
 */
export function normalizeQuery(query: ReportQuery): ReportQuery {
  const names = { measures: [...new Set(query.measures)], dimensions: [...new Set(query.dimensions)] };
  const { limit, ...rest } = query;
  return {
    ...rest,
    ...names,
    filters: normalizeFilters(query.filters),
    orderBy: decidingOrder(query.orderBy, names.dimensions),
    ...(limit === undefined || names.dimensions.length === 0 ? {} : { limit }), // what is not grouped is one row
  };
}

/** One form for filters that keep the same records: one a field, in order, as are the values of each. */
export function normalizeFilters(filters: readonly Filter[]): Filter[] {
  const byField = new Map<FilterField, Set<string | null>>();
  for (const { field, in: values } of filters) {
    const before = byField.get(field);
    byField.set(field, new Set(before ? values.filter((value) => before.has(value)) : values));
  }
  return [...byField]
    .map(([field, values]) => ({ field, in: [...values].sort(compareText) }))
    .sort((a, b) => compareText(a.field, b.field));
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

import { z } from 'zod';
import { recordConditionsSchema } from './record-conditions.ts';
import { filterSchema, isoDate } from './report-query.ts';

/** What the records grid can be sorted by; id breaks ties, so that every position is unique. */
export const sortFields = [
  'productionDate',
  'line',
  'shift',
  'itemCode',
  'lotNumber',
  'operator',
  'plannedQuantity',
  'goodQuantity',
  'defectQuantity',
  'reworkQuantity',
  'runMinutes',
  'downMinutes',
] as const;
export type SortField = (typeof sortFields)[number];

const sortLevelSchema = z.strictObject({ field: z.enum(sortFields), direction: z.enum(['asc', 'desc']) });
export type SortLevel = z.infer<typeof sortLevelSchema>;

/** Levels that are in view at once and can still be told apart; the first included. */
export const MOST_SORT_LEVELS = 4;

/** Which records: range, filters, conditions on what they hold, and a text sought in lot number, item, order and note. */
export const recordsScopeSchema = z.strictObject({
  from: isoDate.optional(),
  to: isoDate.optional(),
  filters: z.array(filterSchema).max(20).default([]),
  where: recordConditionsSchema,
  search: z.string().max(200).default(''),
});
export type RecordsScope = z.infer<typeof recordsScopeSchema>;

export const recordsQuerySchema = recordsScopeSchema.extend({
  sort: sortLevelSchema.default({ field: 'productionDate', direction: 'desc' }),
  /** What decides among records that `sort` leaves equal, level by level. */
  thenBy: z
    .array(sortLevelSchema)
    .max(MOST_SORT_LEVELS - 1)
    .default([]),
  limit: z.int().min(1).max(1_000).default(100),
  /** Where to go on, from an earlier page; `position` (0-based, by date order only) jumps instead. */
  cursor: z.string().max(1_000).optional(),
  position: z.int().min(0).optional(),
});
export type RecordsQuery = z.infer<typeof recordsQuerySchema>;
export type RecordsQueryInput = z.input<typeof recordsQuerySchema>;

/** An order: its levels, the first one first. */
export type SortLevels = readonly [SortLevel, ...SortLevel[]];

/** Every level of an order; what named a field before decides over what names it again. */
export function sortLevels({ sort, thenBy }: Pick<RecordsQuery, 'sort' | 'thenBy'>): SortLevels {
  const further = thenBy.filter(
    ({ field }, at) => field !== sort.field && thenBy.findIndex((level) => level.field === field) === at,
  );
  return [sort, ...further];
}

const text = z.string().nullable();
const number = z.number().nullable();

/** One production record as read: quantities in units, minutes and seconds as such, null for 'not recorded'. */
export const recordSchema = z.object({
  id: z.number(),
  productionDate: z.string(),
  startedAt: text,
  endedAt: text,
  site: text,
  line: text,
  shift: text,
  operator: text,
  itemCode: text,
  itemName: text,
  unit: text,
  lotNumber: text,
  orderNumber: text,
  plannedQuantity: number,
  goodQuantity: number,
  defectQuantity: number,
  reworkQuantity: number,
  plannedMinutes: number,
  runMinutes: number,
  downMinutes: number,
  idealCycleSeconds: number,
  note: text,
  sourceFile: text,
  sourceLine: number,
  batchId: number,
  partition: z.string(),
});
export type ProductionRecord = z.infer<typeof recordSchema>;

/**
 * How records are found: by the columns in memory, which know most orders and filters; by the search index; by looking at each
 * of them; from the files in the order that is asked for; by their ids.
 */
export const recordsWays = ['columns', 'searchIndex', 'oneByOne', 'inOrder', 'byId'] as const;
export type RecordsWay = (typeof recordsWays)[number];

export const recordsPageSchema = z.object({
  rows: z.array(recordSchema),
  way: z.enum(recordsWays),
  nextCursor: z.string().nullable(),
  previousCursor: z.string().nullable(),
  elapsedMs: z.number(),
});
export type RecordsPage = z.infer<typeof recordsPageSchema>;

/** A page as the service serves it: from memory, or read. */
export const servedPageSchema = recordsPageSchema.extend({ cache: z.enum(['fresh', 'miss']) });
export type ServedPage = z.infer<typeof servedPageSchema>;

/** What is known of a page whose records are looked for one by one: the rows up to where the looking is. */
export const partialPageSchema = z.object({
  rows: z.array(recordSchema),
  recordsRead: z.number(),
  recordsTotal: z.number(),
});
export type PartialPage = z.infer<typeof partialPageSchema>;

/** What one who follows a page is sent. */
export const followedPageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('partial'), partial: partialPageSchema }),
  z.object({ type: z.literal('page'), page: servedPageSchema }),
]);

/** How many records were counted before all were looked at. */
export const partialCountSchema = z.object({
  count: z.number(),
  recordsRead: z.number(),
  recordsTotal: z.number(),
});
export type PartialCount = z.infer<typeof partialCountSchema>;

/** What one who follows a count is sent. */
export const followedCountSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('partial'), partial: partialCountSchema }),
  z.object({ type: z.literal('count'), count: z.number(), cache: z.enum(['fresh', 'miss']), elapsedMs: z.number() }),
]);

/** A record with the lists beneath it. */
export const recordDetailSchema = recordSchema.extend({
  defects: z.array(z.object({ reason: z.string(), quantity: z.number() })),
  downtimes: z.array(z.object({ reason: z.string(), minutes: z.number() })),
});
export type RecordDetail = z.infer<typeof recordDetailSchema>;

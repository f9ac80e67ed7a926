import { z } from 'zod';
import { recordChangeSchema } from '../query/changes.ts';
import { recordDetailSchema } from '../query/records-query.ts';

export const lotNumberSchema = z.string().min(1).max(500);
const amount = z.number().nullable();

/** A lot added up over all of its records: quantities in units, minutes as such, null for 'not recorded'. */
export const lotSummarySchema = z.object({
  lot: z.string(),
  records: z.number(),
  firstDate: z.string(),
  lastDate: z.string(),
  lines: z.array(z.string()),
  items: z.array(z.object({ code: z.string(), name: z.string().nullable() })),
  /** More than one where pieces and kilograms, say, are added together. */
  units: z.array(z.string()),
  good: amount,
  defects: amount,
  rework: amount,
  planned: amount,
  /** Good and defects, over the records where both are recorded. */
  total: amount,
  /** Good of that total, as a share of one. */
  yield: amount,
  runMinutes: amount,
  downMinutes: amount,
});
export type LotSummary = z.infer<typeof lotSummarySchema>;

/** Lots whose number contains a text, those made last first; one of that very number before all. */
export const foundLotsSchema = z.object({
  lots: z.array(lotSummarySchema),
  /** There are more than these. */
  more: z.boolean(),
  /** All lots, or those among so many of the newest records, where a text is too short for the search index. */
  newest: z.number().nullable(),
});
export type FoundLots = z.infer<typeof foundLotsSchema>;

/** A lot beside another one on a line, with its record that is nearest. */
export const neighbourSchema = z.object({
  summary: lotSummarySchema,
  date: z.string(),
  startedAt: z.string().nullable(),
});
export type LotNeighbour = z.infer<typeof neighbourSchema>;

/** All that is known of one lot. */
export const lotStorySchema = z.object({
  summary: lotSummarySchema,
  /** In the order of time; not all where there are more than so many. */
  records: z.array(recordDetailSchema),
  orders: z.array(z.object({ order: z.string(), records: z.number() })),
  crews: z.array(z.object({ operator: z.string().nullable(), shift: z.string().nullable(), records: z.number() })),
  /** The imports that its records came by, the first first. */
  sources: z.array(
    z.object({
      batchId: z.number(),
      file: z.string().nullable(),
      records: z.number(),
      firstLine: z.number().nullable(),
      lastLine: z.number().nullable(),
    }),
  ),
  /** What imports changed of its records, the newest first. */
  changes: z.array(recordChangeSchema),
  /** On each of its lines the lots made next to it, the nearest first. */
  neighbours: z.array(
    z.object({ line: z.string(), before: z.array(neighbourSchema), after: z.array(neighbourSchema) }),
  ),
});
export type LotStory = z.infer<typeof lotStorySchema>;

/** A lot as it is compared: its records of one item on one line. */
export const comparedLotSchema = z.object({
  lot: z.string(),
  firstDate: z.string(),
  lastDate: z.string(),
  good: amount,
  total: z.number(),
  yield: z.number(),
  /** Defects of each reason as a share of the total, the largest first; null where no reason is given. */
  reasons: z.array(z.object({ reason: z.string().nullable(), share: z.number() })),
  /** How far it is from the other, as a share of the total: the differences of all reasons added up. */
  distance: z.number(),
});
export type ComparedLot = z.infer<typeof comparedLotSchema>;

/** Lots like one: of the same item on the same line, the most alike first; null where it has no such record. */
export const similarLotsSchema = z.object({
  own: comparedLotSchema.nullable(),
  item: z.object({ code: z.string(), name: z.string().nullable() }).nullable(),
  line: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Days before its first and after its last that are looked at; fewer where the line makes so much of the item. */
  days: z.number().nullable(),
  /** How many lots were compared. */
  compared: z.number(),
  lots: z.array(comparedLotSchema),
});
export type SimilarLots = z.infer<typeof similarLotsSchema>;

/** What makes a lot one that was touched. */
export const touchRules = ['line', 'order', 'crew'] as const;
export type TouchRule = (typeof touchRules)[number];

export const touchedLotSchema = lotSummarySchema.extend({
  /** How many of its records the rule found. */
  touching: z.number(),
});
export type TouchedLot = z.infer<typeof touchedLotSchema>;

/** What else was touched. */
export const touchedLotsSchema = z.object({
  rule: z.enum(touchRules),
  /** How many lots each rule finds; null where the lot has not recorded what it goes by. */
  counts: z.record(z.enum(touchRules), z.number().nullable()),
  from: z.string(),
  to: z.string(),
  /** What the rule went by. */
  lines: z.array(z.string()),
  orders: z.array(z.string()),
  crews: z.array(z.object({ operator: z.string(), shift: z.string() })),
  /** Records that the rule found and that have no lot. */
  withoutLot: z.number(),
  /** In the order of their first day, as many as were asked for. */
  lots: z.array(touchedLotSchema),
});
export type TouchedLots = z.infer<typeof touchedLotsSchema>;

export const findLotsSchema = z.strictObject({
  part: z.string().max(200).default(''),
  limit: z.int().min(1).max(200).default(50),
});

export const touchedQuerySchema = z.strictObject({
  lot: lotNumberSchema,
  rule: z.enum(touchRules),
  limit: z.int().min(0).max(10_000).default(200),
});

export const storyQuerySchema = z.strictObject({ lot: lotNumberSchema });
export const similarQuerySchema = storyQuerySchema.extend({ limit: z.int().min(1).max(100).default(10) });

/** A question of lots by the call that asks it. */
export type LotQuestion =
  | ({ of: 'find' } & z.infer<typeof findLotsSchema>)
  | ({ of: 'story' } & z.infer<typeof storyQuerySchema>)
  | ({ of: 'similar' } & z.infer<typeof similarQuerySchema>)
  | ({ of: 'touched' } & z.infer<typeof touchedQuerySchema>);

/** What answers each. */
export interface LotAnswers {
  find: FoundLots;
  story: LotStory;
  similar: SimilarLots;
  touched: TouchedLots;
}

/** An answer as the service serves it: from memory, or read. */
const served = { cache: z.enum(['fresh', 'miss']) };
export const servedFoundLotsSchema = foundLotsSchema.extend(served);
export const servedLotStorySchema = lotStorySchema.extend(served);
export const servedSimilarLotsSchema = similarLotsSchema.extend(served);
export const servedTouchedLotsSchema = touchedLotsSchema.extend(served);

/** Records of a lot that its story tells one by one. */
export const MOST_LOT_RECORDS = 1_000;

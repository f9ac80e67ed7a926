import { z } from 'zod';
import { planSummarySchema } from '../query/answer.ts';
import { answerSourceSchema, planReasonSchema } from '../query/plan-reasons.ts';
import { recordsWays } from '../query/records-query.ts';

/** What can be asked of records, and is recorded and kept by kind. */
export const questionKinds = ['report', 'page', 'count', 'values', 'lots'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** Where an answer came from: memory and up to date, memory and about to be renewed, or computed. */
export const cacheOutcomes = ['fresh', 'stale', 'miss', 'none'] as const;
export type CacheOutcome = (typeof cacheOutcomes)[number];

/** What answered a question: what a report was made of, or the way a page of records was found. */
export const runSourceSchema = z.discriminatedUnion('of', [
  ...answerSourceSchema.options,
  z.object({ of: z.literal('page'), way: z.enum(recordsWays) }),
]);
export type RunSource = z.infer<typeof runSourceSchema>;

/** One question as it ran. Its shape names fields and never values, so that no person, lot or order is in it. */
export const questionRunSchema = z.object({
  at: z.string(),
  kind: z.enum(questionKinds),
  shape: z.string(),
  elapsedMs: z.number(),
  /** Of that, waiting for a reader. */
  waitMs: z.number(),
  rows: z.number(),
  /** Files that were read, in so many pieces; none for an answer that was kept. */
  partitions: z.number(),
  slices: z.number(),
  /** Of a kept answer what it was made of; null where that is not told, as of a list of values. */
  source: runSourceSchema.nullable(),
  /** Why no rollup did; empty where one did. */
  whyNoRollup: z.array(planReasonSchema),
  cache: z.enum(cacheOutcomes),
  outcome: z.enum(['answered', 'cancelled', 'failed']),
});
export type QuestionRun = z.infer<typeof questionRunSchema>;

/** How long answers took, in milliseconds: half, 95 and 99 in a hundred were at least as quick. */
export const percentilesSchema = z.object({
  count: z.number(),
  p50: z.number(),
  p95: z.number(),
  p99: z.number(),
  worst: z.number(),
});
export type Percentiles = z.infer<typeof percentilesSchema>;

export const slowQuestionSchema = questionRunSchema.extend({ plan: planSummarySchema.nullable() });
export type SlowQuestion = z.infer<typeof slowQuestionSchema>;

export const cacheCountsSchema = z.object({
  hits: z.number(),
  staleHits: z.number(),
  misses: z.number(),
  /** Fresh and stale hits of all that was asked; null where nothing was. */
  hitRatio: z.number().nullable(),
});
export type CacheCounts = z.infer<typeof cacheCountsSchema>;

/** What the cache holds, and what it did in the last hour. */
export const cacheMetricsSchema = z.object({
  entries: z.number(),
  bytes: z.number(),
  mostBytes: z.number(),
  lastHour: cacheCountsSchema,
  byKind: z.array(cacheCountsSchema.extend({ kind: z.enum(questionKinds) })),
  evictions: z.number(),
  refreshes: z.number(),
  failures: z.number(),
  /** Computed before anyone asked. */
  warmed: z.number(),
  /** The entries that saved most: what each cost to compute, and what its hits would have. */
  dearest: z.array(
    z.object({ shape: z.string(), bytes: z.number(), costMs: z.number(), hits: z.number(), savedMs: z.number() }),
  ),
});
export type CacheMetrics = z.infer<typeof cacheMetricsSchema>;

export const readerMetricsSchema = z.object({
  size: z.number(),
  inUse: z.number(),
  queued: z.number(),
  /** Of the last hour. */
  longestWaitMs: z.number(),
  /** Readers that died and were started anew. */
  respawns: z.number(),
});
export type ReaderMetrics = z.infer<typeof readerMetricsSchema>;

export const storeHealthSchema = z.object({
  bytes: z.number(),
  logBytes: z.number(),
  freeDiskBytes: z.number(),
  /** Over the last month, or what is known of it; null before there is a week to go by. */
  growthBytesADay: z.number().nullable(),
  partitions: z.array(z.object({ name: z.string(), records: z.number(), bytes: z.number(), freeBytes: z.number() })),
});
export type StoreHealth = z.infer<typeof storeHealthSchema>;

export const alertKinds = [
  'damage',
  'slow',
  'hitRatio',
  'log',
  'disk',
  'diskSoon',
  'integrity',
  'backup',
  'standby',
  'reports',
  'watchedFile',
  'watchedFolder',
] as const;
export type AlertKind = (typeof alertKinds)[number];

/** Who keeps the write-ahead log from being cut: a job that writes, a question or a backup of this program, another program. */
export const logHolders = ['job', 'reader', 'other'] as const;
export type LogHolder = (typeof logHolders)[number];

/** Something that passed its threshold: told once when it does, and listed while it lasts. */
export const alertSchema = z.object({
  kind: z.enum(alertKinds),
  since: z.string(),
  /** In the unit of its setting; null where there is none to measure, as of a backup that was never made. */
  value: z.number().nullable(),
  threshold: z.number(),
  /** Of a log that is large: who holds it, where that is known. */
  heldBy: z.enum(logHolders).optional(),
  /** Of what failed: which, by name. */
  names: z.array(z.string()).optional(),
  /** Of a watched file that failed, or a folder that cannot be watched: the newest, and why. */
  about: z.object({ name: z.string(), why: z.string() }).optional(),
});
export type Alert = z.infer<typeof alertSchema>;

/**
 * What the program did and how it is, at one moment. Beside a program that owns the store only what that writes down is known:
 * what it has in memory is null then.
 */
export const healthSchema = z.object({
  at: z.string(),
  startedAt: z.string().nullable(),
  /** Of questions that were answered, over all that are kept where nothing else is said. */
  responses: z.object({
    /** Null where nothing was asked. */
    lastHour: percentilesSchema.nullable(),
    byKind: z.array(percentilesSchema.extend({ kind: z.enum(questionKinds) })),
    /** By minute of the last three hours, oldest first; a minute without a question is not there. */
    overTime: z.array(percentilesSchema.extend({ at: z.string() })),
    /** The shapes that took most time altogether, first. */
    byShape: z.array(
      percentilesSchema.extend({
        shape: z.string(),
        kind: z.enum(questionKinds),
        lastAt: z.string(),
        source: runSourceSchema.nullable(),
        totalMs: z.number(),
      }),
    ),
  }),
  /** Newest first. */
  slow: z.array(slowQuestionSchema),
  cache: cacheMetricsSchema.nullable(),
  readers: readerMetricsSchema.nullable(),
  store: storeHealthSchema,
  jobs: z.object({ running: z.number().nullable(), queued: z.number().nullable(), failedLastDay: z.number() }),
  alerts: z.array(alertSchema),
});
export type Health = z.infer<typeof healthSchema>;

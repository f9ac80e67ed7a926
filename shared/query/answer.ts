import { z } from 'zod';
import { answerSourceSchema, partitionReasonSchema, planReasonSchema } from './plan-reasons.ts';

export const columnSchema = z.object({
  name: z.string(),
  type: z.enum(['text', 'period', 'count', 'quantity', 'minutes', 'ratio', 'rate']),
  /** Unit of the values; null when they have none, 'mixed' when items of several units are added together. */
  unit: z.string().nullable(),
});
export type Column = z.infer<typeof columnSchema>;

/** What an answer takes, in order: 'wait' is for a reader, 'merge' puts together what readers gave, 'finish' orders and shows. */
export const planSteps = ['plan', 'wait', 'read', 'merge', 'finish'] as const;
export type PlanStep = (typeof planSteps)[number];

/** How an answer was made: which files were read, which were not and why, what ran where, and what took how long. */
export const planSummarySchema = z.object({
  partitions: z.array(z.object({ name: z.string(), read: z.boolean(), reason: partitionReasonSchema })),
  /** What is known against files that were read, where it concerns the range. */
  flaws: z.array(z.object({ name: z.string(), reason: partitionReasonSchema })),
  source: answerSourceSchema,
  reasons: z.array(planReasonSchema),
  statements: z.array(z.object({ partition: z.string(), sql: z.string(), elapsedMs: z.number(), rows: z.number() })),
  /** Pieces of work that readers took; none where a rollup in memory answered. */
  slices: z.number(),
  /** Records that were looked at, as the catalogue counts them; none where a rollup answered. */
  recordsRead: z.number(),
  /** Longest wait for a reader among the pieces. */
  waitMs: z.number(),
  /** The steps that took place, in order; together they are the time of the answer. */
  steps: z.array(z.object({ step: z.enum(planSteps), elapsedMs: z.number() })),
});
export type PlanSummary = z.infer<typeof planSummarySchema>;

export const cellSchema = z.union([z.string(), z.number(), z.null()]);
export type Cell = z.infer<typeof cellSchema>;

export const answerSchema = z.object({
  columns: z.array(columnSchema),
  rows: z.array(z.array(cellSchema)),
  /** How many groups there were before the limit cut them. */
  groups: z.number(),
  /** When the newest record that could be in the answer was read, ISO instant. */
  asOf: z.string(),
  plan: planSummarySchema,
  elapsedMs: z.number(),
});
export type Answer = z.infer<typeof answerSchema>;

/** What is known of an answer while it is read: no part of it is final, and nothing of it is kept. */
export const partialAnswerSchema = z.object({
  /** The answer over what was read; null when it has too many groups to be sent again and again. */
  shown: answerSchema.pick({ columns: true, rows: true, groups: true }).nullable(),
  recordsRead: z.number(),
  recordsTotal: z.number(),
});
export type PartialAnswer = z.infer<typeof partialAnswerSchema>;

/** An answer as the service serves it. */
export const servedAnswerSchema = answerSchema.extend({
  /** A stale one is overtaken, as of its `asOf`; who follows the question is sent the fresh one after it. */
  cache: z.enum(['miss', 'fresh', 'stale']),
});
export type ServedAnswer = z.infer<typeof servedAnswerSchema>;

/** What one who follows a question is sent: partial answers, then the answer; or a stale one, then what came of renewing it. */
export const followedAnswerSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('partial'), partial: partialAnswerSchema }),
  z.object({ type: z.literal('answer'), answer: servedAnswerSchema }),
  /** Why the stale answer before could not be made new. */
  z.object({ type: z.literal('failed'), message: z.string() }),
]);

import { z } from 'zod';
import { isoFromDay } from '../domain/day.ts';
import { fileFormats } from '../import/formats.ts';
import { planSummarySchema, servedAnswerSchema } from './answer.ts';
import { planReasonSchema } from './plan-reasons.ts';
import { queryPlanStepSchema } from './query-plan.ts';
import { recordsWays } from './records-query.ts';
import { reportQuerySchema } from './report-query.ts';

/** One statement, over the files that run it in the same way, with what SQLite does to run it. */
export const explainedStatementSchema = z.object({
  sql: z.string(),
  /** By name, as they are bound. */
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  /** What it took and gave in each file; null where it was not run, as memory answered. */
  files: z.array(
    z.object({ partition: z.string(), ran: z.object({ elapsedMs: z.number(), rows: z.number() }).nullable() }),
  ),
  steps: z.array(queryPlanStepSchema),
});
export type ExplainedStatement = z.infer<typeof explainedStatementSchema>;

/** A parameter as it is bound, and the date where it is a day number. */
export function boundInWords(name: string, value: string | number | null): string {
  const bound = JSON.stringify(value);
  return typeof value === 'number' && (name === 'from' || name === 'to') ? `${bound} (${isoFromDay(value)})` : bound;
}

/** Where the numbers of a report come from. */
export const explainedReportSchema = z.object({
  /** The question as it is asked: names once, filters in order. */
  query: reportQuerySchema,
  cache: servedAnswerSchema.shape.cache,
  asOf: z.string(),
  elapsedMs: z.number(),
  groups: z.number(),
  plan: planSummarySchema,
  /** Every rollup, from few groups to many, and why it answered or not. */
  rollups: z.array(planReasonSchema),
  /** Days that a rollup in memory is read for, by day or by month. */
  stretches: z.array(z.object({ grain: z.enum(['day', 'month']), from: z.string(), to: z.string() })),
  statements: z.array(explainedStatementSchema),
});
export type ExplainedReport = z.infer<typeof explainedReportSchema>;

/** What the file of a record was, and its table where it has several: a record stands in a line of a text or a row of a table. */
export const placeInFileSchema = z.object({ format: z.enum(fileFormats), part: z.string().nullable() });
export type PlaceInFile = z.infer<typeof placeInFileSchema>;

/** Where the rows of a page, the count of a search, or a record come from. */
export const explainedRecordsSchema = z.object({
  way: z.enum(recordsWays),
  /** How many were found; null where nothing was counted again. */
  rows: z.number().nullable(),
  elapsedMs: z.number(),
  slices: planSummarySchema.shape.slices,
  waitMs: planSummarySchema.shape.waitMs,
  steps: planSummarySchema.shape.steps,
  statements: z.array(explainedStatementSchema),
  /** Of one record: the line that it was read from, and the file that keeps it. */
  source: z
    .object({
      file: z.string().nullable(),
      line: z.number().nullable(),
      /** What the line counts; null for a record that came from no file. */
      place: placeInFileSchema.nullable(),
      batchId: z.number().nullable(),
      partition: z.string(),
    })
    .nullable(),
});
export type ExplainedRecords = z.infer<typeof explainedRecordsSchema>;

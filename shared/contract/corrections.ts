import { z } from 'zod';
import { correctionStepsSchema, correctionsFilterSchema } from '../import/corrections.ts';

/** The most rows of a page of rows that are set aside. */
export const MOST_CORRECTIONS_A_PAGE = 500;

/** Which rows that an import set aside are to be shown, after some steps. */
export const correctionsQuerySchema = z.object({
  batchId: z.int(),
  steps: correctionStepsSchema.default([]),
  filter: correctionsFilterSchema.default({ of: 'all' }),
  offset: z.int().min(0).default(0),
  limit: z.int().min(0).max(MOST_CORRECTIONS_A_PAGE).default(100),
});
export type CorrectionsQuery = z.input<typeof correctionsQuerySchema>;

/** What came of a rejects file that was corrected in another program. */
export const startedFromFileSchema = z.object({
  jobId: z.string(),
  /** Rows whose cells differ from what the import had set aside. */
  changed: z.number(),
  /** Lines of the file that the import had not set aside, or that were corrected before; they are left out. */
  unknown: z.number(),
});

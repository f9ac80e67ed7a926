/**
 * Corrections of rows that an import set aside, as data: a list of steps that a person took, in order. What the rows are
 * after them is worked out anew each time, so that a step can be taken back, kept in a window and sent to the import alike.
 */
import { z } from 'zod';

const cellText = z.string().max(32_767);
/** What the cells of a row stand below: the table that records are made of, the line of the file, or this and that of the second file. */
export const rejectHeadings = ['record', 'file', 'both'] as const;
export type RejectHeadings = (typeof rejectHeadings)[number];

/** Place of a row among those that its import set aside; it never changes, whatever is corrected. */
const rowPlace = z.int().min(0);

export const correctionStepSchema = z.discriminatedUnion('type', [
  /** Another text in one cell; a row that is too short is filled up with empty cells. */
  z.strictObject({ type: z.literal('cell'), row: rowPlace, column: z.int().min(0).max(2_000), text: cellText }),
  /** Other cells for a whole row: where cells are missing, or one was torn into two. */
  z.strictObject({ type: z.literal('row'), row: rowPlace, cells: z.array(cellText).max(2_000) }),
  /** In one column of all rows, or of those set aside for one kind of reason. */
  z.strictObject({
    type: z.literal('replace'),
    column: z.int().min(0).max(2_000),
    /** The text to replace; null replaces whatever a cell holds. */
    find: z.string().min(1).max(1_000).nullable(),
    by: cellText,
    /** Whether a cell must be `find` and nothing else. */
    isWhole: z.boolean(),
    kind: z.string().nullable(),
    /** What the column is one of; of rows below other headings, it is the column of the same name. */
    below: z.enum(rejectHeadings).default('record'),
  }),
  /** Rows that are to be tried as they stand, as what was wrong was not in them. */
  z.strictObject({ type: z.literal('asTheyAre'), kind: z.string().nullable() }),
]);
export type CorrectionStep = z.input<typeof correctionStepSchema>;

/** More hand-made steps than that are a file to be corrected elsewhere. */
export const MOST_STEPS = 20_000;
export const correctionStepsSchema = z.array(correctionStepSchema).max(MOST_STEPS);

/** One cell that was corrected. */
export const cellChangeSchema = z.object({ column: z.string(), before: z.string(), after: z.string() });
export type CellChange = z.infer<typeof cellChangeSchema>;

/** Which rows a page shows: all, those of one kind of reason, or those that are records now. */
export const correctionsFilterSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('all') }),
  z.object({ of: z.literal('kind'), kind: z.string() }),
  z.object({ of: z.literal('ready') }),
]);
export type CorrectionsFilter = z.infer<typeof correctionsFilterSchema>;

export const correctedRowSchema = z.object({
  row: z.number(),
  line: z.number(),
  below: z.enum(rejectHeadings),
  /** As they are after the steps. */
  cells: z.array(z.string()),
  /** As they stand in the file; null where nothing was changed. */
  before: z.array(z.string()).nullable(),
  /** Why it is no record; null where it is one now. */
  reason: z.string().nullable(),
  /** Columns that the reason is about. */
  marked: z.array(z.number()),
});
export type CorrectedRow = z.infer<typeof correctedRowSchema>;

/** Rows that were set aside for the same kind of reason. */
export const reasonGroupSchema = z.object({
  kind: z.string(),
  below: z.enum(rejectHeadings),
  rows: z.number(),
  /** How many of them are records now. */
  ready: z.number(),
  /** The first lines of the file with it. */
  lines: z.array(z.number()),
  /** Columns that it is about. */
  columns: z.array(z.number()),
  /** Whether the row itself may be right, so that it can be tried as it is. */
  mayBeRight: z.boolean(),
});
export type ReasonGroup = z.infer<typeof reasonGroupSchema>;

/** The rows of an import that are set aside, as they are after some steps. */
export const correctionsSchema = z.object({
  batchId: z.number(),
  file: z.string(),
  /** Names of the columns, by what rows stand below. */
  columns: z.object({ record: z.array(z.string()) }).and(z.partialRecord(z.enum(rejectHeadings), z.array(z.string()))),
  /** Rows that are still set aside. */
  rows: z.number(),
  /** How many of them are records now, and would be imported. */
  ready: z.number(),
  groups: z.array(reasonGroupSchema),
  /** Rows that the filter lets through, and a page of them. */
  found: z.number(),
  page: z.array(correctedRowSchema),
});
export type Corrections = z.infer<typeof correctionsSchema>;

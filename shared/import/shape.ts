/**
 * Which rows of a file are records, as part of a profile: between the text of a file, which becomes rows of cells, and the
 * mapping, which makes a record of each row. What is said here changes rows into rows, so that everything behind it, the
 * mapping included, sees a plain table: one heading a column, one record a row.
 */
import { z } from 'zod';
import { encodings } from './encodings.ts';

const column = z.string().min(1).max(300);

/**
 * Columns that stand beside each other and are records below each other: one a month, a shift, a line. Each group becomes a
 * row of its own, with its label in the column `name` and its cells in the columns `values`; all other cells are repeated.
 */
export const unpivotSchema = z
  .strictObject({
    name: column,
    values: z.array(column).min(1).max(20),
    groups: z
      .array(z.strictObject({ label: z.string().min(1).max(300), columns: z.array(column).min(1).max(20) }))
      .min(1)
      .max(2_000),
  })
  .refine(({ values, groups }) => groups.every(({ columns }) => columns.length === values.length), {
    message: 'each group needs one column for each of the values',
  });
export type Unpivot = z.infer<typeof unpivotSchema>;

/** Columns of a second file, found by a key. Which file that is, is said anew for each import: a profile names no files. */
export const joinSchema = z.strictObject({
  /** Columns that hold the same in both files. */
  on: z
    .array(z.strictObject({ column, other: column }))
    .min(1)
    .max(5),
  /** Columns of the other file that are brought along. */
  bring: z.array(column).min(1).max(200),
  /** What becomes of a row whose key several rows of the other file have, which differ: it is set aside, or takes the first. */
  several: z.enum(['refuse', 'first']).default('refuse'),
  /** How the other file is written. */
  reading: z.strictObject({
    encoding: z.enum(encodings).default('utf-8'),
    delimiter: z.string().length(1).default(','),
    headerLine: z.int().min(1).max(10_000).default(1),
    part: z.string().min(1).max(300).optional(),
  }),
});
export type Join = z.infer<typeof joinSchema>;

/**
 * A row that says what the rows below it have in common becomes the value of a `column` for them: one with this `label`, as in
 * 'Line: L1', or without one a row with a single cell, `at` a place (from 0) that holds texts or dates.
 */
export const blockSchema = z.strictObject({
  column,
  label: z.string().min(1).max(60).optional(),
  at: z.int().min(0).max(16_384).optional(),
  holds: z.enum(['text', 'date']).optional(),
});
export type Block = z.infer<typeof blockSchema>;

/** What columns are called whose texts, or dates, stand alone in rows between others: as profiles keep it, in any language. */
export const betweenRows = { text: 'Between rows', date: 'Date between rows' } as const;

export const shapeSchema = z.strictObject({
  /** Rows of headings, from the line of the headings on; without any, columns are called 'Column 1' and so on. */
  headings: z.int().min(0).max(4).default(1),
  /** What the row below the headings says of each column, where there is such a row: kg, min, pcs. A file that says otherwise is refused. */
  units: z.record(z.string(), z.string()).optional(),
  /** Rows that repeat the headings or the title, and numbers of pages, as on each page of a printed list. */
  repeats: z.enum(['skip', 'keep']).default('skip'),
  /** Rows that add up others: 'words' leaves out what is called so and lacks what a record has, 'sums' also what adds up. */
  totals: z.enum(['words', 'sums', 'keep']).default('words'),
  /** Rows between others that say what follows: a line, a machine, a day. */
  blocks: z.array(blockSchema).min(1).max(10).optional(),
  unpivot: unpivotSchema.optional(),
  join: joinSchema.optional(),
});
export type Shape = z.infer<typeof shapeSchema>;

/** Why a row is no record and was left out; rows of each kind are counted. */
export const skipKinds = ['repeatedHeading', 'pageMark', 'total', 'blockHeading'] as const;
export type SkipKind = (typeof skipKinds)[number];

/**
 * What is counted while rows are shaped: rows that were left out, rows that found none in the second file, rows that are
 * blank where a merged cell reaches into them, of which nobody said what it means, and rows above the first that says what follows.
 */
export const shapeNotes = [...skipKinds, 'unmatched', 'mergedBlank', 'unnamed'] as const;
export type ShapeNote = (typeof shapeNotes)[number];

/** How many rows of a kind there are, and the lines of the first of them. */
export const noteTallySchema = z.partialRecord(
  z.enum(shapeNotes),
  z.object({ count: z.number(), lines: z.array(z.number()) }),
);
export type NoteTally = z.infer<typeof noteTallySchema>;

/** How sure it is what was recognised of a file's shape. */
export const shapeConfidences = ['sure', 'likely', 'guess'] as const;
export const shapeFindingSchema = z.object({
  part: z.enum(['noHeadings', 'headings', 'units', 'repeats', 'totals', 'unpivot', 'blocks', 'reasonNames', 'scale']),
  confidence: z.enum(shapeConfidences),
  /** What was seen, as texts and numbers for the sentence about it. */
  seen: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ShapeFinding = z.infer<typeof shapeFindingSchema>;

/** The second file as far as a person has to choose of it. */
export const secondFileSchema = z.object({
  fileName: z.string(),
  columns: z.array(z.string()),
});
export type SecondFileFacts = z.infer<typeof secondFileSchema>;

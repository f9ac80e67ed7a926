import { z } from 'zod';
import { type RecordField, recordFieldNames } from '../domain/fields.ts';
import { cellChangeSchema } from '../import/corrections.ts';

const value = z.union([z.string(), z.number(), z.null()]);

/** One field of a record before and after: dates in ISO form, quantities in units, reasons in one text. */
export const changedFieldSchema = z.object({
  field: z.enum(recordFieldNames as [RecordField, ...RecordField[]]),
  before: value,
  after: value,
});
export type ChangedField = z.infer<typeof changedFieldSchema>;

/** What an import changed of a record, and whether that was undone since. */
export const recordChangeSchema = z.object({
  recordId: z.number(),
  batchId: z.number(),
  file: z.string(),
  at: z.string(),
  /** Who imported, as the system knew them; empty where that is not known. */
  by: z.string(),
  undoneAt: z.string().nullable(),
  undoneBy: z.string().nullable(),
  fields: z.array(changedFieldSchema),
});
export type RecordChange = z.infer<typeof recordChangeSchema>;

/** Whose changes: of some records, of an import, or all that there are. */
export const changesScopeSchema = z.union([
  z.strictObject({ recordIds: z.array(z.int()).min(1).max(1_000) }),
  z.strictObject({ batchId: z.int() }),
  z.strictObject({ all: z.literal(true) }),
]);
export type ChangesScope = z.infer<typeof changesScopeSchema>;

/** What became of a record since its row was read. */
export const recordHistorySchema = z.object({
  /** What imports changed, the newest first. */
  changes: z.array(recordChangeSchema),
  /** The cells that a person corrected before the row became a record; null where it was read as it stands in its file. */
  correction: z.array(cellChangeSchema).nullable(),
});
export type RecordHistory = z.infer<typeof recordHistorySchema>;

/** Whether the line of a file that a record came from can be shown. */
export const sourceStates = ['asImported', 'changed', 'noSuchLine', 'missing', 'notKept', 'unreadable'] as const;

/** The line that a record was read from, as it stands in the file now. */
export const sourceLineSchema = z.object({
  state: z.enum(sourceStates),
  file: z.string(),
  line: z.number(),
  /** Where the file is looked for; null of one that was sent and is not kept. */
  path: z.string().nullable(),
  /** Why it cannot be read, in a sentence. */
  message: z.string().nullable(),
  cells: z.array(z.object({ column: z.string(), text: z.string() })),
  /** Which columns each field was read from, which is known without the file; none for the same value in every row. */
  readFrom: z.array(
    z.object({
      field: z.enum(recordFieldNames as [RecordField, ...RecordField[]]),
      columns: z.array(z.string()),
    }),
  ),
});
export type SourceLine = z.infer<typeof sourceLineSchema>;

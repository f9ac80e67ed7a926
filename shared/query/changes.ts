import { z } from 'zod';
import { type RecordField, recordFieldNames } from '../domain/fields.ts';

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

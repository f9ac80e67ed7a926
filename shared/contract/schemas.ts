import { z } from 'zod';
import { periodGrains } from '../domain/day.ts';
import { type RecordField, recordFieldNames } from '../domain/fields.ts';
import { findingSchema } from '../import/gate.ts';
import { noteTallySchema, skipKinds } from '../import/shape.ts';
import { partitionReasonSchema } from '../query/plan-reasons.ts';
import { alertSchema } from './health.ts';
import { foundMeasureAlertSchema } from './measure-alerts.ts';

export const partitionSchema = z.object({
  name: z.string(),
  file: z.string(),
  kind: z.enum(['live', 'archive']),
  year: z.number().nullable(),
  firstDate: z.string().nullable(),
  lastDate: z.string().nullable(),
  records: z.number(),
  bytes: z.number(),
  /** Bytes that VACUUM could give back. */
  freeBytes: z.number(),
  /** Why it cannot be read, so that its records are missing from every answer; null where it can. */
  setAside: z.string().nullable(),
  /** What is known against it where it can be read, so that every answer over it says so. */
  flaws: z.array(partitionReasonSchema),
});

export const storeStatusSchema = z.object({
  folder: z.string(),
  schemaVersion: z.number(),
  sqliteVersion: z.string(),
  appVersion: z.string(),
  records: z.number(),
  firstDate: z.string().nullable(),
  lastDate: z.string().nullable(),
  /** The period that each record is of: a month where there is one day of records in each. */
  recordedBy: z.enum(periodGrains),
  bytes: z.number(),
  partitions: z.array(partitionSchema),
  /** Years in live that could be archived: all but the newest. */
  archivableYears: z.array(z.object({ year: z.number(), records: z.number() })),
  units: z.array(z.string()),
});
export type StoreStatus = z.infer<typeof storeStatusSchema>;

export const jobKinds = [
  'import',
  'sample',
  'undo',
  'archive',
  'reopen',
  'rebuildArchive',
  'acceptArchive',
  'rollOver',
  'vacuum',
  'integrity',
  'quickCheck',
  'optimise',
  'export',
  'backup',
  'drill',
  'restore',
  'failover',
  'reread',
  'advise',
  'applyIndex',
  'revertIndex',
] as const;

export const jobSchema = z.object({
  id: z.string(),
  kind: z.enum(jobKinds),
  /** What it works on: a file name, a year, a batch. */
  subject: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  /** What it is doing now, in words of the plant. */
  phase: z.string(),
  done: z.number(),
  /** Of how many; null while that is not known. */
  total: z.number().nullable(),
  unit: z.enum(['rows', 'bytes', 'pages', 'records', 'steps']),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  cancellable: z.boolean(),
  /** The schedule began it; else a person did. */
  scheduled: z.literal(true).optional(),
  /** The outcome, or the error, in one sentence. */
  message: z.string(),
  /** Figures of the outcome, such as inserted or bytesFreed. */
  result: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullable(),
});
export type Job = z.infer<typeof jobSchema>;

export const batchSchema = z.object({
  batchId: z.number(),
  file: z.string(),
  importedAt: z.string(),
  rowsRead: z.number(),
  inserted: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
  /** Values that had more decimals than a millionth holds and were rounded to it. */
  rounded: z.number(),
  firstDate: z.string().nullable(),
  lastDate: z.string().nullable(),
  state: z.enum(['imported', 'undone']),
  /** Of the rows that it set aside, how many were corrected and imported since. */
  corrected: z.number(),
  /** The import whose rows it corrects; null of a file. */
  corrects: z.number().nullable(),
  /** What was not plausible in it, and what was decided about it. */
  findings: z.array(findingSchema),
  /** Why it cannot be undone; null when it can. */
  notUndoableReason: z.string().nullable(),
});
export type Batch = z.infer<typeof batchSchema>;

export const columnGuessSchema = z.object({
  name: z.string(),
  samples: z.array(z.string()),
  kind: z.enum(['empty', 'number', 'date', 'text']),
});

export const previewRowSchema = z.object({
  line: z.number(),
  cells: z.array(z.string()),
  /** What the row becomes, as shown; null when it is set aside. */
  record: z.partialRecord(z.enum(recordFieldNames as [RecordField, ...RecordField[]]), z.string()).nullable(),
  reason: z.string().nullable(),
  /** Why it is no record and left out; null when it is one, or should be. */
  skipped: z.enum(skipKinds).nullable(),
});

/** What only a person can answer: a setting of the profile, or of one column, and the values that it can have. */
export const questionSchema = z.object({
  field: z.string(),
  /** The column that it is about, where it is about one. */
  column: z.string().optional(),
  /** All of them, where it is about several. */
  columns: z.array(z.string()).optional(),
  /** A text of the file that shows what it is about. */
  sample: z.string().optional(),
  /** One of each of the columns, where it is about several; empty for those that go with the one before. */
  samples: z.array(z.string()).optional(),
  /** Rows that it stands in, where it stands in several: of the file, or of the second one that is named. */
  rows: z.object({ from: z.number(), to: z.number(), file: z.string().optional() }).optional(),
  message: z.string(),
  /** The one in use first. */
  choices: z.array(z.string()),
});
export type Question = z.infer<typeof questionSchema>;

export const previewSchema = z.object({
  columns: z.array(columnGuessSchema),
  rows: z.array(previewRowSchema),
  accepted: z.number(),
  rejected: z.number(),
  /** Rows of those looked at that are left out, by kind, and those that find none in the second file. */
  notes: noteTallySchema,
  /** Columns of the file itself, before rows are made of any of them or others are brought along. */
  fileColumns: z.array(z.string()),
  /** All rows of the file were looked at. */
  isWhole: z.boolean(),
  /** Questions only a person can answer, such as a date that reads as D/M and as M/D; import waits for none silently. */
  ambiguities: z.array(questionSchema),
});
export type Preview = z.infer<typeof previewSchema>;

export const dimensionValueSchema = z.object({ value: z.string().nullable(), label: z.string() });

/** What people keep in a store and every window shows as it is, by the name of the question that lists it. */
const keptThing = z.enum([
  'views',
  'column-sets',
  'dashboards',
  'specifications',
  'measureAlerts',
  'profiles',
  'settings',
]);

export const appEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('job'), job: jobSchema }),
  /** Records changed; what is shown of them may be stale. */
  z.object({ type: z.literal('store-changed'), generation: z.number() }),
  /** A watched folder, or what came of its files, changed. */
  z.object({ type: z.literal('watched') }),
  /** Something that people keep in the store was changed. */
  z.object({ type: z.literal('kept'), what: keptThing }),
  /** Something passed its threshold; told once. */
  z.object({ type: z.literal('alert'), alert: alertSchema }),
  /** A change of the records brought what is watched of a measure; told once. */
  z.object({ type: z.literal('measure-alert'), found: foundMeasureAlertSchema }),
]);
export type AppEvent = z.infer<typeof appEventSchema>;

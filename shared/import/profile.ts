import { z } from 'zod';
import { type RecordField, recordFieldNames } from '../domain/fields.ts';
import { columnReadingsSchema } from './columns.ts';
import { datesSchema } from './dates.ts';
import { calculation } from './derive.ts';
import { encodings } from './encodings.ts';
import { fileFormats } from './formats.ts';
import { decisionsSchema } from './gate.ts';
import { joinSchema, shapeSchema } from './shape.ts';
import { shiftsSchema } from './shifts.ts';

/** Where a field's value comes from in the file. */
export const sourceSchema = z.union([
  z.strictObject({
    column: z.string(),
    /** Multiply by a power of ten: 3 for a share given per 1, wanted per 1,000. */
    scale: z.int().min(-9).max(9).optional(),
    /** Multiply by another column (size x yield). */
    times: z.string().optional(),
    ...calculation,
    /** Take the unit that is written beside the numbers of the column. */
    take: z.literal('unit').optional(),
    /** Use the value only in rows where another column holds one of these. */
    when: z.strictObject({ column: z.string(), in: z.array(z.string()) }).optional(),
  }),
  z.strictObject({ columns: z.array(z.string()).min(2), join: z.string().default(' ') }),
  z.strictObject({
    value: z.string(),
    when: z.strictObject({ column: z.string(), in: z.array(z.string()) }).optional(),
  }),
]);
export type Source = z.infer<typeof sourceSchema>;

/** How plants count days: a day may begin at 06:00, and what is made before belongs to the day before. */
export const productionDaySchema = z.strictObject({
  startsAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write the hour at which the production day begins as HH:MM')
    .default('00:00'),
  /** 'start': a shift belongs to the day it begins; 'end': to the day it ends; 'calendar': to its calendar date. */
  belongsTo: z.enum(['start', 'end', 'calendar']).default('start'),
  /** IANA zone into which stamps with an offset are brought before the day is taken; without it they count as written. */
  timeZone: z.string().optional(),
});

/** What becomes of rows that take back others. */
export const reversalMeanings = ['aside', 'kept'] as const;

const reasonColumn = z.strictObject({ column: z.string(), reason: z.string().min(1) });

const headerLine = z.int().min(0).max(10_000);
const dialect = {
  delimiter: z.string().min(1).max(3),
  quote: z.enum(['"', "'", '']),
  escaping: z.enum(['doubled', 'backslash']),
};

/** How a file of one kind is read. Guessed from the file, shown, edited, and remembered by the file's header. */
export const importProfileSchema = z.strictObject({
  name: z.string().max(100).optional(),
  /** What the file was when this was made; a file that is something else is read as what it is. */
  format: z.enum(fileFormats).default('csv'),
  encoding: z.enum(encodings).default('utf-8'),
  /** The sheet of a workbook, the table of a database or the file of a zip archive; the first where absent. */
  part: z.string().min(1).max(300).optional(),
  /**
   * The line of the file that holds the headings; lines above it are no rows. Where it is blank, the next one does. It is 0
   * where the names of the columns stand in no line, as in JSON or a database.
   */
  headerLine: headerLine.default(1),
  delimiter: dialect.delimiter.default(','),
  quote: dialect.quote.default('"'),
  escaping: dialect.escaping.default('doubled'),
  decimalMark: z.enum(['.', ',']).default('.'),
  thousandsMark: z.enum(['', '.', ',', ' ', "'"]).default(''),
  /** Tokens YYYY YY MM M MMM DD D HH H mm ss and Z (offset); everything else stands for itself. */
  dateFormat: z.string().min(1).max(60).default('YYYY-MM-DD'),
  /** Language of month names in dates. */
  monthNames: z.string().max(10).default('en'),
  /** Texts that mean 'not recorded', beside the empty cell. */
  nulls: z.array(z.string()).default(['NA', 'N/A', 'NULL', 'null', '-', '\\N']),
  /** Which rows are records. */
  shape: shapeSchema.prefault({}),
  /** Columns that are written in another way than the rest of the file. */
  columns: columnReadingsSchema,
  dates: datesSchema,
  day: productionDaySchema.prefault({}),
  shifts: shiftsSchema,
  fields: z.partialRecord(z.enum(recordFieldNames as [RecordField, ...RecordField[]]), sourceSchema),
  /** Columns that each hold the defects, or the minutes of downtime, of one reason. */
  defectColumns: z.array(reasonColumn).default([]),
  downtimeColumns: z.array(reasonColumn).default([]),
  /**
   * Rows in which a column holds one of these texts take back others, such as movement 102: their quantities are below zero, and
   * they are set aside as such, or kept as they stand.
   */
  reversals: z
    .strictObject({ column: z.string(), in: z.array(z.string()).min(1).max(100), are: z.enum(reversalMeanings) })
    .optional(),
  /**
   * Fields that name a record for good: a row with the same values updates it. Without a key a row is known by all
   * it holds, and one that is already there is left alone.
   */
  key: z.array(z.enum(recordFieldNames as [RecordField, ...RecordField[]])).default([]),
  /** What was decided, for all such files, about rows that are not plausible. */
  gate: decisionsSchema.optional(),
});
export type ImportProfile = z.infer<typeof importProfileSchema>;

/** What a person says of a file that it does not tell by itself: how its text is written, which of its tables is meant, where that begins. */
export const fileChoiceSchema = importProfileSchema.pick({ part: true }).extend({
  encoding: z.enum(encodings).optional(),
  headerLine: headerLine.optional(),
  delimiter: dialect.delimiter.optional(),
  quote: dialect.quote.optional(),
  escaping: dialect.escaping.optional(),
  shape: shapeSchema.optional(),
  /** Columns by which a second file is joined. */
  joinOn: joinSchema.shape.on.optional(),
});
export type FileChoice = z.infer<typeof fileChoiceSchema>;
export type ImportProfileInput = z.input<typeof importProfileSchema>;

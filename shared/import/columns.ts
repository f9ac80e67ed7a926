import { z } from 'zod';

/** What a percent sign means: '12.5 %' is the share 0.125, or the number 12.5. */
export const percentMeanings = ['share', 'number'] as const;

/** What a letter M beside a number stands for. */
export const letterMeanings = ['millions', 'metres'] as const;

/** Which rows a cell counts for that is merged over several: each of them, or the first, the others being blank. */
export const mergedMeanings = ['each', 'first'] as const;

/** How one column is written where it differs from the rest of the file. */
export const columnReadingSchema = z.strictObject({
  decimalMark: z.enum(['.', ',']).optional(),
  thousandsMark: z.enum(['', '.', ',', ' ', "'"]).optional(),
  /**
   * The unit in which the numbers count, also where it is not written beside them; others of its kind are converted. '*' for
   * each row in its own; 'h:mm', 'mm:ss' and 'h:mm:ss' for times as a clock writes them, 'h.mm' and 'mm.ss' for those with a point.
   */
  unit: z.string().min(1).max(30).optional(),
  percent: z.enum(percentMeanings).optional(),
  /** What a letter M beside a number is: 1.5M is 1,500,000, or metres. */
  letterM: z.enum(letterMeanings).optional(),
  /** Further texts that mean 'not recorded' in this column, such as 65535. */
  nulls: z.array(z.string()).optional(),
  dateFormat: z.string().min(1).max(60).optional(),
  monthNames: z.string().max(10).optional(),
  merged: z.enum(mergedMeanings).optional(),
  /** What codes in this column are called, such as those of reasons; others stay as they are. */
  names: z.record(z.string().min(1), z.string().min(1).max(120)).optional(),
});
export type ColumnReading = z.infer<typeof columnReadingSchema>;

/** By the name of the column. */
export const columnReadingsSchema = z.record(z.string(), columnReadingSchema).default({});

const NOTHING_OWN: ColumnReading = {};

/** What is said of one column; empty for one like the rest. */
export function readingOfColumn(columns: Readonly<Record<string, ColumnReading>>, name: string): ColumnReading {
  return Object.hasOwn(columns, name) ? (columns[name] ?? NOTHING_OWN) : NOTHING_OWN;
}

import { z } from 'zod';
import { viewNameSchema } from './views.ts';

/** How close the rows of a grid stand, and how wide its columns are. */
export const densities = ['usual', 'compact', 'wide'] as const;
export type Density = (typeof densities)[number];

/** A column as a grid names it; which there are is the window's. */
const columnId = z.string().regex(/^[A-Za-z]{1,40}$/);
const MOST_COLUMNS = 60;

/** How the columns of a grid lie. What is not named is as it is at first. */
export const columnLayoutSchema = z.strictObject({
  /** The columns that were moved with those before them, in order; the others follow as they stand at first. */
  order: z.array(columnId).max(MOST_COLUMNS).default([]),
  /** Widths that were set, px. */
  widths: z.record(columnId, z.number().min(40).max(1_000)).default({}),
  /** Which were shown or hidden by hand. */
  shown: z.record(columnId, z.boolean()).default({}),
  /** So many from the left stay in view. */
  frozen: z.int().min(0).max(MOST_COLUMNS).default(1),
  density: z.enum(densities).default('usual'),
});
export type ColumnLayout = z.infer<typeof columnLayoutSchema>;

/** A layout under a name, for everybody who opens the store. */
export const columnSetSchema = z.strictObject({ name: viewNameSchema, layout: columnLayoutSchema });
export type ColumnSet = z.infer<typeof columnSetSchema>;

/** More column sets than this are found by nobody. */
export const MOST_COLUMN_SETS = 100;

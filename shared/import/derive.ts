import { z } from 'zod';

/** Fields that can tell one counter from another. */
export const counterFields = ['site', 'line', 'itemCode', 'lotNumber', 'orderNumber'] as const;
export type CounterField = (typeof counterFields)[number];

/**
 * How amounts are taken from a counter that only grows.
 * - take 'differences': each row has what the counter grew by since the row before; where it fell, it began anew at 0. The
 *   first row of a counter has no difference.
 * - take 'maximum': a counter that begins at 0 with each lot; each row has what it adds to the highest so far, so that the
 *   rows of a lot add up to its maximum.
 * - within: what tells one counter from another.
 * - order: which row is the one before: by the time of the rows (rows of the same time as in the file), or as in the file.
 */
export const counterSchema = z.strictObject({
  take: z.enum(['differences', 'maximum']),
  within: z.array(z.enum(counterFields)).min(1),
  order: z.enum(['time', 'file']).default('time'),
});
export type Counter = z.infer<typeof counterSchema>;

/** What can be calculated with a column beside `scale` and `times`. */
export const calculation = {
  /**
   * Take what `times` leaves of the whole: the column x (1 - the other, times the power of ten). So the total and the share
   * of scrap give the good ones.
   */
  rest: z.literal(true).optional(),
  /** Take another column off: the total less the good ones. */
  minus: z.string().optional(),
  counter: counterSchema.optional(),
};

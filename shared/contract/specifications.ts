import { z } from 'zod';
import { isoDate, measureName } from '../query/report-query.ts';

/** What limits are kept of: no two are of the same. Null stands for every item, every line, and for always. */
export const specificationKeySchema = z.strictObject({
  measure: measureName,
  item: z.string().min(1).max(200).nullable(),
  line: z.string().min(1).max(200).nullable(),
  /** The first production day on which they hold, so that what held before stays known. */
  since: isoDate.nullable(),
});
export type SpecificationKey = z.infer<typeof specificationKeySchema>;

const limit = z.number().nullable();

/** What is asked of a measure, as the engine gives it: shares of one, units. */
export const specificationSchema = specificationKeySchema
  .extend({ lower: limit, upper: limit, target: limit })
  .refine(({ lower, upper, target }) => lower !== null || upper !== null || target !== null, {
    error: 'there is no limit and no target',
  })
  .refine(({ lower, upper }) => lower === null || upper === null || lower < upper, {
    error: 'the lower limit is not below the upper one',
  })
  .refine(
    ({ lower, upper, target }) =>
      target === null || ((lower === null || lower <= target) && (upper === null || target <= upper)),
    { error: 'the target is not between the limits' },
  );
export type Specification = z.infer<typeof specificationSchema>;

/** More of them than this are read by nobody. */
export const MOST_SPECIFICATIONS = 2_000;

/** What numbers are compared with: other dates, another value of a field, or the plan. It lives in the address. Pure. */
import { z } from 'zod';
import type { FilterField } from '../../query/dimensions.ts';

/** Other dates; 'weekdays' are whole weeks away, so that a Monday stands beside a Monday. */
export const dateComparisons = ['before', 'beforeWeekdays', 'year', 'yearWeekdays'] as const;
export type DateComparison = (typeof dateComparisons)[number];

/** Fields of which one value is compared with another. */
export const comparableFields = ['line', 'item', 'shift', 'site', 'operator'] as const satisfies readonly FilterField[];
export type ComparableField = (typeof comparableFields)[number];

export const comparisonSchema = z.discriminatedUnion('with', [
  z.strictObject({ with: z.literal('dates'), dates: z.enum(dateComparisons) }),
  z.strictObject({ with: z.literal('plan') }),
  z.strictObject({ with: z.literal('value'), field: z.enum(comparableFields), value: z.string().max(500).nullable() }),
]);
export type Comparison = z.infer<typeof comparisonSchema>;

const NOT_RECORDED = '~';

/** Reads what an address compares with; null where it says nothing that is known. */
export function readComparison(text: string | null): Comparison | null {
  if (text === 'plan') return { with: 'plan' };
  const dates = dateComparisons.find((each) => each === text);
  if (dates) return { with: 'dates', dates };
  const colon = text?.indexOf(':') ?? -1;
  const field = comparableFields.find((each) => each === text?.slice(0, colon));
  if (!text || !field) return null;
  const value = text.slice(colon + 1);
  return { with: 'value', field, value: value === NOT_RECORDED ? null : value };
}

/** What `readComparison` reads back. */
export function writeComparison(comparison: Comparison): string {
  if (comparison.with === 'dates') return comparison.dates;
  return comparison.with === 'plan' ? 'plan' : `${comparison.field}:${comparison.value ?? NOT_RECORDED}`;
}

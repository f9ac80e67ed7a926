import type { PeriodGrain } from './day.ts';

/** The grain that gives a readable number of points for a range of so many days. */
export function grainFor(days: number): PeriodGrain {
  if (days <= 45) return 'day';
  if (days <= 200) return 'week';
  if (days <= 3 * 366) return 'month';
  return days <= 15 * 366 ? 'quarter' : 'year';
}

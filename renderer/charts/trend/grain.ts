import type { PeriodGrain } from '../../../shared/domain/day.ts';

const daysPer: Record<PeriodGrain, number> = { day: 1, week: 7, month: 30.4, quarter: 91, year: 365 };

/** More points than this cannot be told apart on a screen. */
const MOST_POINTS = 400;

/** The grain that gives a readable number of points for a range of so many days. */
export function grainFor(days: number): PeriodGrain {
  if (days <= 45) return 'day';
  if (days <= 200) return 'week';
  if (days <= 3 * 366) return 'month';
  return days <= 15 * 366 ? 'quarter' : 'year';
}

/** The grains worth offering for a range: at least two points, and no more than can be seen. */
export function grainsFor(days: number): PeriodGrain[] {
  const grains: PeriodGrain[] = ['day', 'week', 'month', 'quarter', 'year'];
  return grains.filter((grain) => grain === grainFor(days) || isReadable(days / daysPer[grain]));
}

function isReadable(points: number): boolean {
  return points >= 2 && points <= MOST_POINTS;
}

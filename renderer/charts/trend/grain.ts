import type { PeriodGrain } from '../../../shared/domain/day.ts';
import { grainFor } from '../../../shared/domain/grain.ts';

const daysPer: Record<PeriodGrain, number> = { day: 1, week: 7, month: 30.4, quarter: 91, year: 365 };

/** More points than this cannot be told apart on a screen. */
const MOST_POINTS = 400;

/** The grains worth offering for a range: at least two points, and no more than can be seen. */
export function grainsFor(days: number): PeriodGrain[] {
  const grains: PeriodGrain[] = ['day', 'week', 'month', 'quarter', 'year'];
  return grains.filter((grain) => grain === grainFor(days) || isReadable(days / daysPer[grain]));
}

function isReadable(points: number): boolean {
  return points >= 2 && points <= MOST_POINTS;
}

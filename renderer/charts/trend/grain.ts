import { type PeriodGrain, periodGrains } from '../../../shared/domain/day.ts';
import { grainOf, isFiner } from '../../../shared/domain/grain.ts';
import { lengthInDays } from '../../../shared/domain/range.ts';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';

const daysPer: Record<PeriodGrain, number> = { day: 1, week: 7, month: 30.4, quarter: 91, year: 365 };

/** More points than this cannot be told apart on a screen. */
const MOST_POINTS = 400;

/** The grains worth offering for a scope: at least two points, no more than can be seen, and none shorter than what a record is of. */
export function grainsFor(scope: Omit<ChartScope, 'filters'>): PeriodGrain[] {
  const days = lengthInDays(scope);
  const isOffered = (grain: PeriodGrain) =>
    isReadable(days / daysPer[grain]) && !isFiner(grain, scope.recordedBy ?? 'day');
  return periodGrains.filter((grain) => grain === grainOf(scope) || isOffered(grain));
}

function isReadable(points: number): boolean {
  return points >= 2 && points <= MOST_POINTS;
}

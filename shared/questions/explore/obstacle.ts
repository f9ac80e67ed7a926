import { lengthInDays, type RecordedDates } from '../../domain/range.ts';
import { planBaselines } from '../../query/plan-baseline.ts';
import type { ChartScope } from '../chart-scope.ts';
import { comparedRange } from './compared.ts';
import type { Comparison } from './comparison.ts';
import { dimensionsOf, type ExploreView } from './view.ts';

/** Why a comparison cannot be made. */
export type ComparisonObstacle = 'notCovered' | 'needsDays' | 'noPlan' | 'noPlanByReason';

/** More days than this are not looked at weekday by weekday. */
const MOST_WEEKDAYS = 371;

/** Why a view cannot be compared so; null where it can. */
export function obstacleToComparison(
  comparison: Comparison,
  { by, measures }: Pick<ExploreView, 'by' | 'measures'>,
  scope: ChartScope,
  { first, last }: RecordedDates,
): ComparisonObstacle | null {
  if (comparison.with === 'value') return null;
  if (comparison.with === 'plan') {
    if (by.some((each) => each === 'defectReason' || each === 'downtimeReason')) return 'noPlanByReason';
    return measures.some((measure) => planBaselines[measure]) ? null : 'noPlan';
  }
  const isByWeekday = comparison.dates.endsWith('Weekdays');
  // Months that are cut by whole weeks stand beside other months.
  const isByDays = dimensionsOf(by, scope).every((each) => !['month', 'quarter', 'year'].includes(each));
  if (isByWeekday && !(isByDays && lengthInDays(scope) <= MOST_WEEKDAYS)) return 'needsDays';
  return first !== null && first <= comparedRange(scope, comparison.dates, last).from ? null : 'notCovered';
}

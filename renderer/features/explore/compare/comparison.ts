/** What numbers are compared with: other dates, another value of a field, or the plan. It lives in the address. Pure. */
import { lengthInDays } from '../../../../shared/domain/range.ts';
import type { FilterField } from '../../../../shared/query/dimensions.ts';
import { planBaselines } from '../../../../shared/query/plan-baseline.ts';
import type { ChartScope } from '../../../charts/chart-scope.ts';
import { dimensionsOf, type ExploreView } from '../view.ts';
import { comparedRange } from './align.ts';

/** Other dates; 'weekdays' are whole weeks away, so that a Monday stands beside a Monday. */
export const dateComparisons = ['before', 'beforeWeekdays', 'year', 'yearWeekdays'] as const;
export type DateComparison = (typeof dateComparisons)[number];

/** Fields of which one value is compared with another. */
export const comparableFields = ['line', 'item', 'shift', 'site', 'operator'] as const satisfies readonly FilterField[];
export type ComparableField = (typeof comparableFields)[number];

export type Comparison =
  | { with: 'dates'; dates: DateComparison }
  | { with: 'plan' }
  | { with: 'value'; field: ComparableField; value: string | null };

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

/** Why a comparison cannot be made. */
export type ComparisonObstacle = 'notCovered' | 'needsDays' | 'noPlan' | 'noPlanByReason';

/** More days than this are not looked at weekday by weekday. */
const MOST_WEEKDAYS = 371;

/** Why a view cannot be compared so; null where it can. `first` is the first date that has records. */
export function obstacleToComparison(
  comparison: Comparison,
  { by, measures }: Pick<ExploreView, 'by' | 'measures'>,
  scope: ChartScope,
  first: string | null,
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
  return first !== null && first <= comparedRange(scope, comparison.dates).from ? null : 'notCovered';
}

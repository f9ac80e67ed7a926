import { type PeriodGrain, periodGrains } from './day.ts';
import { type DateRange, lengthInDays } from './range.ts';

/** Weeks of so many days can still be told apart. Months would have four of them or five. */
const MOST_DAYS_OF_WEEKS = 2 * 366;

/** The grain that gives a readable number of points for a range of so many days, of records that come once a period of `recorded`. */
export function grainFor(days: number, recorded: PeriodGrain = 'day'): PeriodGrain {
  if (recorded === 'week' && days <= MOST_DAYS_OF_WEEKS) return 'week';
  const usual = usualFor(days);
  return isFiner(usual, recorded) ? recorded : usual;
}

/** The grain that suits a scope. */
export function grainOf(scope: DateRange & { recordedBy?: PeriodGrain | undefined }): PeriodGrain {
  return grainFor(lengthInDays(scope), scope.recordedBy);
}

/** Whether periods of one grain are shorter than those of the other. */
export function isFiner(grain: PeriodGrain, other: PeriodGrain): boolean {
  return periodGrains.indexOf(grain) < periodGrains.indexOf(other);
}

function usualFor(days: number): PeriodGrain {
  if (days <= 45) return 'day';
  if (days <= 200) return 'week';
  if (days <= 3 * 366) return 'month';
  return days <= 15 * 366 ? 'quarter' : 'year';
}

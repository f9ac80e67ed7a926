/** How often the records of a store come. Pure. */
import { isoFromDay, type PeriodGrain, periodOfDay } from './day.ts';
import { periodsOf } from './periods.ts';

/** The days of one calendar month that have records: the first of them and the last. */
export interface RecordedMonth {
  firstDay: number;
  lastDay: number;
}

/** Fewer periods than this, or fewer of those between the first and the last, tell nothing. */
const LEAST_PERIODS = 3;
const LEAST_SHARE = 0.5;

/**
 * The period that a record stands for, by the months that have any: a file that has one day in each of them, as statistics of authorities
 * and month-end closings do, is of months, whichever day that is. Weeks are taken where each month begins and ends on one and the same weekday.
 * What is not sure is of days.
 */
export function recordedBy(months: readonly RecordedMonth[]): PeriodGrain {
  const days = [...new Set(months.flatMap(({ firstDay, lastDay }) => [firstDay, lastDay]))].sort((a, b) => a - b);
  const coarse = (['year', 'quarter', 'month'] as const).find((grain) => areOneAPeriod(days, grain));
  if (coarse) return coarse;
  const isOneWeekday = days.every((day) => (day - (days[0] ?? day)) % 7 === 0);
  return isOneWeekday && months.length >= LEAST_PERIODS && days.length > months.length ? 'week' : 'day';
}

function areOneAPeriod(days: readonly number[], grain: PeriodGrain): boolean {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || days.length < LEAST_PERIODS) return false;
  const periods = new Set(days.map((day) => periodOfDay(day, grain)));
  if (periods.size < days.length) return false;
  return periods.size >= LEAST_SHARE * periodsOf(isoFromDay(first), isoFromDay(last), grain).length;
}

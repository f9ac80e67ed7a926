import { daysOfMonthIndex, monthIndexOfDay, type PeriodGrain, periodOfDay } from '../../shared/domain/day.ts';

/** Numbers the periods of a range of days in order, so that grouping by one is an array look-up. */
export interface PeriodCalendar {
  first: number;
  /** Ordinal of the period of day `first + index`. */
  ordinals: Int32Array;
  labels: string[];
}

const known = new Map<PeriodGrain, PeriodCalendar>();

/** The last day of the period a day falls in. */
const lastDays: Record<PeriodGrain, (day: number) => number> = {
  day: (day) => day,
  week: (day) => day + 6 - ((((day + 3) % 7) + 7) % 7), // 1970-01-01 was a Thursday; weeks begin on Monday
  month: (day) => lastDayOfMonths(day, 1),
  quarter: (day) => lastDayOfMonths(day, 3),
  year: (day) => lastDayOfMonths(day, 12),
};

/** The last day of the period of so many months, counted from January. */
function lastDayOfMonths(day: number, months: number): number {
  const month = monthIndexOfDay(day);
  return daysOfMonthIndex(month - (month % months) + months - 1).last;
}

/** The calendar of a grain over at least these days; kept, as every question asks for the same few. */
export function periodCalendar(grain: PeriodGrain, first: number, last: number): PeriodCalendar {
  const kept = known.get(grain);
  if (kept && kept.first <= first && kept.first + kept.ordinals.length > last) return kept;
  const from = Math.min(first, kept?.first ?? first);
  const to = Math.max(last, kept ? kept.first + kept.ordinals.length - 1 : last);
  const ordinals = new Int32Array(to - from + 1);
  const labels: string[] = [];
  for (let day = from; day <= to; ) {
    const next = lastDays[grain](day) + 1;
    const ordinal = labels.push(periodOfDay(day, grain)) - 1;
    ordinals.fill(ordinal, day - from, next - from);
    day = next;
  }
  const calendar = { first: from, ordinals, labels };
  known.set(grain, calendar);
  return calendar;
}

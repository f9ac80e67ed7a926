import { dayFromIso, isoFromDay, lastDayOfPeriod, type PeriodGrain, periodOfDay } from './day.ts';

/** A period of the range, whether or not anything was made in it. */
export interface Period {
  name: string;
  /** The days of it that lie in the range. */
  from: string;
  to: string;
  /** The range cuts it, so that its sums are not those of the whole period. */
  partial: boolean;
}

/** All periods of a range in order. Both ends are included. */
export function periodsOf(from: string, to: string, grain: PeriodGrain): Period[] {
  const [first, last] = [dayFromIso(from), dayFromIso(to)];
  if (first === null || last === null) return [];
  const periods: Period[] = [];
  for (let day = first; day <= last; ) {
    const end = lastDayOfPeriod(day, grain);
    const isCut = end > last || (day === first && periodOfDay(day - 1, grain) === periodOfDay(day, grain));
    periods.push({
      name: periodOfDay(day, grain),
      from: isoFromDay(day),
      to: isoFromDay(Math.min(end, last)),
      partial: isCut,
    });
    day = end + 1;
  }
  return periods;
}

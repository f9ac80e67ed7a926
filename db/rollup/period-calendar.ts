import { lastDayOfPeriod, type PeriodGrain, periodOfDay } from '../../shared/domain/day.ts';

/** Numbers the periods of a range of days in order, so that grouping by one is an array look-up. */
export interface PeriodCalendar {
  first: number;
  /** Ordinal of the period of day `first + index`. */
  ordinals: Int32Array;
  labels: string[];
}

const known = new Map<PeriodGrain, PeriodCalendar>();

/** The calendar of a grain over at least these days; kept, as every question asks for the same few. */
export function periodCalendar(grain: PeriodGrain, first: number, last: number): PeriodCalendar {
  const kept = known.get(grain);
  if (kept && kept.first <= first && kept.first + kept.ordinals.length > last) return kept;
  const from = Math.min(first, kept?.first ?? first);
  const to = Math.max(last, kept ? kept.first + kept.ordinals.length - 1 : last);
  const ordinals = new Int32Array(to - from + 1);
  const labels: string[] = [];
  for (let day = from; day <= to; ) {
    const next = lastDayOfPeriod(day, grain) + 1;
    const ordinal = labels.push(periodOfDay(day, grain)) - 1;
    ordinals.fill(ordinal, day - from, next - from);
    day = next;
  }
  const calendar = { first: from, ordinals, labels };
  known.set(grain, calendar);
  return calendar;
}

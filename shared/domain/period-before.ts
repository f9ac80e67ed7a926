/** What a range of dates is compared with where nothing else is said. Pure. */
import { dayFromIso, isoFromDay, partsOfDay } from './day.ts';
import { addMonths, type DateRange, lengthInDays, wholeMonths } from './range.ts';

/** The dates that a range is compared with, and how far back they are in words: months and years where it is whole ones, weeks where it is a year of them. */
export interface PeriodBefore extends DateRange {
  count: number;
  unit: 'day' | 'week' | 'month' | 'quarter' | 'year';
  /** Whether it is the same part of the month, quarter or year before, rather than the whole of it. */
  isToDate: boolean;
}

/** Calendar units of which a range can be the beginning, by how many months they are; of several the first. */
const toDateUnits = [
  { unit: 'month', months: 1 },
  { unit: 'year', months: 12 },
  { unit: 'quarter', months: 3 },
] as const;

/** A week and a day have weekdays rather than dates to be compared by. */
const DAYS_OF_WEEKDAYS = [1, 7];

const DAYS_OF_A_YEAR_OF_WEEKS = 364;

/**
 * The period before a range in a store whose newest record is of `last`, null for none.
 * 1. A month, quarter or year that has got as far as the newest record is compared with the same part of the one before: 1 January to
 *    17 November with these days a year earlier. Each month that is whole there is whole here.
 * 2. Other whole months (or years) are compared with as many right before, not with as many days.
 * 3. All else is compared with as many days right before; so are a day and a week that happen to begin with a month.
 * Throws for what is no date.
 */
export function periodBefore(range: DateRange, last: string | null): PeriodBefore {
  const [start, end] = [dayOf(range.from), dayOf(range.to)];
  const months = wholeMonths(start, end + 1);
  const toDate = last !== null && range.to >= last ? toDateUnit(range, start, end) : null;
  if (toDate) {
    const back = (day: number) => addMonths(day, -toDate.months);
    const until = months === null ? back(end) : back(end + 1) - 1;
    return { from: isoFromDay(back(start)), to: isoFromDay(until), count: 1, unit: toDate.unit, isToDate: true };
  }
  if (months === null) {
    const days = end - start + 1;
    const isWeeks = days % DAYS_OF_A_YEAR_OF_WEEKS === 0;
    return {
      from: isoFromDay(start - days),
      to: isoFromDay(start - 1),
      ...(isWeeks ? { count: days / 7, unit: 'week' } : { count: days, unit: 'day' }),
      isToDate: false,
    };
  }
  const before = { from: isoFromDay(addMonths(start, -months)), to: isoFromDay(start - 1), isToDate: false };
  const isYears = months % 12 === 0 && range.from.endsWith('-01-01');
  return { ...before, ...(isYears ? { count: months / 12, unit: 'year' } : { count: months, unit: 'month' }) };
}

/** The unit that a range begins and does not fill; null where it begins none. */
function toDateUnit(range: DateRange, start: number, end: number) {
  if (DAYS_OF_WEEKDAYS.includes(lengthInDays(range))) return null;
  const { month, day } = partsOfDay(start);
  if (day !== 1) return null;
  const found = toDateUnits.find(({ months }) => (month - 1) % months === 0 && end < addMonths(start, months));
  const isFilled = found && end + 1 === addMonths(start, found.months);
  return found && !isFilled ? found : null;
}

/** Whether both are of one calendar year each, from its first day on, so that a day stands beside that of the same name. */
export function areYearsFromJanuary(range: DateRange, before: DateRange): boolean {
  return [range, before].every(({ from, to }) => from.endsWith('-01-01') && to.slice(0, 4) === from.slice(0, 4));
}

function dayOf(iso: string): number {
  const day = dayFromIso(iso);
  if (day === null) throw new Error(`'${iso}' is not a date`);
  return day;
}

import { dayFromIsoWeek, dayFromParts } from '../../../shared/domain/day.ts';
import { isCountedFormat } from '../../../shared/import/dates.ts';
import { minutesOfOffset, secondOfDay, withPlainClock } from './clock-text.ts';
import { readCounted } from './counted-dates.ts';
import { compileDatePattern } from './date-pattern.ts';
import { yearOfEra } from './era-year.ts';
import { monthFinder } from './month-names.ts';

/** What a text says about a moment, as written: nothing is shifted into another zone here. */
export interface WrittenDate {
  /** Calendar day, in days since 1970-01-01. */
  day: number;
  /** Seconds since midnight; null when the text has no time of day. */
  secondOfDay: number | null;
  /** Minutes east of UTC; null when the text does not say. */
  offsetMinutes: number | null;
}
export type DateParser = (text: string) => WrittenDate | null;

export { leavesClockOpen } from './date-pattern.ts';

// A plant's records lie well within these; a year such as 0001 or 9999 is a system's way of saying 'none'.
const YEARS = { first: 1900, last: 2199 };
const PIVOT_OF_TWO_DIGITS = 70;

/**
 * Compiles a date format (the tokens of date-pattern.ts; everything else stands for itself) or the name of a number that
 * counts days or seconds into a fast parser. MMM is a month name, short or long, of the language given. A format without a
 * day gives the first of the month, one of a week without a weekday its Monday. A time of day (and an offset) may follow the
 * date even if the format names none, and may lack if it does. The parser returns null for what is no date of the calendar
 * (2025-02-30). Throws INVALID_PROFILE for a format without year and month.
 */
export function compileDateFormat(format: string, monthNames: string): DateParser {
  const parse = isCountedFormat(format)
    ? (text: string) => readCounted(text, format, YEARS)
    : compileWritten(format, monthNames);
  // Files are full of repeated dates, one after the other.
  let lastText: string | null = null;
  let lastDate: WrittenDate | null = null;
  return (text) => {
    if (text === lastText) return lastDate;
    lastText = text;
    lastDate = parse(text);
    return lastDate;
  };
}

function compileWritten(format: string, monthNames: string): DateParser {
  const pattern = compileDatePattern(format, monthNames);
  const monthOf = monthFinder(format, monthNames);
  return (text) => interpretDate((pattern.exec(text) ?? pattern.exec(withPlainClock(text)))?.groups, monthOf);
}

type Groups = Record<string, string | undefined> | undefined;
type MonthOf = (text: string) => number | undefined;

/** What the named groups of a date pattern say; null for what is no date of the calendar. */
export function interpretDate(groups: Groups, monthOf: MonthOf): WrittenDate | null {
  if (groups === undefined) return null;
  const day = dayOf(groups, monthOf);
  if (day === null) return null;
  if (groups.hour === undefined) return { day, secondOfDay: null, offsetMinutes: null };
  const seconds = secondOfDay(groups.hour, groups.minute, groups.second, groups.lead ?? groups.half);
  if (seconds === null) return null;
  const offsetMinutes = groups.offset === undefined ? null : minutesOfOffset(groups.offset);
  // 24:00 is how some systems write the midnight that ends a day.
  return seconds === 86_400
    ? { day: day + 1, secondOfDay: 0, offsetMinutes }
    : { day, secondOfDay: seconds, offsetMinutes };
}

function dayOf(groups: NonNullable<Groups>, monthOf: MonthOf): number | null {
  let year = groups.eraYear === undefined ? Number(groups.year) : yearOfEra(groups.eraYear);
  if (groups.year?.length === 2) year += year < PIVOT_OF_TWO_DIGITS ? 2000 : 1900;
  if (Number.isNaN(year) || year < YEARS.first || year > YEARS.last) return null;
  if (groups.week !== undefined) return dayFromIsoWeek(year, Number(groups.week), Number(groups.weekday ?? 1));
  if (groups.dayOfYear !== undefined) return dayOfYear(year, Number(groups.dayOfYear));
  if (groups.month === undefined) return null;
  const month = groups.month.length <= 2 && /^\d/.test(groups.month) ? Number(groups.month) : monthOf(groups.month);
  return month === undefined ? null : dayFromParts(year, month, groups.day === undefined ? 1 : Number(groups.day));
}

function dayOfYear(year: number, count: number): number | null {
  const first = dayFromParts(year, 1, 1) ?? 0;
  const next = dayFromParts(year + 1, 1, 1) ?? 0;
  return count >= 1 && first + count <= next ? first + count - 1 : null;
}

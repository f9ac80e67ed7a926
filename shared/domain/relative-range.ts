import { assertNever } from '../lib/assert-never.ts';
import { dayFromIso, isoFromDay, partsOfDay } from './day.ts';
import { addMonths, type DateRange } from './range.ts';
import { weekdayOf } from './shift-calendar.ts';

/** Ranges that are told from the day on which they are asked, as a report is that comes again and again. */
export const relativeRanges = [
  'yesterday',
  'last7days',
  'lastWeek',
  'last30days',
  'thisMonth',
  'lastMonth',
  'last12months',
  'lastYear',
] as const;
export type RelativeRange = (typeof relativeRanges)[number];

/**
 * The production days of a range, first and last included, asked on a day ('YYYY-MM-DD'). None reaches that day itself, which is not
 * over yet: 'last 7 days' end with yesterday, 'this month' too, so that on its first day it is the whole month before. Weeks begin on Monday,
 * as in ISO 8601.
 */
export function datesOfRelative(range: RelativeRange, today: string): DateRange {
  const day = dayFromIso(today);
  if (day === null) throw new Error(`'${today}' is not a date`);
  const yesterday = day - 1;
  const { year, month } = partsOfDay(day);
  const firstOf = (y: number, m: number) => `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-01`;
  const daysUntilYesterday = (count: number) => ({ from: isoFromDay(day - count), to: isoFromDay(yesterday) });
  const firstOfMonth = dayFromIso(firstOf(year, month)) ?? day;
  switch (range) {
    case 'yesterday':
      return daysUntilYesterday(1);
    case 'last7days':
      return daysUntilYesterday(7);
    case 'last30days':
      return daysUntilYesterday(30);
    case 'lastWeek': {
      const monday = day - (weekdayOf(day) - 1);
      return { from: isoFromDay(monday - 7), to: isoFromDay(monday - 1) };
    }
    case 'thisMonth':
      return { from: `${isoFromDay(yesterday).slice(0, 7)}-01`, to: isoFromDay(yesterday) };
    case 'lastMonth':
      return { from: isoFromDay(addMonths(firstOfMonth, -1)), to: isoFromDay(firstOfMonth - 1) };
    case 'last12months':
      return { from: isoFromDay(addMonths(firstOfMonth, -12)), to: isoFromDay(firstOfMonth - 1) };
    case 'lastYear':
      return { from: firstOf(year - 1, 1), to: isoFromDay((dayFromIso(firstOf(year, 1)) ?? day) - 1) };
    default:
      return assertNever(range);
  }
}

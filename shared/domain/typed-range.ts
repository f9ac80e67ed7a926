import { dayFromIso, isoFromDay } from './day.ts';
import { addMonths, type DateRange } from './range.ts';

/**
 * The days that a typed date means: a day, all of a month or all of a year. The year comes first with four digits, so that no day
 * is taken for a month; '-', '.', '/' and blanks between are one. Null for what is no date.
 */
export function daysOfTyped(text: string): DateRange | null {
  const [, year, month, day] = /^\s*(\d{4})(?:[-./\s]+(\d{1,2})(?:[-./\s]+(\d{1,2}))?)?[-./\s]*$/.exec(text) ?? [];
  if (year === undefined) return null;
  const first = dayFromIso(`${year}-${two(month)}-${two(day)}`);
  if (first === null) return null;
  if (day !== undefined) return { from: isoFromDay(first), to: isoFromDay(first) };
  return { from: isoFromDay(first), to: isoFromDay(addMonths(first, month === undefined ? 12 : 1) - 1) };
}

function two(digits = '1'): string {
  return digits.padStart(2, '0');
}

/**
 * The range from one typed date to another; a month or a year alone is all of it. Null where either is no date, where the end is not typed yet, or
 * where it comes before the beginning.
 */
export function typedRange(first: string, last: string): DateRange | null {
  const begin = daysOfTyped(first);
  if (begin === null) return null;
  if (last.trim() === '') return begin.from === begin.to ? null : begin;
  const end = daysOfTyped(last);
  return end === null || end.to < begin.from ? null : { from: begin.from, to: end.to };
}

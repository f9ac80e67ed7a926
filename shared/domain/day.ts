/**
 * Production days are counted as whole days since 1970-01-01, so that a range is a pair of small integers and no
 * time zone can shift a record into another day. Periods (week, month ...) derive from days, never from each other.
 */

const MS_PER_DAY = 86_400_000;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

export const periodGrains = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type PeriodGrain = (typeof periodGrains)[number];

/** Day number of a calendar date, or null when the calendar has no such date (2025-02-30). Month is 1 to 12. */
export function dayFromParts(year: number, month: number, day: number): number | null {
  const ms = Date.UTC(year, month - 1, day);
  const date = new Date(ms);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? ms / MS_PER_DAY : null;
}

/** Day number of 'YYYY-MM-DD', or null when the text is no such date. */
export function dayFromIso(text: string): number | null {
  const match = ISO_DATE.exec(text);
  return match ? dayFromParts(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** 'YYYY-MM-DD' of a day number. */
export function isoFromDay(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Year, month (1 to 12) and day of the month of a day number. */
export function partsOfDay(day: number): { year: number; month: number; day: number } {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Months since year 0: the unit in which partitions are catalogued and answers go stale. */
export function monthIndexOfDay(day: number): number {
  const { year, month } = partsOfDay(day);
  return year * 12 + month - 1;
}

/** First and last day number of a month index. */
export function daysOfMonthIndex(monthIndex: number): { first: number; last: number } {
  const year = Math.floor(monthIndex / 12);
  const first = Date.UTC(year, monthIndex % 12, 1) / MS_PER_DAY;
  return { first, last: Date.UTC(year, (monthIndex % 12) + 1, 1) / MS_PER_DAY - 1 };
}

/** 0 on Monday to 6 on Sunday; 1970-01-01 was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** ISO 8601 week of a day: the week belongs to the year of its Thursday (2024-12-30 is 2025-W01). */
export function isoWeekOfDay(day: number): string {
  const thursday = day - weekdayOf(day) + 3;
  const year = partsOfDay(thursday).year;
  const week = Math.floor((thursday - Date.UTC(year, 0, 1) / MS_PER_DAY) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Day number of a day (1 to 7, 1 being Monday) of an ISO week, or null when the year has no such week. */
export function dayFromIsoWeek(year: number, week: number, weekday: number): number | null {
  const fourth = Date.UTC(year, 0, 4) / MS_PER_DAY; // the fourth of January is always in the first week
  const monday = fourth - weekdayOf(fourth) + (week - 1) * 7;
  const isWeek = isoWeekOfDay(monday) === `${year}-W${String(week).padStart(2, '0')}`;
  return isWeek && weekday >= 1 && weekday <= 7 ? monday + weekday - 1 : null;
}

const lastDays: Record<PeriodGrain, (day: number) => number> = {
  day: (day) => day,
  week: (day) => day - weekdayOf(day) + 6,
  month: (day) => lastDayOfMonths(day, 1),
  quarter: (day) => lastDayOfMonths(day, 3),
  year: (day) => lastDayOfMonths(day, 12),
};

/** The last day of the period of so many months, counted from January. */
function lastDayOfMonths(day: number, months: number): number {
  const month = monthIndexOfDay(day);
  return daysOfMonthIndex(month - (month % months) + months - 1).last;
}

/** The first day of the period that a day falls in. */
export function firstDayOfPeriod(day: number, grain: PeriodGrain): number {
  if (grain === 'day') return day;
  if (grain === 'week') return day - weekdayOf(day);
  const months = { month: 1, quarter: 3, year: 12 }[grain];
  const month = monthIndexOfDay(day);
  return daysOfMonthIndex(month - (month % months)).first;
}

/** The last day of the period that a day falls in. */
export function lastDayOfPeriod(day: number, grain: PeriodGrain): number {
  return lastDays[grain](day);
}

/** Name of the period a day falls in: '2024-01-31', '2024-W05', '2024-01', '2024-Q1' or '2024'. */
export function periodOfDay(day: number, grain: PeriodGrain): string {
  if (grain === 'day') return isoFromDay(day);
  if (grain === 'week') return isoWeekOfDay(day);
  const { year, month } = partsOfDay(day);
  if (grain === 'month') return `${year}-${String(month).padStart(2, '0')}`;
  if (grain === 'quarter') return `${year}-Q${Math.ceil(month / 3)}`;
  return String(year);
}

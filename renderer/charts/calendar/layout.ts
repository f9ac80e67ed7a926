/** Where the days of a range stand in a calendar: a column a week, a row a weekday, a strip a year where it is long. Pure. */
import { dayFromIso, isoFromDay, partsOfDay } from '../../../shared/domain/day.ts';
import type { DateRange } from '../../../shared/domain/range.ts';

export interface CalendarDay {
  /** Production day, 'YYYY-MM-DD'. */
  date: string;
  /** Weeks from the left, and days from the first of the week. */
  column: number;
  row: number;
}

export interface CalendarStrip {
  /** The year where there are several strips; null where there is one. */
  year: number | null;
  days: CalendarDay[];
  columns: number;
  /** Where a month begins: its column and name, 'YYYY-MM'. */
  months: { month: string; column: number }[];
}

/** So many weeks are one strip, also over the end of a year. */
const MOST_COLUMNS = 54;

/** The days of a range, both ends included; weeks begin on the weekday given, 1 for Monday to 7 for Sunday. */
export function stripsOf({ from, to }: DateRange, firstWeekday: number): CalendarStrip[] {
  const [first, last] = [dayFromIso(from), dayFromIso(to)];
  if (first === null || last === null) return [];
  const one = stripOf(first, last, firstWeekday, null);
  if (one.columns <= MOST_COLUMNS) return [one];
  const years: CalendarStrip[] = [];
  for (let day = first; day <= last; ) {
    const { year } = partsOfDay(day);
    const end = Math.min(last, dayFromIso(`${String(year).padStart(4, '0')}-12-31`) ?? last);
    years.push(stripOf(day, end, firstWeekday, year));
    day = end + 1;
  }
  return years;
}

function stripOf(first: number, last: number, firstWeekday: number, year: number | null): CalendarStrip {
  const lead = rowOf(first, firstWeekday);
  const days = Array.from({ length: last - first + 1 }, (_, at): CalendarDay => {
    return { date: isoFromDay(first + at), column: Math.floor((lead + at) / 7), row: (lead + at) % 7 };
  });
  const months = days
    .filter(({ date }, at) => at === 0 || date.endsWith('-01'))
    .map(({ date, column }) => ({ month: date.slice(0, 7), column }));
  return { year, days, columns: (days.at(-1)?.column ?? -1) + 1, months };
}

/** How far a day is from the first of its week. */
function rowOf(day: number, firstWeekday: number): number {
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1; // 1970-01-01 was a Thursday; Monday is 1
  return (weekday - firstWeekday + 7) % 7;
}

export interface CalendarSizes {
  cellWidth: number;
  cellHeight: number;
  /** Room for the names of weekdays at the left and of months above. */
  left: number;
  head: number;
  /** From the top of a strip to that of the next. */
  stripHeight: number;
  height: number;
  /** Whether there is room for numbers in the cells. */
  hasNumbers: boolean;
}

const LEFT = 44;
const HEAD = 20;
const BETWEEN = 10;
const ROOM_FOR_NUMBERS = 44;

/** Sizes in px for so much width: cells as large as fit, up to a size that reads well. */
export function calendarSizes(strips: readonly CalendarStrip[], width: number): CalendarSizes {
  const columns = Math.max(1, ...strips.map((strip) => strip.columns));
  const cellWidth = Math.max(8, Math.min(60, Math.floor((width - LEFT - 2) / columns)));
  const cellHeight = Math.min(cellWidth, 26);
  const stripHeight = HEAD + 7 * cellHeight + BETWEEN;
  const hasNumbers = cellWidth >= ROOM_FOR_NUMBERS;
  return {
    cellWidth,
    cellHeight,
    left: LEFT,
    head: HEAD,
    stripHeight,
    height: strips.length * stripHeight,
    hasNumbers,
  };
}

/** The day at a point of the chart, px; null beside all days. */
export function dayAt(x: number, y: number, strips: readonly CalendarStrip[], sizes: CalendarSizes): string | null {
  const strip = strips[Math.floor(y / sizes.stripHeight)];
  const column = Math.floor((x - sizes.left) / sizes.cellWidth);
  const row = Math.floor(((y % sizes.stripHeight) - sizes.head) / sizes.cellHeight);
  return strip?.days.find((day) => day.column === column && day.row === row)?.date ?? null;
}

/** The left upper corner of a day, px. */
export function placeOfDay(
  date: string,
  strips: readonly CalendarStrip[],
  sizes: CalendarSizes,
): { x: number; y: number } {
  const at = strips.findIndex(({ days }) => days.some((day) => day.date === date));
  const day = strips[at]?.days.find((each) => each.date === date);
  return {
    x: sizes.left + (day?.column ?? 0) * sizes.cellWidth,
    y: Math.max(0, at) * sizes.stripHeight + sizes.head + (day?.row ?? 0) * sizes.cellHeight,
  };
}

/** The day after a key: arrows go by a day or a week, Page Up and Down by four weeks, Home and End to the ends; null for another key. */
export function dayAfterKey(now: string | null, key: string, { from, to }: DateRange): string | null {
  const [first, last] = [dayFromIso(from), dayFromIso(to)];
  if (first === null || last === null) return null;
  const steps: Record<string, number> = {
    ArrowUp: -1,
    ArrowDown: 1,
    ArrowLeft: -7,
    ArrowRight: 7,
    PageUp: -28,
    PageDown: 28,
    Home: first - last,
    End: last - first,
  };
  const step = steps[key];
  if (step === undefined) return null;
  const day = now === null ? null : dayFromIso(now);
  if (day === null) return key === 'End' ? to : from;
  return isoFromDay(Math.min(last, Math.max(first, day + step)));
}

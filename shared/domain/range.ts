import { assertNever } from '../lib/assert-never.ts';
import {
  dayFromIso,
  dayFromParts,
  firstDayOfPeriod,
  isoFromDay,
  lastDayOfPeriod,
  type PeriodGrain,
  partsOfDay,
  periodGrains,
} from './day.ts';

/** Ranges by name, relative to the newest record, as plants look at what was made and not at today's date. */
export const rangePresets = [
  'lastDay',
  'last7days',
  'last30days',
  'last90days',
  'last12months',
  'thisMonth',
  'lastMonth',
  'thisYear',
  'lastYear',
  'all',
] as const;
export type RangePreset = (typeof rangePresets)[number];
export const defaultRange: RangePreset = 'last12months';

const WEEKS_OF_YEAR = 52;

/** The first and the last day that have records; null in a store that has none. */
export interface RecordedDates {
  first: string | null;
  last: string | null;
}

/** What named ranges are counted in. */
const unitOfPreset: Record<RangePreset, PeriodGrain> = {
  lastDay: 'day',
  last7days: 'day',
  last30days: 'day',
  last90days: 'day',
  last12months: 'month',
  thisMonth: 'month',
  lastMonth: 'month',
  thisYear: 'year',
  lastYear: 'year',
  all: 'year',
};

/** The named ranges of which records that come once a period of `recorded` have more than a part of one. */
export function presetsFor(recorded: PeriodGrain): RangePreset[] {
  const isShorter = (unit: PeriodGrain) => periodGrains.indexOf(unit) < periodGrains.indexOf(recorded);
  const fits = (preset: RangePreset) => !isShorter(unitOfPreset[preset]);
  const isOfWeeks = (preset: RangePreset) => recorded === 'week' && preset !== 'lastDay';
  return rangePresets.filter((preset) => preset === defaultRange || fits(preset) || isOfWeeks(preset));
}

/** First and last production date, both included, 'YYYY-MM-DD'. */
export interface DateRange {
  from: string;
  to: string;
}

export function isRangePreset(text: string): text is RangePreset {
  return (rangePresets as readonly string[]).includes(text);
}

/**
 * The dates of a preset in a store whose records lie between `first` and `last`; it does not begin before them. Where records come once a
 * period of `recorded`, and lie between the first day of one and the last of another, no such period is cut by a range of shorter ones, and
 * twelve months of weeks are fifty-two.
 */
export function datesOfPreset(
  preset: RangePreset,
  first: string,
  last: string,
  recorded: PeriodGrain = 'day',
): DateRange {
  if (preset === 'last12months' && recorded === 'week') {
    const begin = isoFromDay(dayOf(last) - WEEKS_OF_YEAR * 7 + 1);
    return { from: begin < first ? first : begin, to: last };
  }
  const dates = datesByDay(preset, first, last);
  const isCut = periodGrains.indexOf(unitOfPreset[preset]) < periodGrains.indexOf(recorded);
  return isCut ? wholePeriods(dates, recorded) : dates;
}

function datesByDay(preset: RangePreset, first: string, last: string): DateRange {
  const [start, end] = [dayOf(first), dayOf(last)];
  const { year } = partsOfDay(end);
  const until = (from: number): DateRange => ({ from: from < start ? first : isoFromDay(from), to: last });
  switch (preset) {
    case 'lastDay':
      return until(end);
    case 'last7days':
      return until(end - 6);
    case 'last30days':
      return until(end - 29);
    case 'last90days':
      return until(end - 89);
    case 'last12months':
      return until(addMonths(end + 1, -12));
    case 'thisMonth':
      return until(dayOf(`${last.slice(0, 7)}-01`));
    case 'lastMonth': {
      const firstOfMonth = dayOf(`${last.slice(0, 7)}-01`);
      return { from: isoFromDay(addMonths(firstOfMonth, -1)), to: isoFromDay(firstOfMonth - 1) };
    }
    case 'thisYear':
      return until(dayOf(`${last.slice(0, 4)}-01-01`));
    case 'lastYear':
      return { from: `${pad(year - 1)}-01-01`, to: `${pad(year - 1)}-12-31` };
    case 'all':
      return { from: first, to: last };
    default:
      return assertNever(preset);
  }
}

/** The range with all days of the periods that it touches: where a record is of a month, no day of it is left out. */
export function wholePeriods({ from, to }: DateRange, grain: PeriodGrain): DateRange {
  return {
    from: isoFromDay(firstDayOfPeriod(dayOf(from), grain)),
    to: isoFromDay(lastDayOfPeriod(dayOf(to), grain)),
  };
}

/** A range of the same length right before. A range of whole months follows as many, not as many days. */
export function rightBefore({ from, to }: DateRange): DateRange {
  const [start, end] = [dayOf(from), dayOf(to)];
  const months = wholeMonths(start, end + 1);
  const begin = months === null ? start - (end - start + 1) : addMonths(start, -months);
  return { from: isoFromDay(begin), to: isoFromDay(start - 1) };
}

/** A range of the same length right after. A range of whole months is followed by as many, not by as many days. */
export function periodAfter({ from, to }: DateRange): DateRange {
  const [start, end] = [dayOf(from), dayOf(to)];
  const months = wholeMonths(start, end + 1);
  const length = months === null ? (day: number) => day + end - start + 1 : (day: number) => addMonths(day, months);
  return { from: isoFromDay(end + 1), to: isoFromDay(length(end + 1) - 1) };
}

/**
 * The dates that a step earlier or later shows, of as many days or months; null where none of them lies from `first` to `last`.
 * From a month or a year that is not over, the step goes to the whole one before or after it.
 */
export function stepped(
  range: DateRange,
  preset: RangePreset | null,
  step: 'earlier' | 'later',
  { first, last }: { first: string; last: string },
): DateRange | null {
  const whole = wholeOf(range, preset);
  const next = step === 'earlier' ? rightBefore(whole) : periodAfter(whole);
  return next.from > last || next.to < first ? null : { from: next.from, to: next.to };
}

/** The whole month or year that a preset is the beginning of; any other range as it is. */
function wholeOf(range: DateRange, preset: RangePreset | null): DateRange {
  const year = range.to.slice(0, 4);
  if (preset === 'thisYear') return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (preset !== 'thisMonth') return range;
  const start = dayOf(`${range.to.slice(0, 7)}-01`);
  return { from: isoFromDay(start), to: isoFromDay(addMonths(start, 1) - 1) };
}

/** How many days a range has, both ends included. */
export function lengthInDays({ from, to }: DateRange): number {
  return dayOf(to) - dayOf(from) + 1;
}

/** How many whole months lie between two days; null when it is not a whole number of them. */
export function wholeMonths(start: number, end: number): number | null {
  const [a, b] = [partsOfDay(start), partsOfDay(end)];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return months > 0 && addMonths(start, months) === end && addMonths(end, -months) === start ? months : null;
}

/** The same day of another month, or that month's last day where it has no such day. */
export function addMonths(day: number, months: number): number {
  const { year, month, day: dayOfMonth } = partsOfDay(day);
  const index = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  for (let d = dayOfMonth; d > 28; d--) {
    const found = dayFromParts(y, m, d);
    if (found !== null) return found;
  }
  return dayOf(`${pad(y)}-${String(m).padStart(2, '0')}-${String(Math.min(dayOfMonth, 28)).padStart(2, '0')}`);
}

function dayOf(iso: string): number {
  const day = dayFromIso(iso);
  if (day === null) throw new Error(`'${iso}' is not a date`);
  return day;
}

function pad(year: number): string {
  return String(year).padStart(4, '0');
}

import { basename } from 'node:path';
import { compileDatePattern } from './date-pattern.ts';
import { interpretDate, type WrittenDate } from './dates.ts';
import { monthFinder } from './month-names.ts';

/** Ways in which names of files say a date, the surest first. */
const FORMATS = [
  ...['YYYYMMDD', 'YYYY-MM-DD', 'YYYY_MM_DD', 'YYYY.MM.DD', 'YYYY년 M월 D일', 'YYYY년M월D일'],
  ...[
    'DD.MM.YYYY',
    'DD-MM-YYYY',
    'DD_MM_YYYY',
    'DDMMYYYY',
    'MM.DD.YYYY',
    'MM-DD-YYYY',
    'MM_DD_YYYY',
    'MMDDYYYY',
    'YYMMDD',
    'YY-MM-DD',
  ],
  ...['D MMM YYYY', 'D-MMM-YYYY', 'DMMMYYYY', 'YYYY-Www'],
  ...['YYYY-MM', 'YYYY_MM', 'YYYYMM', 'YYYY년 M월', 'YYYY년M월', 'MMM YYYY', 'MMM-YYYY', 'MMM_YYYY'],
];
/** Of these digits alone, only the year first is sure: the others could be read in another order. */
const SURE = /^YYYY.*[MD]/;
/** Both orders are tried of these: where one alone gives a date, it is the one. */
const SURE_ALONE = /YYYY$/;

/**
 * The date in the name of a file, read by a format that need not fill it; a sentence where the name holds none, or two that
 * differ.
 */
export function dateInFileName(fileName: string, format: string, monthNames: string): WrittenDate | string {
  const days = daysIn(stemOf(fileName), format, monthNames);
  const [day] = days;
  if (day !== undefined && days.size === 1) return { day, secondOfDay: null, offsetMinutes: null };
  const what = days.size === 0 ? 'no date' : 'more than one date';
  return `the name of the file, '${fileName}', holds ${what} written as ${format}`;
}

/** A date that the name of a file may be meant to say. */
export interface NameReading {
  format: string;
  day: number;
}

/**
 * Every reading of the name of a file as one date, the likeliest first; those after the first give other days. Empty where
 * the name holds no date. `isSure` is false where only a person can tell: the order is open, or the name says a month or a
 * week only.
 */
export function datesInFileName(fileName: string): { readings: NameReading[]; isSure: boolean } {
  const readings: NameReading[] = [];
  for (const format of FORMATS) {
    const [day, other] = daysIn(stemOf(fileName), format, 'en');
    if (day === undefined || other !== undefined || readings.some((reading) => reading.day === day)) continue;
    if (readings.length === 0 || isRival(readings[0]?.format ?? '', format)) readings.push({ format, day });
    if (SURE.test(format) && format.includes('D')) break;
  }
  const format = readings[0]?.format ?? '';
  return {
    readings,
    isSure: readings.length === 1 && format.includes('D') && (SURE.test(format) || SURE_ALONE.test(format)),
  };
}

/** A part of a date is no other reading of it: 2024-03 within 2024-03-01. */
function isRival(format: string, other: string): boolean {
  return format.includes('D') === other.includes('D');
}

function daysIn(stem: string, format: string, monthNames: string): Set<number> {
  const pattern = compileDatePattern(format, monthNames, 'within');
  const monthOf = monthFinder(format, monthNames);
  const days = new Set<number>();
  for (const match of stem.matchAll(pattern)) {
    const date = interpretDate(match.groups, monthOf);
    if (date !== null) days.add(date.day);
  }
  return days;
}

/** The name without its folder and its endings ('.csv.gz'). */
function stemOf(fileName: string): string {
  return basename(fileName).replace(/(?:\.[A-Za-z]{2,7})+$/, '');
}

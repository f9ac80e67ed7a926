import { dayFromParts } from '../../shared/domain/day.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { foldName, monthNamesOf } from './month-names.ts';

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

const TOKEN = /YYYY|YY|MMMM?|MM|M|DD|D|HH|H|hh|h|mm|ss|A|Z/g;
const CLOCK_TOKENS = new Set(['HH', 'H', 'hh', 'h', 'mm', 'ss', 'A', 'Z']);
const OFFSET = 'Z|[+-]\\d{2}:?(?:\\d{2})?';
const ANY_CLOCK = `(?:[T ]\\s*(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?(?:\\s*(?<half>[AaPp]\\.?[Mm]\\.?))?\\s*(?<offset>${OFFSET})?)?`;

// A plant's records lie well within these; a year such as 0001 or 9999 is a system's way of saying 'none'.
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const PIVOT_OF_TWO_DIGITS = 70;

/**
 * Compiles a date format (YYYY YY M MM MMM D DD H HH h hh mm ss A Z; everything else stands for itself) into a fast
 * parser. MMM is a month name, short or long, of the language given. A format without a day gives the first of the
 * month. A time of day (and an offset) may follow the date even if the format names none, and may lack if it does.
 * The parser returns null for what is no date of the calendar (2025-02-30). Throws INVALID_PROFILE for a format
 * without year or month.
 */
export function compileDateFormat(format: string, monthNames: string): DateParser {
  const pattern = compilePattern(format, monthNames);
  const months = format.includes('MMM') ? monthNamesOf(monthNames) : new Map<string, number>();
  const monthOf = (text: string) => months.get(text) ?? months.get(foldName(text));
  // Files are full of repeated dates, one after the other.
  let lastText: string | null = null;
  let lastDate: WrittenDate | null = null;

  return (text) => {
    if (text === lastText) return lastDate;
    lastText = text;
    lastDate = interpret(pattern.exec(text)?.groups, monthOf);
    return lastDate;
  };
}

// A plain time of day at the end is read with or without seconds and offset, whichever of them the format names.
const PLAIN_CLOCK = /(?:T| +)HH?:mm(?::ss)?$/;

/** True for a format that leaves the time of day open: any date it reads may be followed by one. */
export function leavesClockOpen(format: string): boolean {
  const tokens = format.replace(PLAIN_CLOCK, '').match(TOKEN) ?? [];
  return !tokens.some((token) => CLOCK_TOKENS.has(token));
}

function compilePattern(wholeFormat: string, monthNames: string): RegExp {
  const format = wholeFormat.replace(PLAIN_CLOCK, '');
  const tokens = [...format.matchAll(TOKEN)];
  const named = new Set<string>();
  let source = '';
  let clockFrom: number | null = null;
  let end = 0;
  tokens.forEach((match, index) => {
    const token = match[0];
    const literal = format.slice(end, match.index);
    const isClock = CLOCK_TOKENS.has(token);
    if (isClock && clockFrom === null && isDate(named)) {
      clockFrom = source.length;
      // 'T' and a blank are both written between date and time.
      source += literal === '' ? '' : /^(T| +)$/.test(literal) ? '(?:T| +)' : literalSource(literal);
    } else source += literalSource(literal);
    end = match.index + token.length;
    const name = groupName(token);
    if (named.has(name)) throw invalid(format, `names the ${name} twice`);
    named.add(name);
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    const touches =
      (before !== undefined && before.index + before[0].length === match.index && isNumeric(before[0])) ||
      (after !== undefined && after.index === end && isNumeric(after[0]));
    if (token === 'Z') source += '\\s*';
    source += `(?<${name}>${tokenSource(token, touches, monthNames)})`;
    if (token.startsWith('MMM')) source += '\\.?';
    if (token === 'ss') source += '(?:[.,]\\d+)?';
  });
  const last = literalSource(format.slice(end));
  if (!named.has('year') || !named.has('month')) throw invalid(format, 'needs a year (YYYY) and a month (M or MMM)');
  if (clockFrom !== null)
    return new RegExp(`^${source.slice(0, clockFrom)}(?:${source.slice(clockFrom)}${last})?$`, 'u');
  if ([...named].some((name) => ['hour', 'minute', 'second', 'half', 'offset'].includes(name))) {
    return new RegExp(`^${source}${last}$`, 'u');
  }
  return new RegExp(`^${source}${last}${ANY_CLOCK}$`, 'u');
}

function isDate(named: Set<string>): boolean {
  return named.has('year') && named.has('month');
}

function isNumeric(token: string): boolean {
  return !['MMM', 'MMMM', 'A', 'Z'].includes(token);
}

function groupName(token: string): string {
  if (token.startsWith('Y')) return 'year';
  if (token.startsWith('M')) return 'month';
  if (token.startsWith('D')) return 'day';
  if (token === 'mm') return 'minute';
  if (token === 'ss') return 'second';
  if (token === 'A') return 'half';
  if (token === 'Z') return 'offset';
  return 'hour';
}

function tokenSource(token: string, touchesNumber: boolean, monthNames: string): string {
  if (token === 'YYYY') return '\\d{4}';
  if (token === 'YY') return '\\d{2}';
  if (token === 'A') return '[AaPp]\\.?[Mm]\\.?';
  if (token === 'Z') return OFFSET;
  // In Korean, Japanese and Chinese the name of a month begins with its number.
  if (token.startsWith('MMM')) return `${/^(ko|ja|zh)/.test(monthNames) ? '\\d{0,2}' : ''}[\\p{L}\\p{M}]+`;
  return touchesNumber && token.length === 2 ? '\\d{2}' : '\\d{1,2}';
}

function literalSource(literal: string): string {
  return literal
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/ +/g, '\\s+')
    .replace(/'/g, "['’]");
}

function invalid(format: string, what: string): AppError {
  return new AppError(
    'INVALID_PROFILE',
    `The date format '${format}' ${what}. Write it as the file writes its dates, such as YYYY-MM-DD or D.M.YYYY HH:mm.`,
  );
}

type Groups = Record<string, string | undefined> | undefined;

function interpret(groups: Groups, monthOf: (text: string) => number | undefined): WrittenDate | null {
  if (groups?.year === undefined || groups.month === undefined) return null;
  let year = Number(groups.year);
  if (groups.year.length === 2) year += year < PIVOT_OF_TWO_DIGITS ? 2000 : 1900;
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  const month = groups.month.length <= 2 && /^\d/.test(groups.month) ? Number(groups.month) : monthOf(groups.month);
  if (month === undefined) return null;
  const day = dayFromParts(year, month, groups.day === undefined ? 1 : Number(groups.day));
  if (day === null) return null;
  if (groups.hour === undefined) return { day, secondOfDay: null, offsetMinutes: null };
  const seconds = secondOfDay(groups.hour, groups.minute, groups.second, groups.half);
  if (seconds === null) return null;
  const offsetMinutes = groups.offset === undefined ? null : minutesOfOffset(groups.offset);
  // 24:00 is how some systems write the midnight that ends a day.
  return seconds === 86_400
    ? { day: day + 1, secondOfDay: 0, offsetMinutes }
    : { day, secondOfDay: seconds, offsetMinutes };
}

function secondOfDay(hourText: string, minuteText = '0', secondText = '0', half?: string): number | null {
  let hour = Number(hourText);
  const minute = Number(minuteText);
  const second = Number(secondText);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half[0] === 'p' || half[0] === 'P' ? 12 : 0);
  }
  if (minute > 59 || second > 59) return null;
  const total = hour * 3600 + minute * 60 + second;
  return total <= 86_400 ? total : null;
}

function minutesOfOffset(text: string): number {
  if (text === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(3).replace(':', '') || 0);
  return text[0] === '-' ? -minutes : minutes;
}

import { isCountedFormat } from '../../../shared/import/dates.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { ANY_CLOCK, HALF, OFFSET } from './clock-text.ts';
import { ERA_YEAR } from './era-year.ts';

interface Token {
  /** The part of a date or time that it reads. */
  part: string;
  source: string;
  isClock?: true;
  isDigits?: true;
  meaning: string;
}

const TWO_DIGITS = { source: '\\d{1,2}', isDigits: true } as const;

/** What a date format is made of; everything else in it stands for itself. */
export const dateTokens = {
  YYYY: { part: 'year', source: '\\d{4}', isDigits: true, meaning: 'year' },
  YY: { part: 'year', source: '\\d{2}', isDigits: true, meaning: 'year, two digits: 70 to 99 are 1970 to 1999' },
  EY: {
    part: 'eraYear',
    source: ERA_YEAR,
    isDigits: true,
    meaning: 'Japanese era and its year: 令和6, R6, 平成元',
  },
  MMMM: { part: 'month', source: '', meaning: 'name of the month, short or long' },
  MMM: { part: 'month', source: '', meaning: 'name of the month, short or long' },
  MM: { part: 'month', ...TWO_DIGITS, meaning: 'month' },
  M: { part: 'month', ...TWO_DIGITS, meaning: 'month' },
  DDD: { part: 'dayOfYear', source: '\\d{3}', isDigits: true, meaning: 'day of the year, 001 to 366' },
  DD: { part: 'day', ...TWO_DIGITS, meaning: 'day of the month' },
  Do: { part: 'day', source: '\\d{1,2}', meaning: 'day of the month as an ordinal: 1st, 2nd, 3.' },
  D: { part: 'day', ...TWO_DIGITS, meaning: 'day of the month' },
  ww: { part: 'week', ...TWO_DIGITS, meaning: 'ISO week of the year' },
  E: { part: 'weekday', source: '[1-7]', isDigits: true, meaning: 'day of the ISO week, 1 being Monday' },
  ddd: { part: 'weekdayName', source: '[\\p{L}\\p{M}]+', meaning: 'name of a day of the week, which is not looked at' },
  HH: { part: 'hour', ...TWO_DIGITS, isClock: true, meaning: 'hour' },
  H: { part: 'hour', ...TWO_DIGITS, isClock: true, meaning: 'hour' },
  hh: { part: 'hour', ...TWO_DIGITS, isClock: true, meaning: 'hour of half a day' },
  h: { part: 'hour', ...TWO_DIGITS, isClock: true, meaning: 'hour of half a day' },
  mm: { part: 'minute', ...TWO_DIGITS, isClock: true, meaning: 'minute' },
  ss: { part: 'second', ...TWO_DIGITS, isClock: true, meaning: 'second; fractions of it are left out' },
  A: { part: 'half', source: HALF, isClock: true, meaning: 'AM or PM, also 오전 오후, 上午 下午, 午前 午後' },
  Z: { part: 'offset', source: OFFSET, isClock: true, meaning: 'distance from UTC: Z, +09:00, KST' },
} as const satisfies Record<string, Token>;

type TokenName = keyof typeof dateTokens;

const TOKEN = new RegExp(
  Object.keys(dateTokens)
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'g',
);
// A plain time of day at the end is read with or without seconds and offset, whichever of them the format names.
const PLAIN_CLOCK = /(?:T| +)HH?:mm(?::ss)?$/;
const ORDINAL_END = '(?:st|nd|rd|th|er|[.ºª])?';

/** True for a format that leaves the time of day open: any date it reads may be followed by one. */
export function leavesClockOpen(format: string): boolean {
  if (isCountedFormat(format)) return false;
  return !tokensOf(format.replace(PLAIN_CLOCK, '')).some(({ name }) => definition(name).isClock);
}

function definition(name: TokenName): Token {
  return dateTokens[name];
}

function tokensOf(format: string): { name: TokenName; from: number; to: number }[] {
  return [...format.matchAll(TOKEN)].map((match) => ({
    name: match[0] as TokenName,
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/**
 * The expression of a date format, with a named group for each part of a date. Throws INVALID_PROFILE for a format that
 * names a part twice, or does not say which day of the calendar is meant. The whole text has to be the date, unless it is
 * looked for within one.
 */
export function compileDatePattern(
  wholeFormat: string,
  monthNames: string,
  place: 'whole' | 'within' = 'whole',
): RegExp {
  const format = wholeFormat.replace(PLAIN_CLOCK, '');
  const tokens = tokensOf(format);
  const named = new Set<string>();
  let source = '';
  let clockFrom: number | null = null;
  let end = 0;
  tokens.forEach(({ name, from, to }, index) => {
    const { part, isClock } = definition(name);
    const literal = format.slice(end, from);
    if (isClock && clockFrom === null && isDate(named)) {
      clockFrom = source.length;
      // 'T' and a blank are both written between date and time.
      source += literal === '' ? '' : /^(T| +)$/.test(literal) ? '(?:T| +)' : literalSource(literal);
    } else source += literalSource(literal);
    end = to;
    if (named.has(part)) throw invalid(format, `names the ${part} twice`);
    named.add(part);
    const touches = touchesDigits(tokens[index - 1], from) || touchesDigits(tokens[index + 1], to);
    source += tokenSource(name, touches, monthNames);
  });
  const last = literalSource(format.slice(end));
  if (!isDate(named)) {
    throw invalid(format, 'needs a year (YYYY) and a month (M or MMM), a week (ww) or a day of the year (DDD)');
  }
  if (place === 'within') return new RegExp(`(?<![\\d\\p{L}])${source}${last}(?!\\d)`, 'gu');
  if (clockFrom !== null)
    return new RegExp(`^${source.slice(0, clockFrom)}(?:${source.slice(clockFrom)}${last})?$`, 'u');
  const hasClock = tokens.some(({ name }) => definition(name).isClock);
  return new RegExp(`^${source}${last}${hasClock ? '' : ANY_CLOCK}$`, 'u');
}

function isDate(named: ReadonlySet<string>): boolean {
  if (named.has('eraYear')) return named.has('month');
  return named.has('year') && (named.has('month') || named.has('week') || named.has('dayOfYear'));
}

function touchesDigits(token: { name: TokenName; from: number; to: number } | undefined, at: number): boolean {
  return token !== undefined && (token.to === at || token.from === at) && definition(token.name).isDigits === true;
}

function tokenSource(name: TokenName, touchesNumber: boolean, monthNames: string): string {
  const { part, source } = definition(name);
  const group = (text: string) => `(?<${part}>${text})`;
  // In Korean, Japanese and Chinese the name of a month begins with its number.
  if (name.startsWith('MMM'))
    return `${group(`${/^(ko|ja|zh)/.test(monthNames) ? '\\d{0,2}' : ''}[\\p{L}\\p{M}]+`)}\\.?`;
  if (name === 'Z') return `\\s*${group(source)}`;
  if (name === 'ss') return `${group(touchesNumber ? '\\d{2}' : source)}(?:[.,]\\d+)?`;
  if (name === 'Do') return `${group(source)}${ORDINAL_END}`;
  if (name === 'ddd') return `${group(source)}\\.?`;
  return group(touchesNumber && name.length === 2 && source === TWO_DIGITS.source ? '\\d{2}' : source);
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

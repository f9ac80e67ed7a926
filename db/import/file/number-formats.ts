/** What a workbook's number is meant as, by its number format, and dates out of serial numbers. */

/** What a format shows of a moment; 'duration' counts hours beyond a day. */
export type DateKind = 'date' | 'time' | 'dateTime' | 'duration';

/** Formats that every program knows by number (ECMA-376, 18.8.30); 27 to 36 and 50 to 58 are dates of East Asia. */
export function isBuiltInDate(id: number): DateKind | null {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58)
    return 'date';
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47 || id === 55 || id === 56)
    return 'time';
  if (id === 22) return 'dateTime';
  return id === 46 ? 'duration' : null;
}

/** What a format's code shows: only the part for positive numbers counts, without literal text, colours and conditions. */
export function dateKindOfFormat(code: string): DateKind | null {
  const shown = (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*./g, '').toLowerCase();
  if (/\[(h+|m+|s+)\]/.test(shown)) return 'duration';
  const tokens = shown.replace(/\[[^\]]*\]/g, '');
  const hasDay = /[yd]|[년월일年月日]/.test(tokens) || /(^|[^hs:])m{3,}/.test(tokens);
  const hasTime = /[hs]|am\/pm|a\/p/.test(tokens.replace(/general/g, ''));
  if (hasDay && hasTime) return 'dateTime';
  if (hasTime) return 'time';
  return hasDay ? 'date' : null;
}

const SECONDS_PER_DAY = 86_400;
/** Serial 0 of the two ways of counting, as days since 1970-01-01; serial 60 is a day that 1900 did not have. */
const DAY_OF_SERIAL_0 = { from1900: -25_569, from1904: -24_107 };

/**
 * A serial number as text: YYYY-MM-DD, HH:mm:ss, both with a blank between, or H:mm:ss for a duration. Seconds are rounded, as a
 * day's fraction in binary seldom meets them.
 */
export function serialAsText(serial: number, kind: DateKind, from1904: boolean): string {
  const seconds = Math.round(serial * SECONDS_PER_DAY);
  const day = Math.floor(seconds / SECONDS_PER_DAY);
  const rest = seconds - day * SECONDS_PER_DAY;
  if (kind === 'duration') return clock(seconds);
  if (kind === 'time' && day === 0) return clock(rest);
  const sinceEpoch = from1904 ? day + DAY_OF_SERIAL_0.from1904 : day + DAY_OF_SERIAL_0.from1900 + (day < 60 ? 1 : 0);
  const date = new Date(sinceEpoch * SECONDS_PER_DAY * 1_000).toISOString().slice(0, 10);
  return kind === 'date' && rest === 0 ? date : `${date} ${clock(rest)}`;
}

function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

const WHOLE = /^-?(?:0|[1-9]\d*)$/;
const SHORT = /^-?(?:0|[1-9]\d*)\.\d*[1-9]$/;
const EXACT_LENGTH = 15;

/**
 * A number as a workbook shows it: a whole one as it is written, else fifteen digits, as more are noise of binary fractions; never
 * with an exponent.
 */
export function numberAsText(value: string): string {
  if (WHOLE.test(value) || (value.length <= EXACT_LENGTH && SHORT.test(value))) return value;
  const number = Number(value);
  if (value === '' || !Number.isFinite(number)) return value;
  const rounded = Number(number.toPrecision(15));
  const text = String(rounded);
  return text.includes('e') ? rounded.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 }) : text;
}

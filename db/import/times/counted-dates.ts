import { dayFromParts } from '../../../shared/domain/day.ts';
import type { CountedFormat } from '../../../shared/import/dates.ts';
import type { WrittenDate } from './dates.ts';

const SECONDS_PER_DAY = 86_400;
const FIRST_OF_1900 = -25_567;
const FIRST_OF_1904 = -24_107;
/** Spreadsheets count a 29 February 1900, which was none. */
const SERIAL_OF_NO_DAY = 60;

/** The moment that a number stands for; null when it is no number of this kind, or beyond the years of records. */
export function readCounted(
  text: string,
  format: CountedFormat,
  years: { first: number; last: number },
): WrittenDate | null {
  const read = format.startsWith('epoch') ? readEpoch(text, format) : readSerial(text, format);
  if (read === null) return null;
  const { day } = read;
  const first = dayFromParts(years.first, 1, 1) ?? 0;
  const last = dayFromParts(years.last, 12, 31) ?? 0;
  return day >= first && day <= last ? read : null;
}

function readEpoch(text: string, format: CountedFormat): WrittenDate | null {
  const match = /^(\d{1,15})(?:[.,](\d+))?$/.exec(text);
  if (!match) return null;
  const seconds = format === 'epoch-seconds' ? Number(match[1]) : Math.floor(Number(match[1]) / 1_000);
  return { day: Math.floor(seconds / SECONDS_PER_DAY), secondOfDay: seconds % SECONDS_PER_DAY, offsetMinutes: 0 };
}

/** A serial with a fraction has a time of day, in whole seconds as spreadsheets show it. */
function readSerial(text: string, format: CountedFormat): WrittenDate | null {
  const match = /^(\d{1,6})(?:[.,](\d{1,15}))?$/.exec(text);
  if (!match) return null;
  const serial = Number(match[1]);
  if (format === 'excel-serial' && serial === SERIAL_OF_NO_DAY) return null;
  const first = format === 'excel-serial-1904' ? FIRST_OF_1904 : FIRST_OF_1900 - (serial > SERIAL_OF_NO_DAY ? 2 : 1);
  const day = first + serial;
  if (match[2] === undefined) return { day, secondOfDay: null, offsetMinutes: null };
  const second = Math.round(Number(`0.${match[2]}`) * SECONDS_PER_DAY);
  return second === SECONDS_PER_DAY
    ? { day: day + 1, secondOfDay: 0, offsetMinutes: null }
    : { day, secondOfDay: second, offsetMinutes: null };
}

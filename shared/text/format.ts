import { dayFromIso, type PeriodGrain } from '../domain/day.ts';
import type { Measure } from '../query/measures.ts';
import { measures } from '../query/measures.ts';

/** Shown where there is no data: never 0. */
export const NO_DATA = '–';
/** Narrow no-break space between a number and its unit. */
const THIN = '\u202f';
const KOREAN_UNITS = new Map([
  ['min', '분'],
  ['/h', '/시간'],
]);
const MS_PER_DAY = 86_400_000;

export interface Format {
  locale: string;
  /** A plain number with a fixed count of decimals (0 unless told); an en dash for null. */
  number(value: number | null, decimals?: number): string;
  /** A share of one as percent with one decimal unless told: 0.9624 -> '96.2 %'. */
  percent(share: number | null, decimals?: number): string;
  /** A value of a measure without its unit (ratios are percent and carry the sign). */
  measure(measure: Measure, value: number | null, decimals?: number): string;
  /** A unit of the program's own ('min') in the language; one that records bring stays as it is. */
  unit(name: string): string;
  /** '1.2 M' where room is scarce, such as on an axis. */
  compact(value: number): string;
  /** A production date 'YYYY-MM-DD' as the reader writes it. */
  date(iso: string | null): string;
  /** 'from – to', sharing what both have in common. */
  dateRange(from: string, to: string): string;
  /** The name of a period of an answer ('2024-W05', '2024-03') in words. */
  period(name: string, grain: PeriodGrain): string;
  /** The same, as short as an axis needs it. */
  periodShort(name: string, grain: PeriodGrain): string;
  /** An instant (ISO) as date and time. */
  dateTime(iso: string | null): string;
  /** When work began or ended (ISO) as time of day: stamps without an offset are kept as if the plant's clock were UTC. */
  timeAsWritten(iso: string): string;
  /** An instant (ISO) as time of day. */
  time(iso: string): string;
  bytes(value: number): string;
  /** How long an answer took, as exactly as it matters: '0.31 ms', '4.2 ms', '312 ms', then as a duration. */
  milliseconds(ms: number | null): string;
  /** A length of time in its two largest units. */
  duration(ms: number): string;
  /** Whole minutes, hours, days or weeks, with the word. */
  minutes(count: number): string;
  hours(count: number): string;
  days(count: number): string;
  weeks(count: number): string;
  /** Names joined as in a sentence. */
  list(names: readonly string[]): string;
}

/** How a locale writes what the program shows. Formatters are made once a locale and when first needed, as making one is slow. */
export function createFormat(locale: string): Format {
  const isKorean = locale.startsWith('ko');
  const byDecimals = new Map<number, Intl.NumberFormat>();
  const fixed = (decimals: number) => {
    let made = byDecimals.get(decimals);
    if (!made) {
      made = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
      byDecimals.set(decimals, made);
    }
    return made;
  };
  const utc = (options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }));
  // The language's own form: British English writes a million as 'm', which reads as metres.
  const compact = once(
    () => new Intl.NumberFormat(locale.slice(0, 2), { notation: 'compact', maximumFractionDigits: 2 }),
  );
  const day = utc({ year: 'numeric', month: 'short', day: 'numeric' });
  const month = utc({ year: 'numeric', month: 'short' });
  const dayShort = utc({ month: 'short', day: 'numeric' });
  const monthShort = utc({ year: '2-digit', month: 'short' });
  const plantClock = utc({ timeStyle: 'short' });
  // The locale's own style, but in Korean, whose own writes the date otherwise than it stands without a time.
  const styled: Intl.DateTimeFormatOptions = isKorean
    ? { year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' }
    : { dateStyle: 'medium', timeStyle: 'short' };
  const instant = once(() => new Intl.DateTimeFormat(locale, styled));
  const clock = once(() => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }));
  const list = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const unit = (value: number, name: string, options: Intl.NumberFormatOptions = {}) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, maximumFractionDigits: 0, ...options }).format(value);
  const exactly = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });

  const duration = (ms: number) => {
    const seconds = Math.round(ms / 1_000);
    if (ms < 1_000) return unit(Math.round(ms), 'millisecond');
    if (seconds < 60) return unit(ms / 1_000, 'second', { maximumFractionDigits: 1 });
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60) return `${unit(minutes, 'minute')} ${unit(seconds % 60, 'second')}`;
    return `${unit(Math.floor(minutes / 60), 'hour')} ${unit(minutes % 60, 'minute')}`;
  };
  const number = (value: number | null, decimals = 0) => (value === null ? NO_DATA : fixed(decimals).format(value));
  const percent = (share: number | null, decimals = 1) =>
    share === null ? NO_DATA : `${fixed(decimals).format(share * 100)}${THIN}%`;
  const date = (iso: string | null) => {
    const at = iso === null ? null : dateOf(iso);
    return at === null ? NO_DATA : day().format(at);
  };

  return {
    locale,
    number,
    percent,
    measure: (measure, value, decimals) =>
      measures[measure].kind === 'ratio' ? percent(value, decimals) : number(value, decimals),
    unit: (name) => (isKorean ? (KOREAN_UNITS.get(name) ?? name) : name),
    compact: (value) => compact().format(value),
    date,
    dateRange: (from, to) => {
      const [start, end] = [dateOf(from), dateOf(to)];
      return start && end ? day().formatRange(start, end) : `${from} – ${to}`;
    },
    period: (name, grain) => {
      if (grain === 'day') return date(name);
      if (grain !== 'month') return isKorean ? inKorean(name, 'full') : name.replace('-', ' ');
      const first = dateOf(`${name}-01`);
      return first ? month().format(first) : name;
    },
    periodShort: (name, grain) => {
      const first = dateOf(grain === 'month' ? `${name}-01` : name);
      if (grain === 'day' && first) return dayShort().format(first);
      if (grain === 'month' && first) return monthShort().format(first);
      if (isKorean) return inKorean(name, 'short');
      return grain === 'week' ? name.slice(5) : name.replace('-', ' ');
    },
    timeAsWritten: (iso) => plantClock().format(new Date(iso)),
    dateTime: (iso) => (iso === null ? NO_DATA : instant().format(new Date(iso))),
    time: (iso) => clock().format(new Date(iso)),
    bytes: (value) => {
      if (value < 1_000) return unit(value, 'byte', { unitDisplay: 'long' });
      if (value < 1_000_000) return unit(value / 1_000, 'kilobyte');
      if (value < 1_000_000_000) return unit(value / 1_000_000, 'megabyte', exactly(1));
      return unit(value / 1_000_000_000, 'gigabyte', exactly(2));
    },
    milliseconds: (ms) => {
      if (ms === null) return NO_DATA;
      if (ms >= 1_000) return duration(ms);
      return unit(ms, 'millisecond', { maximumFractionDigits: ms < 1 ? 2 : ms < 10 ? 1 : 0 });
    },
    duration,
    minutes: (count) => unit(count, 'minute', { unitDisplay: 'long' }),
    hours: (count) => unit(count, 'hour', { unitDisplay: 'long' }),
    days: (count) => unit(count, 'day', { unitDisplay: 'long' }),
    weeks: (count) => unit(count, 'week', { unitDisplay: 'long' }),
    list: (names) => list().format(names),
  };
}

function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function dateOf(iso: string): Date | null {
  const number = dayFromIso(iso);
  return number === null ? null : new Date(number * MS_PER_DAY);
}

/** A week, a quarter or a year ('2024-W05', '2024-Q3', '2024') as Korean says it; a week is short without its year. */
function inKorean(name: string, length: 'full' | 'short'): string {
  const [year = '', part = ''] = name.split('-');
  const number = Number(part.slice(1));
  if (part.startsWith('W')) return length === 'short' ? `${number}주` : `${year}년 ${number}주`;
  if (part.startsWith('Q')) return `${length === 'short' ? year.slice(2) : year}년 ${number}분기`;
  return length === 'short' ? year : `${year}년`;
}

/** How many decimals a column of quantities needs: the same for all its values, and none where they would say nothing. */
export function decimalsFor(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null);
  const largest = Math.max(0, ...known.map(Math.abs));
  if (largest >= 10_000 || known.every(Number.isInteger)) return 0;
  const most = largest >= 100 ? 1 : 2;
  const isSaidWith = (decimals: number) =>
    known.every((value) => Number(value.toFixed(decimals)) === Number(value.toFixed(most)));
  return [0, 1].find((decimals) => decimals < most && isSaidWith(decimals)) ?? most;
}

/** A signed number: a difference is never without its sign, but for none. */
export function signed(value: number, write: (value: number) => string): string {
  const written = write(Math.abs(value));
  return value === 0 || written === write(0) ? write(0) : `${value > 0 ? '+' : '\u2212'}${written}`;
}

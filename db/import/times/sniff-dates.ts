import { isCountedFormat } from '../../../shared/import/dates.ts';
import { isDateSentinel } from '../questions/date-sentinels.ts';
import { dateCandidates } from './date-candidates.ts';
import { compileDateFormat, type DateParser } from './dates.ts';
import { foldName, monthLanguages, monthNamesOf } from './month-names.ts';

/** One way in which a column reads as dates. */
export interface DateReading {
  format: string;
  monthNames: string;
  /** True when the texts have a time of day. */
  hasTime: boolean;
}

const MOST_TEXTS = 300;
// A column that is called a date is one even if the plant mistyped many; another must be dates nearly throughout.
const LEAST_SHARE_WHEN_NAMED = 0.3;
const LEAST_SHARE = 0.8;
const NAMED_AS_DATE = /date|datum|fecha|^data|일자|생산일|날짜|日付|年月日|生産日|製造日|作業日|timestamp|^ts$/i;
const NAMED_AS_MOMENT =
  /(?:^|[_ ])(?:time|day|start|end|started|ended|begin|at|epoch|unix)(?:$|[_ ])|시작|종료|일시|時刻|時間/i;

/**
 * Every reading under which most of the texts of a column are dates, the likeliest first: that of most texts, then
 * the one in which the rows are in order (exports mostly are), then one of two years at most, then the commonest way to
 * write it.
 */
export function readingsOfDates(texts: readonly string[], columnName: string): DateReading[] {
  // A thousand rows may be those of one morning: different texts tell more. What stands for no date tells nothing.
  const sample = [...new Set(texts)].filter((text) => !isDateSentinel(text)).slice(0, MOST_TEXTS);
  if (sample.length === 0) return [];
  const isNamed = NAMED_AS_DATE.test(columnName);
  const candidates = dateCandidates(sample, isNamed || NAMED_AS_MOMENT.test(columnName));
  if (candidates.formats.length === 0) return [];
  const monthNames = candidates.named ? languageOf(sample) : 'en';
  const least = sample.length * (isNamed ? LEAST_SHARE_WHEN_NAMED : LEAST_SHARE);
  const found = candidates.formats
    .map((format, rank) => ({ format, rank, ...judge(sample, compileDateFormat(format, monthNames)) }))
    .filter(({ parsed }) => parsed >= least)
    .sort(
      (a, b) =>
        b.parsed - a.parsed ||
        b.inOrder - a.inOrder ||
        Number(isScattered(a.days)) - Number(isScattered(b.days)) ||
        a.rank - b.rank,
    );
  const most = found[0]?.parsed ?? 0;
  return found
    .filter(({ parsed }) => parsed === most)
    .filter((reading) => isPlausible(reading.format, reading.days, columnName))
    .map(({ format, hasTime }) => ({ format: format + (hasTime ? clockOf(sample, format) : ''), monthNames, hasTime }));
}

/** Readings of the same texts that give other days than the first, or would of others: only a person can tell which is meant. */
export function rivalReadings(readings: readonly DateReading[], texts: readonly string[]): DateReading[] {
  const first = readings[0];
  if (!first) return [];
  const parse = compileDateFormat(first.format, first.monthNames);
  const days = texts.map((text) => parse(text)?.day);
  return readings.slice(1).filter((reading) => {
    const parseOther = compileDateFormat(reading.format, reading.monthNames);
    const givesOthers = texts.some((text, index) => parseOther(text)?.day !== days[index]);
    return givesOthers || orderOf(reading.format) !== orderOf(first.format);
  });
}

/** Where every text is of a day like 3 March, the rows after them, and the next file, tell readings apart. */
function orderOf(format: string): string {
  return format.replace(/[^YMD]/g, '').replace(/(.)\1+/g, '$1');
}

/** The language in which most of the words of the texts are names of months; English when none fits better. */
export function languageOf(texts: readonly string[]): string {
  const words = new Set(texts.flatMap((text) => text.match(/\d{0,2}[\p{L}\p{M}]{2,}/gu) ?? []).map(foldName));
  let best = 'en';
  let most = 0;
  for (const language of monthLanguages) {
    const names = monthNamesOf(language);
    const known = [...words].filter((word) => names.has(word) || names.has(word.replace(/^\d+/, ''))).length;
    if (known > most) {
      best = language;
      most = known;
    }
  }
  return best;
}

function judge(texts: readonly string[], parse: DateParser) {
  let parsed = 0;
  let inOrder = 0;
  let hasTime = false;
  let before = Number.NEGATIVE_INFINITY;
  const days: number[] = [];
  for (const text of texts) {
    const date = parse(text);
    if (date === null) continue;
    parsed += 1;
    if (date.day >= before) inOrder += 1;
    before = date.day;
    days.push(date.day);
    if (date.secondOfDay !== null) hasTime = true;
  }
  return { parsed, inOrder, hasTime, days };
}

const TWO_YEARS = 731;

/** 24/03/01, 24/03/02 are days of a week, or the 24th of March of several years. */
function isScattered(days: readonly number[]): boolean {
  return Math.max(...days) - Math.min(...days) > TWO_YEARS;
}

const DAY_1990 = 7_305;
const DAY_2100 = 47_482;

/** Numbers of eight digits and versions such as 1.2.05 read as dates too: believe what lies within a working life. */
function isPlausible(format: string, days: readonly number[], columnName: string): boolean {
  const within = days.every((day) => day >= DAY_1990 && day < DAY_2100);
  if (!within) return false;
  if (format === 'YYYYMMDD' || format === 'YYYY.MM')
    return /date|day|dat|일|tag|d[ií]a|data|fecha|month|m[eê]s/i.test(columnName) || format === 'YYYYMMDD';
  return true;
}

/** The tokens of the time of day as the texts write it, for showing; the parser itself reads it in any case. */
function clockOf(texts: readonly string[], format: string): string {
  if (format.includes('HH') || isCountedFormat(format)) return '';
  const text = texts.find((candidate) => /\d:\d\d/.test(candidate)) ?? '';
  const match = /([T ]\s*)\d{1,2}:\d{2}(:\d{2})?(?:[.,]\d+)?(\s*[AaPp]\.?[Mm]\.?)?\s*(Z|[+-]\d{2}:?\d{0,2})?$/.exec(
    text,
  );
  if (!match) return '';
  const [, lead = ' ', seconds, half, offset] = match;
  const hours = half ? 'h' : 'HH';
  return `${lead.startsWith('T') ? 'T' : ' '}${hours}:mm${seconds ? ':ss' : ''}${half ? ' A' : ''}${offset ? 'Z' : ''}`;
}

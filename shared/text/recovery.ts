import type { MonthDifference } from '../contract/recovery.ts';
import type { Language } from './labels.ts';

/** Days that are named; of more than that a sentence would be none. */
const DAYS_NAMED = 5;

const monthName = (month: number, locale: string) =>
  new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)).toLocaleDateString(locale, {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });

interface Words {
  lost: (lost: string, of: string) => string;
  more: (more: string, before: string) => string;
  sumsDiffer: (records: string) => string;
  days: (days: readonly number[], others: number) => string;
}

const en: Words = {
  lost: (lost, of) => `${lost} of ${of} records are lost`,
  more: (more, before) => `${more} records more than the ${before} before`,
  sumsDiffer: (records) => `all ${records} records are there, and sums differ`,
  days: (days, others) =>
    `, on ${days.length === 1 ? 'day' : 'days'} ${days.join(', ')}${others > 0 ? ` and ${others} others` : ''}`,
};

const ko: Words = {
  lost: (lost, of) => `기록 ${of}건 가운데 ${lost}건을 잃음`,
  more: (more, before) => `이전 ${before}건보다 ${more}건 많음`,
  sumsDiffer: (records) => `기록 ${records}건은 모두 있으나 합계가 다름`,
  days: (days, others) => `, ${days.join(', ')}일${others > 0 ? ` 외 ${others}일` : ''}`,
};

/** What of a month was lost, or is not as it was, in words. */
export const differenceWords: Record<Language, (month: MonthDifference) => string> = {
  en: (month) => inWords(month, en, 'en'),
  ko: (month) => inWords(month, ko, 'ko'),
};

function inWords(
  { month, recordsBefore, recordsAfter, days }: MonthDifference,
  words: Words,
  locale: Language,
): string {
  const lost = recordsBefore - recordsAfter;
  const [before, distance] = [recordsBefore, Math.abs(lost)].map((value) => value.toLocaleString(locale));
  const what = {
    [-1]: words.more(distance ?? '', before ?? ''),
    0: words.sumsDiffer(before ?? ''),
    1: words.lost(distance ?? '', before ?? ''),
  }[Math.sign(lost)];
  const named = (days ?? []).slice(0, DAYS_NAMED).map((day) => Number(day.slice(8)));
  const ofDays = named.length > 0 ? words.days(named, (days?.length ?? 0) - named.length) : '';
  return `${monthName(month, locale)}: ${what}${ofDays}`;
}

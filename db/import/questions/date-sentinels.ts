import type { Question } from '../../../shared/contract/schemas.ts';
import { readingOfColumn } from '../../../shared/import/columns.ts';
import { isClockFormat } from '../../../shared/import/dates.ts';
import { compileDateFormat } from '../times/dates.ts';
import type { AskedFile } from './ambiguities.ts';

const NOTHING_BUT_ZEROS = /^(?:0{6,14}|(?:0+[-/.]\s?){2}0+\.?)(?:[T ]+0+(?::0+)*)?$/;
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:\D|\d{6}$|$)/;
const SEPARATED = /^\D*(\d{1,4})\D+(\d{1,4})(?:\D+(\d{1,4}))?/;
/** Years that are no plant's: before dates are counted, and the last that systems can write. */
const NO_YEAR = { upTo: 1_000, from: 2_200 };
/** The first days of what counts days (SQL Server, spreadsheets), and the days beside them. */
const FIRST_YEARS = new Set([1753, 1899, 1900]);
const EDGES = new Set([0, 1, 12, 30, 31]);
/** First days that a plant may have been there on, and last days that stand for 'open end': only that very day. */
const FIRST_DAY_OF = new Set([1901, 1904, 1970, 1980]);
const LAST_DAY_FROM = 2049;
/** A day that others come near to is one of them. */
const YEARS_APART = 10;
const MOST_ASKED = 3;

/** True for a text that systems write where there is no date: 0000-00-00, 1900-01-00, 31.12.9999, 00000000. */
export function isDateSentinel(text: string): boolean {
  if (NOTHING_BUT_ZEROS.test(text)) return true;
  const [, ...parts] = COMPACT.exec(text) ?? SEPARATED.exec(text) ?? [];
  const year = parts.find((part) => part?.length === 4);
  if (year === undefined) return false;
  const others = parts.filter((part) => part !== undefined && part !== year).map(Number);
  const number = Number(year);
  if (number < NO_YEAR.upTo || number >= NO_YEAR.from) return true;
  if (FIRST_YEARS.has(number)) return others.every((part) => EDGES.has(part));
  if (others.length < 2) return false;
  if (FIRST_DAY_OF.has(number)) return others.every((part) => part === 1);
  return number >= LAST_DAY_FROM && others.includes(12) && others.includes(31);
}

/**
 * Asks of dates that look like a system's way of saying 'none' whether they are, where they lie far from the others of their
 * column. Nothing is left out without an answer.
 */
export function dateSentinelQuestions({ profile, textsOf }: AskedFile): Question[] {
  const columns = new Set(
    (['productionDate', 'startedAt', 'endedAt'] as const).flatMap((field) => {
      const source = profile.fields[field];
      return source && 'column' in source ? [source.column] : [];
    }),
  );
  return [...columns].flatMap((column) => {
    const own = readingOfColumn(profile.columns, column);
    const format = own.dateFormat ?? profile.dateFormat;
    if (isClockFormat(format)) return [];
    const parse = compileDateFormat(format, own.monthNames ?? profile.monthNames);
    return dateSentinelsOf(textsOf(column)).map(({ text, count }) => {
      const isNone = own.nulls?.includes(text) === true;
      const asWritten = parse(text)
        ? 'It is read as the date that it says'
        : 'Rows with it are set aside, as it is no date';
      const meaning = isNone ? 'It is read as not recorded' : asWritten;
      const times = count === 1 ? 'once' : `${count} times`;
      return {
        field: 'nulls',
        column,
        sample: text,
        message: `'${text}' stands ${times} in column '${column}', as systems write it where there is no date. ${meaning}: check that this is what the plant means.`,
        choices: isNone ? ['none', 'date'] : ['date', 'none'],
      };
    });
  });
}

function dateSentinelsOf(texts: readonly string[]): { text: string; count: number }[] {
  const counts = new Map<string, number>();
  const years: number[] = [];
  for (const text of texts) {
    if (isDateSentinel(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
    else years.push(Number(/\d{4}/.exec(text)?.[0] ?? Number.NaN));
  }
  const known = years.filter((year) => !Number.isNaN(year));
  const first = known.reduce((least, year) => Math.min(least, year), Number.POSITIVE_INFINITY);
  const last = known.reduce((most, year) => Math.max(most, year), 0);
  return [...counts]
    .filter(([text]) => {
      const year = Number(/\d{4}/.exec(text)?.[0] ?? 0);
      return known.length === 0 || year <= first - YEARS_APART || year >= last + YEARS_APART;
    })
    .map(([text, count]) => ({ text, count }))
    .slice(0, MOST_ASKED);
}

/**
 * Compiles the sources of a profile into readers of one row's cells. A reader that fails notes why in the state it
 * shares with the mapper and gives null, so that the hot loop allocates nothing but the record.
 */
import { type RecordField, recordFields } from '../../../shared/domain/fields.ts';
import { readingOfColumn } from '../../../shared/import/columns.ts';
import { isClockFormat } from '../../../shared/import/dates.ts';
import type { ImportProfile, Source } from '../../../shared/import/profile.ts';
import { unitNamed } from '../../../shared/import/units.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { en } from '../../../shared/text/en.ts';
import type { Counters } from '../derive/counters.ts';
import { type AmountField, compileAmountReaders, isCalculation, NEGATIVE } from '../numbers/amount-readers.ts';
import { scaleBeside } from '../numbers/number-scales.ts';
import { numberTextOf } from '../numbers/number-text.ts';
import { readClock } from '../times/clock-text.ts';
import { compileDateFormat } from '../times/dates.ts';
import type { WrittenMoment } from '../times/moments.ts';
import { otherOrderOf } from '../times/other-order.ts';
import type { Rejection, RejectionCode } from './record-draft.ts';
import { shownNames, shownText } from './shown.ts';

export interface RowState {
  /** The first reason why this row cannot be read; null so far. */
  failure: string | null;
  /** What the reason is for the program; null where nothing goes by it. */
  code: RejectionCode | null;
  /** Values of this row that had more decimals than a millionth holds. */
  rounded: number;
  /** Said of a counter that this row is the first to read; null where there is none. */
  firstReading: string | null;
}

/** Whether a row is none as a quantity in it is below zero: turned into a record, it would take away what others made. */
export function wasNegative({ reason }: Pick<Rejection, 'reason'>): boolean {
  return reason.endsWith(NEGATIVE);
}

/** A week of the calendar, as lists of plans have it: it has seven days. */
const WEEK =
  /^(?:KW|CW|WK|W|week|woche|semaine|semana|teden)\.?\s*\d{1,2}(?:\D|$)|^\d{4}\D{0,2}(?:KW|CW|WK|W)\s*\d{1,2}$|^\d{1,2}\s*주|\d{1,2}\s*주차/i;
const WEEK_HINT =
  ', but a week, which has seven days: export the day, or write the week as 2024-W12 to have its Monday';

export type TextReader = (cells: readonly string[]) => string | null;
/** Millionths, or null for 'not recorded' and after a failure. */
export type QuantityReader = (cells: readonly string[]) => number | null;
export type MomentReader = (cells: readonly string[]) => WrittenMoment | null;

export interface FieldReaders {
  text(field: RecordField): TextReader;
  quantity(field: RecordField): QuantityReader;
  moment(field: RecordField): MomentReader;
  /** A column that holds an amount of its own. */
  column(amount: AmountField, column: string): QuantityReader;
}

/**
 * Readers for the fields of a profile over rows with these columns. Throws INVALID_PROFILE naming a column the file
 * lacks and those it has.
 */
export function compileFieldReaders(
  profile: ImportProfile,
  columns: readonly string[],
  state: RowState,
  counters: Counters,
): FieldReaders {
  const nulls = new Set(profile.nulls);

  const indexOf = (column: string): number => {
    const index = columns.indexOf(column);
    if (index >= 0) return index;
    throw new AppError(
      'INVALID_PROFILE',
      `The profile reads a column '${shownText(column)}' that the file lacks. It has: ${shownNames(columns)}.`,
    );
  };

  const cellReader = (column: string): TextReader => {
    const index = indexOf(column);
    const own = readingOfColumn(profile.columns, column).nulls ?? [];
    const none = own.length === 0 ? nulls : new Set([...nulls, ...own]);
    return (cells) => {
      const text = (cells[index] ?? '').trim();
      return text === '' || none.has(text) ? null : text;
    };
  };

  const guarded = (read: TextReader, when: { column: string; in: string[] } | undefined): TextReader => {
    if (!when) return read;
    const index = indexOf(when.column);
    const wanted = new Set(when.in.map((text) => text.trim()));
    return (cells) => (wanted.has((cells[index] ?? '').trim()) ? read(cells) : null);
  };

  const sourceReader = (source: Source | undefined): TextReader => {
    if (source === undefined) return () => null;
    if ('columns' in source) {
      const readers = source.columns.map(cellReader);
      return (cells) => joinTexts(readers, cells, source.join);
    }
    if ('value' in source) {
      const constant = source.value.trim() || null;
      return guarded(() => constant, source.when);
    }
    return guarded(cellReader(source.column), source.when);
  };

  const amounts = compileAmountReaders(profile, cellReader, state);

  const text = (field: RecordField): TextReader => {
    const source = profile.fields[field];
    const read = sourceReader(source);
    if (!source || !('column' in source)) return read;
    if (source.take === 'unit') return unitReader(read);
    const { names } = readingOfColumn(profile.columns, source.column);
    return names === undefined ? read : nameReader(read, names);
  };

  return {
    text,
    quantity: (field) => {
      const source = profile.fields[field];
      const amount = { label: en.fields[field], kind: recordFields[field].kind };
      const read = sourceReader(source);
      if (!source || !('column' in source)) return amounts.constant(amount, read);
      const value = isCalculation(source)
        ? amounts.calculated(amount, source, read)
        : amounts.plain(amount, source.column, read, source.scale ?? 0);
      return source.counter ? counters.wrap(field, source.counter, value, text) : value;
    },
    moment: (field) => {
      const source = profile.fields[field];
      const own = source && 'column' in source ? readingOfColumn(profile.columns, source.column) : {};
      const format = own.dateFormat ?? profile.dateFormat;
      const monthNames = own.monthNames ?? profile.monthNames;
      const parse = compileMoment(format, monthNames);
      const other = otherOrderOf(format);
      const parseOther = other === null ? null : compileDateFormat(other, monthNames);
      const read = sourceReader(source);
      const kind = recordFields[field].kind === 'instant' ? 'a moment' : 'a date';
      const place = placeOf(source);
      return (cells) => {
        const text = read(cells);
        if (text === null) return null;
        const moment = parse(text);
        if (moment === null && state.failure === null) {
          if (parseOther !== null && parseOther(text) !== null) state.code = 'otherOrder';
          state.failure = `${en.fields[field]}: '${shownText(text)}' ${place} is not ${kind} written as ${format}${WEEK.test(text) ? WEEK_HINT : ''}`;
        }
        return moment;
      };
    },
    column: (amount, column) => amounts.plain(amount, column, cellReader(column), 0),
  };
}

/** What a code is called, as far as that is known. */
function nameReader(read: TextReader, names: Readonly<Record<string, string>>): TextReader {
  const byCode = new Map(Object.entries(names));
  return (cells) => {
    const code = read(cells);
    return code === null ? null : (byCode.get(code) ?? code);
  };
}

/** The unit that stands beside a number, by its usual name. */
function unitReader(read: TextReader): TextReader {
  return (cells) => {
    const beside = numberTextOf(read(cells) ?? '')?.unit ?? '';
    const unit = scaleBeside(beside)?.unit ?? beside;
    return unit === '' ? null : (unitNamed(unit)?.unit ?? unit);
  };
}

function compileMoment(format: string, monthNames: string): (text: string) => WrittenMoment | null {
  if (!isClockFormat(format)) return compileDateFormat(format, monthNames);
  return (text) => {
    const secondOfDay = readClock(text, format);
    return secondOfDay === null ? null : { day: null, secondOfDay, offsetMinutes: null };
  };
}

function joinTexts(readers: readonly TextReader[], cells: readonly string[], join: string): string | null {
  let joined: string | null = null;
  for (const read of readers) {
    const text = read(cells);
    if (text !== null) joined = joined === null ? text : `${joined}${join}${text}`;
  }
  return joined;
}

/** Where a source takes its text from, as said in a reason. */
export function placeOf(source: Source | undefined): string {
  if (source === undefined) return 'in no column';
  if ('columns' in source)
    return `in columns ${source.columns.map((column) => `'${shownText(column)}'`).join(' and ')}`;
  return 'value' in source ? 'in the profile' : `in column '${shownText(source.column)}'`;
}

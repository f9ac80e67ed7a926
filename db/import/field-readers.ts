/**
 * Compiles the sources of a profile into readers of one row's cells. A reader that fails notes why in the state it
 * shares with the mapper and gives null, so that the hot loop allocates nothing but the record.
 */
import { type RecordField, recordFields } from '../../shared/domain/fields.ts';
import { multiplyMillionths, parseQuantity } from '../../shared/domain/quantity.ts';
import type { ImportProfile, Source } from '../../shared/import/profile.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { en } from '../../shared/text/en.ts';
import { compileDateFormat, type WrittenDate } from './dates.ts';
import { compileNumberFormat } from './number-format.ts';
import { quickMillionths } from './quick-millionths.ts';
import type { Rejection } from './record-draft.ts';
import { shownNames, shownText } from './shown.ts';

export interface RowState {
  /** The first reason why this row cannot be read; null so far. */
  failure: string | null;
  /** Values of this row that had more decimals than a millionth holds. */
  rounded: number;
}

const NEGATIVE = 'is negative';

/** Whether a row is none as a quantity in it is below zero: turned into a record, it would take away what others made. */
export function wasNegative({ reason }: Pick<Rejection, 'reason'>): boolean {
  return reason.endsWith(NEGATIVE);
}

export type TextReader = (cells: readonly string[]) => string | null;
/** Millionths, or null for 'not recorded' and after a failure. */
export type QuantityReader = (cells: readonly string[]) => number | null;
export type DateReader = (cells: readonly string[]) => WrittenDate | null;

export interface FieldReaders {
  text(field: RecordField): TextReader;
  quantity(field: RecordField): QuantityReader;
  date(field: RecordField): DateReader;
  /** A column that holds a quantity, named by `label` in reasons. */
  column(label: string, column: string): QuantityReader;
}

/**
 * Readers for the fields of a profile over rows with these columns. Throws INVALID_PROFILE naming a column the file
 * lacks and those it has.
 */
export function compileFieldReaders(profile: ImportProfile, columns: readonly string[], state: RowState): FieldReaders {
  const nulls = new Set(profile.nulls);
  const toPlain = compileNumberFormat(profile);
  const decimalCode = profile.decimalMark.charCodeAt(0);

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
    return (cells) => {
      const text = (cells[index] ?? '').trim();
      return text === '' || nulls.has(text) ? null : text;
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

  const fail = (label: string, text: string, place: string, what: string): null => {
    state.failure ??= `${label}: '${shownText(text)}' ${place} ${what}`;
    return null;
  };

  const numberReader = (label: string, place: string, read: TextReader, scale: number): QuantityReader => {
    return (cells) => {
      const text = read(cells);
      if (text === null) return null;
      const quick = quickMillionths(text, decimalCode, scale);
      if (quick >= 0) return quick;
      const plain = toPlain(text);
      const parsed = plain === null ? null : parseQuantity(plain, scale);
      if (parsed === null) return fail(label, text, place, notANumber(plain));
      if (parsed.millionths < 0) return fail(label, text, place, NEGATIVE);
      if (parsed.rounded) state.rounded += 1;
      return parsed.millionths;
    };
  };

  const productReader = (label: string, read: QuantityReader, times: QuantityReader): QuantityReader => {
    return (cells) => {
      const first = read(cells);
      const second = times(cells);
      if (first === null || second === null) return null;
      const product = multiplyMillionths(first, second);
      if (product === null) {
        state.failure ??= `${label}: the product of the two columns is too large to be held exactly`;
        return null;
      }
      if (product.rounded) state.rounded += 1;
      return product.millionths;
    };
  };

  return {
    text: (field) => sourceReader(profile.fields[field]),
    quantity: (field) => {
      const source = profile.fields[field];
      const label = en.fields[field];
      const scale = source && 'column' in source ? (source.scale ?? 0) : 0;
      const first = numberReader(label, placeOf(source), sourceReader(source), scale);
      if (!source || !('column' in source) || source.times === undefined) return first;
      const times = numberReader(label, `in column '${source.times}'`, cellReader(source.times), 0);
      return productReader(label, first, times);
    },
    date: (field) => {
      const read = sourceReader(profile.fields[field]);
      const parse = compileDateFormat(profile.dateFormat, profile.monthNames);
      const kind = recordFields[field].kind === 'instant' ? 'a moment' : 'a date';
      const place = placeOf(profile.fields[field]);
      return (cells) => {
        const text = read(cells);
        if (text === null) return null;
        return parse(text) ?? fail(en.fields[field], text, place, `is not ${kind} written as ${profile.dateFormat}`);
      };
    },
    column: (label, column) => numberReader(label, `in column '${column}'`, cellReader(column), 0),
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

function notANumber(plain: string | null): string {
  const isPlain = plain !== null && /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain);
  return isPlain ? 'is too large to be held exactly' : 'is not a number';
}

/** Where a source takes its text from, as said in a reason. */
export function placeOf(source: Source | undefined): string {
  if (source === undefined) return 'in no column';
  if ('columns' in source)
    return `in columns ${source.columns.map((column) => `'${shownText(column)}'`).join(' and ')}`;
  return 'value' in source ? 'in the profile' : `in column '${shownText(source.column)}'`;
}

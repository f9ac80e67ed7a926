/**
 * Compiles columns of numbers, and what is calculated from them, into readers of millionths. What is calculated is exact
 * until the end, where it is rounded once.
 */
import { type Exact, millionthsOf, minus, ONE, times, timesPowerOfTen } from '../../../shared/domain/exact.ts';
import type { FieldKind } from '../../../shared/domain/fields.ts';
import type { ImportProfile, Source } from '../../../shared/import/profile.ts';
import type { QuantityReader, RowState, TextReader } from '../rows/field-readers.ts';
import { shownText } from '../rows/shown.ts';
import { compileColumnNumbers, exactly, millionthsRead, type ReadNumber } from './number-readings.ts';
import { quickMillionths } from './quick-millionths.ts';

type ColumnSource = Extract<Source, { column: string }>;
type ExactReader = (cells: readonly string[]) => Exact | null;

/** What is said of a number below zero, which no record has. */
export const NEGATIVE = 'is negative';

/** A field of which an amount is read, as reasons call it. */
export interface AmountField {
  label: string;
  kind: FieldKind | 'factor';
}

export interface AmountReaders {
  /** A column by itself. */
  plain(field: AmountField, column: string, read: TextReader, scale: number): QuantityReader;
  /** A column with what the profile calculates from it. */
  calculated(field: AmountField, source: ColumnSource, read: TextReader): QuantityReader;
  /** The same number in every row. */
  constant(field: AmountField, read: TextReader): QuantityReader;
}

/** Readers for a profile; `cellReader` gives the text of a column. */
export function compileAmountReaders(
  profile: ImportProfile,
  cellReader: (column: string) => TextReader,
  state: RowState,
): AmountReaders {
  const fail = (label: string, what: string): null => {
    state.failure ??= `${label}: ${what}`;
    return null;
  };
  const failText = (label: string, text: string, column: string | null, what: string): null =>
    fail(label, `'${shownText(text)}' ${column === null ? 'in the profile' : `in column '${column}'`} ${what}`);

  const numberReader = ({ label, kind }: AmountField, column: string | null, read: TextReader, scale: number) => {
    const numbers = compileColumnNumbers(profile, column, kind);
    return (cells: readonly string[]): number | null => {
      const text = read(cells);
      if (text === null) return null;
      const quick = numbers.isAsWritten ? quickMillionths(text, numbers.decimalCode, scale) : -1;
      if (quick >= 0) return quick;
      const number = numbers.read(text);
      if ('wrong' in number) return failText(label, text, column, number.wrong);
      const parsed = millionthsRead(number, scale);
      if (parsed === null) return failText(label, text, column, tooLargeOrNone(number));
      if (parsed.millionths < 0) return failText(label, text, column, NEGATIVE);
      if (parsed.rounded) state.rounded += 1;
      return parsed.millionths;
    };
  };

  const exactReader = ({ label, kind }: AmountField, column: string, read: TextReader): ExactReader => {
    const numbers = compileColumnNumbers(profile, column, kind);
    return (cells) => {
      const text = read(cells);
      if (text === null) return null;
      const number = numbers.read(text);
      if ('wrong' in number) return failText(label, text, column, number.wrong);
      const exact = exactly(number);
      if (exact === null) return failText(label, text, column, tooLargeOrNone(number));
      return exact.above < 0n ? failText(label, text, column, NEGATIVE) : exact;
    };
  };

  const calculated: AmountReaders['calculated'] = (field, source, read) => {
    // A factor is no amount of the field: hours beside pieces are no minutes.
    const factor =
      source.times === undefined
        ? null
        : exactReader({ ...field, kind: 'factor' }, source.times, cellReader(source.times));
    const off = source.minus === undefined ? null : exactReader(field, source.minus, cellReader(source.minus));
    const first = exactReader(field, source.column, read);
    return (cells) => {
      const whole = first(cells);
      const by = factor === null ? ONE : factor(cells);
      const taken = off === null ? null : off(cells);
      if (whole === null || by === null || (off !== null && taken === null)) return null;
      const scaled = timesPowerOfTen(by, source.scale ?? 0);
      const product = times(whole, source.rest ? minus(ONE, scaled) : scaled);
      const result = millionthsOf(taken === null ? product : minus(product, taken));
      if (result === null)
        return fail(field.label, 'what is calculated from the columns is too large to be held exactly');
      if (result.millionths < 0) return fail(field.label, 'what is calculated from the columns is less than nothing');
      if (result.rounded) state.rounded += 1;
      return result.millionths;
    };
  };

  return { plain: numberReader, constant: (field, read) => numberReader(field, null, read, 0), calculated };
}

/** True where more is done with a column than reading its numbers and moving the decimal mark. */
export function isCalculation(source: ColumnSource): boolean {
  return source.times !== undefined || source.minus !== undefined || source.rest !== undefined;
}

function tooLargeOrNone(number: ReadNumber): string {
  const isPlain = 'plain' in number && /^[+-]?(\d+\.?\d*|\.\d+)$/.test(number.plain);
  return isPlain ? 'is too large to be held exactly' : 'is not a number';
}

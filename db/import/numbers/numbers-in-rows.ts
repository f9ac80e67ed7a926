import { readingOfColumn } from '../../../shared/import/columns.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { compileNumberFormat } from './number-format.ts';
import { numberTextOf } from './number-text.ts';

/** What reads a plain number of a column by the marks that the profile gives it; null for a text that is none. */
export function plainNumbers(profile: ImportProfile, column: string): (text: string) => number | null {
  const { decimalMark = profile.decimalMark, thousandsMark = profile.thousandsMark } = readingOfColumn(
    profile.columns,
    column,
  );
  const toPlain = compileNumberFormat({ decimalMark, thousandsMark });
  return (text) => {
    const plain = toPlain(text);
    return plain === null ? null : Number(plain);
  };
}

/** The same of a row, whatever stands about the number, such as a unit; null where there is none. */
export function numbersIn(profile: ImportProfile, columns: readonly string[], column: string) {
  const place = columns.indexOf(column);
  const numberOf = plainNumbers(profile, column);
  return (cells: readonly string[]): number | null => {
    const number = numberTextOf((cells[place] ?? '').trim())?.number;
    return number === undefined ? null : numberOf(number);
  };
}

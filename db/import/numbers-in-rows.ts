import { readingOfColumn } from '../../shared/import/columns.ts';
import type { ImportProfile } from '../../shared/import/profile.ts';
import { compileNumberFormat } from './number-format.ts';
import { numberTextOf } from './number-text.ts';

/** What reads the number of a column in a row, by the marks that the profile gives it; null where there is none. */
export function numbersIn(profile: ImportProfile, columns: readonly string[], column: string) {
  const place = columns.indexOf(column);
  const { decimalMark = profile.decimalMark, thousandsMark = profile.thousandsMark } = readingOfColumn(
    profile.columns,
    column,
  );
  const plain = compileNumberFormat({ decimalMark, thousandsMark });
  return (cells: readonly string[]): number | null => {
    const number = numberTextOf((cells[place] ?? '').trim())?.number;
    const text = number === undefined ? null : plain(number);
    return text === null ? null : Number(text);
  };
}

/**
 * Columns beside the quantities of a record that each count the defects, or the minutes of downtime, of one reason. Where they add up
 * to the column of all of them, that is what they are; where a record has good pieces and nothing else says what was not, they may be.
 */
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { isShareHeading } from '../headings/heading-amounts.ts';
import { numbersIn } from '../numbers/numbers-in-rows.ts';
import { plainColumn } from './columns-of-fields.ts';
import { kindOfCell } from './kind-of-cell.ts';
import { columnsInUse } from './merged-cells.ts';

type Rows = readonly (readonly string[])[];

export interface ReasonColumns {
  field: 'defectQuantity' | 'downMinutes';
  columns: string[];
  /** Whether the numbers tell it, so that nobody need be asked. */
  isSure: boolean;
}

const FEWEST_COLUMNS = 2;
/** Numbers alone tell less of two columns than of three. */
const FEWEST_UNSURE = 3;
const FEWEST_ROWS = 3;
/** Most reasons happen in few records, and most of what is made is good. */
const LEAST_WITHOUT = 0.2;
const MOST_OF_GOOD = 0.5;

/** The columns that no field is read from and that count reasons; null where there are none, or the profile has others. */
export function findReasonColumns(
  profile: ImportProfile,
  columns: readonly string[],
  rows: Rows,
): ReasonColumns | null {
  const { defectColumns, downtimeColumns, shape } = profile;
  if (shape.unpivot || shape.join) return null;
  const taken = new Set([...defectColumns, ...downtimeColumns].map(({ column }) => column));
  const used = new Set(columnsInUse(profile).filter((column) => !taken.has(column)));
  const runs = runsOf(columns, (column, at) => !used.has(column) && holdsCounts(column, rows, at));
  for (const run of runs) {
    const sumOf = sumsOf(profile, columns, run);
    for (const field of ['defectQuantity', 'downMinutes'] as const) {
      if (addUpTo(profile, field, columns, rows, sumOf)) return { field, columns: run, isSure: true };
    }
    if (run.length >= FEWEST_UNSURE && lookLikeDefects(profile, columns, rows, run, sumOf)) {
      return { field: 'defectQuantity', columns: run, isSure: false };
    }
  }
  return null;
}

/** Stretches of columns beside each other that are all such. */
function runsOf(columns: readonly string[], isSuch: (column: string, at: number) => boolean): string[][] {
  const runs: string[][] = [[]];
  for (const [at, column] of columns.entries()) {
    if (isSuch(column, at)) runs.at(-1)?.push(column);
    else runs.push([]);
  }
  return runs.filter((run) => run.length >= FEWEST_COLUMNS);
}

function holdsCounts(column: string, rows: Rows, at: number): boolean {
  if (isShareHeading(column)) return false;
  const kinds = rows.map((cells) => kindOfCell(cells[at] ?? ''));
  return kinds.includes('number') && kinds.every((kind) => kind === 'number' || kind === 'blank');
}

type NumberOf = (cells: readonly string[]) => number | null;

function sumsOf(profile: ImportProfile, columns: readonly string[], run: readonly string[]): NumberOf {
  const readers = run.map((column) => numbersIn(profile, columns, column));
  return (cells) => readers.reduce((sum, numberOf) => sum + (numberOf(cells) ?? 0), 0);
}

function addUpTo(
  profile: ImportProfile,
  field: ReasonColumns['field'],
  columns: readonly string[],
  rows: Rows,
  sumOf: NumberOf,
): boolean {
  const total = plainColumn(profile, field);
  if (total === null) return false;
  const totalOf = numbersIn(profile, columns, total);
  const filled = rows.filter((cells) => totalOf(cells));
  return (
    filled.length >= FEWEST_ROWS && rows.every((cells) => Math.abs((totalOf(cells) ?? 0) - (sumOf(cells) ?? 0)) < 1e-6)
  );
}

function lookLikeDefects(
  profile: ImportProfile,
  columns: readonly string[],
  rows: Rows,
  run: readonly string[],
  sumOf: NumberOf,
): boolean {
  const good = plainColumn(profile, 'goodQuantity');
  if (good === null || profile.fields.defectQuantity) return false;
  const goodOf = numbersIn(profile, columns, good);
  const readers = run.map((column) => numbersIn(profile, columns, column));
  const numbers = rows.flatMap((cells) => readers.map((numberOf) => numberOf(cells) ?? 0));
  if (!numbers.every((number) => Number.isInteger(number) && number >= 0)) return false;
  if (numbers.filter((number) => number === 0).length < LEAST_WITHOUT * numbers.length) return false;
  const counted = rows.filter((cells) => sumOf(cells));
  const within = (cells: readonly string[]) => (sumOf(cells) ?? 0) <= MOST_OF_GOOD * (goodOf(cells) ?? 0);
  return counted.length >= FEWEST_ROWS && counted.filter(within).length >= (1 - LEAST_WITHOUT) * counted.length;
}

/**
 * What cells mean that are merged with cells of rows above: a date over the rows of its day counts for each of them, a quantity
 * over the rows of a lot hardly does. A profile says it of each column; where it says nothing, they stay blank, and that is told.
 */
import { recordFieldNames } from '../../../shared/domain/fields.ts';
import { readingOfColumn } from '../../../shared/import/columns.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { amountColumnsOf } from '../guess/guess-readings.ts';
import type { CsvRow } from '../rows/record-draft.ts';
import { columnsOfFields } from './columns-of-fields.ts';

/** A row with what counts for it of merged cells; `isUnsaid` where the profile does not say whether they do. */
export type FilledRow<Row extends CsvRow> = { row: Row; isUnsaid: boolean };

/** Compiles a profile, for a file with these columns, into a function that fills the cells of a row that are merged with others. */
export function createMergeFiller(
  profile: ImportProfile,
  columns: readonly string[],
): <Row extends CsvRow>(row: Row) => FilledRow<Row> {
  const said = columns.map((column) => readingOfColumn(profile.columns, column).merged);
  const used = new Set(columnsInUse(profile));
  const isUsed = columns.map((column) => used.has(column));
  return (row) => {
    if (row.merged === undefined) return { row, isUnsaid: false };
    const cells = [...row.cells];
    let isUnsaid = false;
    for (const { at, text } of row.merged) {
      if (said[at] === 'each') cells[at] = text;
      else if (said[at] === undefined && isUsed[at]) isUnsaid = true;
    }
    return { row: { ...row, cells }, isUnsaid };
  };
}

/** Cells of one column that are merged over several rows. */
export interface MergedColumn {
  column: string;
  /** How many such cells there are in the rows that were looked at. */
  count: number;
  /** The first of them. */
  text: string;
  from: number;
  to: number;
  /** The second file, where it is a column of that. */
  file?: string;
}

/** The columns of a table with merged cells, as its first rows show them. */
export function mergedColumns(columns: readonly string[], rows: readonly CsvRow[]): MergedColumn[] {
  const found = new Map<number, MergedColumn & { last: number }>();
  for (const { line, merged = [] } of rows) {
    for (const { at, text, from } of merged) {
      const column = columns[at];
      if (column === undefined) continue;
      const seen = found.get(at);
      if (!seen) found.set(at, { column, count: 1, text, from, to: line, last: from });
      else if (seen.from === from) seen.to = line;
      else if (seen.last !== from) {
        seen.count += 1;
        seen.last = from;
      }
    }
  }
  return [...found.values()].map(({ last: _, ...column }) => column);
}

/** A guessed profile in which merged names and dates count for each row, and merged amounts for the first. Both are asked about. */
export function withMergedColumns(profile: ImportProfile, merged: readonly MergedColumn[]): ImportProfile {
  const amounts = amountColumnsOf(profile);
  const used = new Set(columnsInUse(profile));
  const columns = { ...profile.columns };
  for (const { column } of merged) {
    if (used.has(column)) columns[column] = { ...columns[column], merged: amounts.has(column) ? 'first' : 'each' };
  }
  return { ...profile, columns };
}

/** Columns that records are read from. */
export function columnsInUse(profile: ImportProfile): string[] {
  const reasons = [...profile.defectColumns, ...profile.downtimeColumns].map(({ column }) => column);
  const wide = profile.shape.unpivot?.groups.flatMap(({ columns }) => columns) ?? [];
  return [...columnsOfFields(profile, recordFieldNames), ...reasons, ...wide];
}

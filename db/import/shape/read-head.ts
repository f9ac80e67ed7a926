import type { ImportProfile } from '../../../shared/import/profile.ts';
import { readCsvRows } from '../rows/read-rows.ts';
import type { CsvRow } from '../rows/record-draft.ts';
import { headRowsOf, type TableHead } from './shaper.ts';

/** A title, a date of printing and a legend take no more. */
const MOST_ROWS_ABOVE = 40;

/** Reads the beginning of a file: the last rows above its table, and the rows that the table begins with. */
export async function readHead(path: string, profile: ImportProfile): Promise<TableHead> {
  const wanted = Math.max(1, headRowsOf(profile));
  const preamble: CsvRow[] = [];
  const rows: CsvRow[] = [];
  for await (const batch of readCsvRows(path, { ...profile, headerLine: 1 })) {
    for (const row of batch) {
      if (row.line >= profile.headerLine) rows.push(row);
      else preamble.push(row);
      if (rows.length === wanted) return { preamble: preamble.slice(-MOST_ROWS_ABOVE), rows };
    }
  }
  return { preamble: preamble.slice(-MOST_ROWS_ABOVE), rows };
}

/** The same of rows that were read already. */
export function headOf(all: readonly CsvRow[], profile: ImportProfile): TableHead {
  const { headerLine } = profile;
  const rows = all.filter(({ line }) => line >= headerLine).slice(0, Math.max(1, headRowsOf(profile)));
  return { preamble: all.filter(({ line }) => line < headerLine).slice(-MOST_ROWS_ABOVE), rows };
}

/** What a profile is remembered by: the first row of headings, or how many columns there are. */
export function headingsOf(
  { rows }: TableHead,
  { shape }: ImportProfile,
  columns: readonly string[],
): readonly string[] {
  return shape.headings === 0 ? columns : (rows[0]?.cells ?? []);
}

import { AppError } from '../../../shared/lib/app-error.ts';
import type { CsvRow } from './record-draft.ts';

/**
 * The names by which a profile calls the columns of a header row: trimmed, 'Column 3' where the cell is empty, and
 * 'qty (2)' for the second of the same name, so that every column has exactly one name.
 */
export function columnNames(headerCells: readonly string[]): string[] {
  const used = new Set<string>();
  return headerCells.map((cell, index) => {
    const base = cell.trim().replace(/\s+/g, ' ') || `Column ${index + 1}`;
    let name = base;
    for (let count = 2; used.has(name); count += 1) name = `${base} (${count})`;
    used.add(name);
    return name;
  });
}

/** As many as a sheet of a workbook holds; what has more is no table but read with the wrong delimiter. */
const MOST_COLUMNS = 16_384;

/** Throws FILE_NOT_TABULAR for a row of more cells than any table has columns, before anything is made of them. */
export function assertWidth({ line, cells }: CsvRow, delimiter: string): void {
  if (cells.length <= MOST_COLUMNS) return;
  throw new AppError(
    'FILE_NOT_TABULAR',
    `Line ${line} has ${cells.length} cells when it is read with ${inWords(delimiter)} between cells, and a table has ${MOST_COLUMNS} columns at most. Choose another delimiter, or export the file again with the columns that you need.`,
  );
}

function inWords(delimiter: string): string {
  return delimiter === '\t' ? 'a tab' : `'${delimiter}'`;
}

/** Throws FILE_NOT_TABULAR when the header cannot be read, or has one column only: no record fits into it. */
export function assertHeader(header: CsvRow, delimiter: string): void {
  assertWidth(header, delimiter);
  if (header.problem !== undefined) {
    throw new AppError(
      'FILE_NOT_TABULAR',
      `The header in line ${header.line} cannot be read: ${header.problem}. Correct that line and import again.`,
    );
  }
  if (header.cells.length > 1) return;
  throw new AppError(
    'FILE_NOT_TABULAR',
    `The file has a single column when it is read with ${inWords(delimiter)} between cells. A record needs a date, a line or an item, and a quantity in columns of their own: choose another delimiter, or export the file again with these columns.`,
  );
}

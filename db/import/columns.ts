import { AppError } from '../../shared/lib/app-error.ts';
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

/** Throws FILE_NOT_TABULAR when the header cannot be read, or has one column only: no record fits into it. */
export function assertHeader(header: CsvRow, delimiter: string): void {
  if (header.problem !== undefined) {
    throw new AppError(
      'FILE_NOT_TABULAR',
      `The header in line ${header.line} cannot be read: ${header.problem}. Correct that line and import again.`,
    );
  }
  if (header.cells.length > 1) return;
  const mark = delimiter === '\t' ? 'a tab' : `'${delimiter}'`;
  throw new AppError(
    'FILE_NOT_TABULAR',
    `The file has a single column when it is read with ${mark} between cells. A record needs a date, a line or an item, and a quantity in columns of their own: choose another delimiter, or export the file again with these columns.`,
  );
}

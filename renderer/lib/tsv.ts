import { safeWritten } from '../../shared/lib/formula-start.ts';

/**
 * Rows as tab-separated text, which spreadsheets take from the clipboard; a cell with a tab or a line break is quoted, and none
 * is run as a formula.
 */
export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => quoteWhereNeeded(safeWritten(cell))).join('\t')).join('\r\n');
}

function quoteWhereNeeded(cell: string): string {
  return /[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

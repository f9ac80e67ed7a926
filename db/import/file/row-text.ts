/**
 * Rows as delimited text in the plain dialect, a row for each number that the reader counts. A row that cannot be read is
 * marked, with the reason and what stood there, so that it is set aside in words rather than lost.
 */
import { plainDialect } from '../../../shared/import/formats.ts';
import type { CsvRow } from '../record-draft.ts';

const { delimiter, quote } = plainDialect;
/** Stands alone in the first cell of a row that could not be read; no text that a plant writes holds it. */
const MARK = '\x1a';
const NEEDS_QUOTES = /[",\n\r]|^\s|\s$/;

/** A line of text for a row, its break included; a row without cells is a blank line. */
export function rowText(cells: readonly (string | undefined)[]): string {
  const [first, ...rest] = cells;
  const start = first === MARK ? `${MARK} ` : first;
  return `${[start, ...rest].map(quoted).join(delimiter)}\n`;
}

/** A line for a row that could not be read, with the reason and what can be shown of it. */
export function brokenRowText(problem: string, cells: readonly string[]): string {
  return rowText(['', problem, ...cells]).replace(delimiter, `${MARK}${delimiter}`);
}

/** True where a line of bytes may be a row that could not be read. */
export function isMarked(firstByte: number | undefined): boolean {
  return firstByte === MARK.charCodeAt(0);
}

/** The row as it was meant: one that could not be read has its problem. */
export function unmarked(row: CsvRow): CsvRow {
  const [mark, problem, ...cells] = row.cells;
  return mark === MARK && problem !== undefined ? { line: row.line, cells, problem } : row;
}

function quoted(cell: string | undefined): string {
  if (cell === undefined) return '';
  const text = cell.includes('\r') ? cell.replace(/\r\n?/g, '\n') : cell;
  return NEEDS_QUOTES.test(text) ? `${quote}${text.replaceAll(quote, quote + quote)}${quote}` : text;
}

/**
 * Rows as delimited text in the plain dialect, a row for each number that the reader counts. A row that cannot be read is
 * marked, with the reason and what stood there, so that it is set aside in words rather than lost; one into which merged cells
 * reach is marked with these.
 */
import { plainDialect } from '../../../shared/import/formats.ts';
import type { CsvRow, MergedCell } from '../rows/record-draft.ts';

const { delimiter, quote } = plainDialect;
/** Stands alone in the first cell of a row that could not be read; no text that a plant writes holds it. */
const MARK = '\x1a';
/** The same of a row into which merged cells reach. */
const MERGED = '\x1d';
const MARKS: ReadonlySet<string | undefined> = new Set([MARK, MERGED]);
const NEEDS_QUOTES = /[",\n\r]|^\s|\s$/;

/** A line of text for a row, its break included; a row without cells is a blank line. */
export function rowText(cells: readonly (string | undefined)[]): string {
  const [first, ...rest] = cells;
  const start = MARKS.has(first) ? `${first} ` : first;
  return lineOf([start, ...rest]);
}

/** A line for a row into which merged cells of rows above reach. */
export function mergedRowText(cells: readonly string[], merged: readonly MergedCell[]): string {
  const places = merged.map(({ at, from }) => `${at}:${from}`).join(' ');
  return lineOf([MERGED, places, ...cells, ...merged.map(({ text }) => text)]);
}

function lineOf(cells: readonly (string | undefined)[]): string {
  return `${cells.map(quoted).join(delimiter)}\n`;
}

/** A line for a row that could not be read, with the reason and what can be shown of it. */
export function brokenRowText(problem: string, cells: readonly string[]): string {
  return lineOf([MARK, problem, ...cells]);
}

/** True where a line of bytes may be a row of which more is known than its cells. */
export function isMarked(firstByte: number | undefined): boolean {
  return firstByte === MARK.charCodeAt(0) || firstByte === MERGED.charCodeAt(0);
}

/** The row as it was meant: one that could not be read has its problem, another what is merged with rows above. */
export function unmarked(row: CsvRow): CsvRow {
  const [mark, told, ...cells] = row.cells;
  if (told === undefined || !MARKS.has(mark)) return row;
  if (mark === MARK) return { line: row.line, cells, problem: told };
  const places = told.split(' ').map((place) => place.split(':').map(Number));
  const own = cells.slice(0, cells.length - places.length);
  const merged = places.map(([at = 0, from = 0], nth) => ({ at, from, text: cells[own.length + nth] ?? '' }));
  return { line: row.line, cells: own, merged };
}

function quoted(cell: string | undefined): string {
  if (cell === undefined) return '';
  const text = cell.includes('\r') ? cell.replace(/\r\n?/g, '\n') : cell;
  return NEEDS_QUOTES.test(text) ? `${quote}${text.replaceAll(quote, quote + quote)}${quote}` : text;
}

import type { CsvRow } from '../rows/record-draft.ts';

const BETWEEN = ' / ';

/**
 * One heading a column from several rows of headings: 'Line 1 / Good' where 'Line 1' stands above. A cell of an upper row
 * also stands for the blank ones after it, as merged cells are written, up to the next that is filled.
 */
export function joinHeadings(rows: readonly (readonly string[])[]): string[] {
  const last = rows.at(-1) ?? [];
  if (rows.length < 2) return [...last];
  const width = Math.max(...rows.map((cells) => cells.length));
  const filled = rows.map((cells, level) => (level === rows.length - 1 ? cells : spread(cells, width, last)));
  return Array.from({ length: width }, (_, index) => {
    const parts = filled.map((cells) => (cells[index] ?? '').trim()).filter((part) => part !== '');
    return parts.filter((part, at) => part !== parts[at - 1]).join(BETWEEN);
  });
}

/** A group ends where a column has no heading of its own: it belongs to nothing. */
function spread(cells: readonly string[], width: number, below: readonly string[]): string[] {
  let group = '';
  return Array.from({ length: width }, (_, index) => {
    const own = (cells[index] ?? '').trim();
    if (own !== '') group = own;
    else if ((below[index] ?? '').trim() === '') group = '';
    return group;
  });
}

/** What the columns of a table without headings are called. */
export function numberedHeadings(width: number): string[] {
  return Array.from({ length: width }, (_, index) => `Column ${index + 1}`);
}

/** Heading cells of a table from its first rows; `first` is a row of data where there are no headings. */
export function headingCells(rows: readonly CsvRow[], headings: number): string[] {
  if (headings === 0) return numberedHeadings(rows[0]?.cells.length ?? 0);
  return joinHeadings(rows.slice(0, headings).map(({ cells }) => cells));
}

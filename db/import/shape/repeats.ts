/**
 * Rows that a printed list has on every page: its title, its headings, the number of the page. None of them can be a record:
 * 1. a row whose cells are those of a row of headings (or of the units below), one by one;
 * 2. a row of one or two cells that stood above the headings as well;
 * 3. a row of a single cell that numbers a page.
 * A row that holds the headings in another order begins another table: what follows would be read into the wrong columns, so
 * the file is refused.
 */
import type { SkipKind } from '../../../shared/import/shape.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { CsvRow } from '../record-draft.ts';

const MOST_CELLS_OF_TITLE = 2;
const names =
  'pages?|seite|blatt|sheet|p[aá]gina?|pag|p[aá]g|feuille|strona|stran|strana|stranica|str|sayfa|oldal|sida|side|trang|стр|страница|лист|쪽|페이지|頁|ページ|页|第';
const of = '(?:\\s*(?:of|von|de|di|z|od|sur|из|/|중)\\s*\\d+)?';
const pageMark = new RegExp(
  `^(?:(?:${names})[\\s.:#-]*\\d+${of}|\\d+${of}\\s*(?:${names})|\\d+\\s*/\\s*\\d+|-\\s*\\d+\\s*-)[\\s.:)\\]页頁쪽-]*$`,
  'iu',
);

/** Tells whether a row repeats what stands around the table; null for any other row. */
export type RepeatFinder = (row: CsvRow) => SkipKind | null;

/** Finds repeats of the head of a table: the rows above its headings, and those of headings and units. */
export function createRepeatFinder(preamble: readonly CsvRow[], head: readonly CsvRow[]): RepeatFinder {
  const headings = new Set(head.map(({ cells }) => keyOf(cells)));
  const titles = new Set(
    preamble
      .filter(({ cells }) => isTitle(cells) && cells.some((cell) => /\p{L}/u.test(cell)))
      .map(({ cells }) => keyOf(cells)),
  );
  const firsts = new Set([...head, ...preamble].map(({ cells }) => firstFilled(cells)));
  const names = new Set(
    head.flatMap(({ cells }) => cells.map((cell) => cell.trim()).filter((cell) => LETTER.test(cell))),
  );
  return ({ cells, line }) => {
    const first = firstFilled(cells);
    if (names.has(first)) refuseOtherOrder(cells, line, { names, headings });
    if (firsts.has(first)) {
      const key = keyOf(cells);
      if (headings.has(key)) return 'repeatedHeading';
      if (titles.has(key)) return 'pageMark';
    }
    return standsAlone(cells) && pageMark.test(first) ? 'pageMark' : null;
  };
}

const LETTER = /\p{L}/u;
const FEWEST_HEADINGS = 3;
const LEAST_HEADINGS = 0.6;

function refuseOtherOrder(
  cells: readonly string[],
  line: number,
  { names, headings }: { names: ReadonlySet<string>; headings: ReadonlySet<string> },
): void {
  const known = new Set(cells.map((cell) => cell.trim()).filter((cell) => names.has(cell)));
  if (known.size < FEWEST_HEADINGS || known.size < LEAST_HEADINGS * filledIn(cells) || headings.has(keyOf(cells)))
    return;
  throw new AppError(
    'FILE_NOT_TABULAR',
    `Line ${line} holds headings again, but not as they stand above: the rows below it are another table. Nothing was imported: save it as a file of its own, and import both.`,
  );
}

function isTitle(cells: readonly string[]): boolean {
  return filledIn(cells) <= MOST_CELLS_OF_TITLE;
}

function filledIn(cells: readonly string[]): number {
  let filled = 0;
  for (const cell of cells) if (cell.trim() !== '') filled += 1;
  return filled;
}

/** Most rows have a second cell that is filled. */
function standsAlone(cells: readonly string[]): boolean {
  return (cells.length < 2 || (cells[1] ?? '').trim() === '') && filledIn(cells) === 1;
}

function firstFilled(cells: readonly string[]): string {
  for (const cell of cells) {
    const text = cell.trim();
    if (text !== '') return text;
  }
  return '';
}

/** The cells as one text; blank ones at the end do not count, as some rows lack them. */
function keyOf(cells: readonly string[]): string {
  return JSON.stringify(cells.map((cell) => cell.trim().replace(/\s+/g, ' '))).replace(/(?:,"")+\]$/, ']');
}

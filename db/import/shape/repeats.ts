/**
 * Rows that a printed list has on every page: its title, its headings, the number of the page. None of them can be a record:
 * 1. a row whose cells are those of a row of headings (or of the units below), one by one;
 * 2. a row of one or two cells that stood above the headings as well;
 * 3. a row of a single cell that numbers a page.
 * A row of other headings, or of these in another order, begins another table, and so does a row of other units: what follows
 * would be read into the wrong columns or count for something else, so the file is refused.
 */
import type { SkipKind } from '../../../shared/import/shape.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { exactScores, SUFFIXES } from '../guess/guess-profile.ts';
import { foldHeading } from '../headings/fold-heading.ts';
import type { CsvRow } from '../rows/record-draft.ts';
import { isQuantityUnit, unitIn } from './units.ts';

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
  const firsts = new Set([...head, ...preamble].map(({ cells }) => firstFilled(cells).toLowerCase()));
  const known = knownHeadings(head);
  let headingLine = 0;
  return ({ cells, line }) => {
    const first = firstFilled(cells);
    if (firsts.has(first.toLowerCase())) {
      const key = keyOf(cells);
      if (headings.has(key)) {
        headingLine = line;
        return 'repeatedHeading';
      }
      if (titles.has(key)) return 'pageMark';
    }
    if (areHeadings(cells, known)) refuseTable(line, 'holds headings again, but not as they stand above');
    if (line === headingLine + 1 && areUnits(cells))
      refuseTable(line, 'gives columns other units than they have above');
    return standsAlone(cells) && pageMark.test(first) ? 'pageMark' : null;
  };
}

function refuseTable(line: number, what: string): never {
  throw new AppError(
    'FILE_NOT_TABULAR',
    `Line ${line} ${what}: the rows below it are another table. Nothing was imported: save it as a file of its own, and import both.`,
  );
}

interface KnownHeadings {
  names: ReadonlySet<string>;
  folded: ReadonlySet<string>;
  /** How many columns have one, in the row that has most. */
  count: number;
}

const LETTER = /\p{L}/u;
const FEWEST_HEADINGS = 3;
const LEAST_HEADINGS = 0.6;
/** A line for signatures below a list has few cells. */
const LEAST_OF_WIDTH = 0.5;

function knownHeadings(head: readonly CsvRow[]): KnownHeadings {
  const names = new Set(
    head.flatMap(({ cells }) => cells.map((cell) => cell.trim()).filter((cell) => LETTER.test(cell))),
  );
  const count = Math.max(0, ...head.map(({ cells }) => filledIn(cells)));
  return { names, folded: new Set([...names].map(foldHeading)), count };
}

/** Whether most cells are headings of this table or, where none is made as a figure, such as any table has. */
function areHeadings(cells: readonly string[], { names, folded, count }: KnownHeadings): boolean {
  const areWords = !cells.some(beginsAsFigure);
  if (!areWords && !names.has(firstFilled(cells))) return false;
  const filled = filledIn(cells);
  const fewest = Math.min(FEWEST_HEADINGS, count);
  if (filled < Math.max(fewest, LEAST_OF_WIDTH * count)) return false;
  const isHeading = (text: string) =>
    names.has(text) || (areWords && (folded.has(foldHeading(text)) || namesField(text)));
  const found = new Set(cells.map((cell) => cell.trim()).filter((text) => text !== '' && isHeading(text)));
  return found.size >= fewest && found.size >= LEAST_HEADINGS * filled;
}

function namesField(text: string): boolean {
  const name = foldHeading(text);
  return exactScores.has(name.replaceAll('_', '')) || exactScores.has(name.replace(SUFFIXES, '').replaceAll('_', ''));
}

/** Nearly every row has a cell like that among its first. */
function beginsAsFigure(cell: string): boolean {
  return /^\s*[-+(]?\s*\d/.test(cell);
}

/** Units alone, below headings that came again; in the first column a name such as 'M' may stand. */
function areUnits(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => unitIn(cell)).filter((_, at) => (cells[at] ?? '').trim() !== '');
  return filled.every((unit) => unit !== null) && cells.slice(1).some((cell) => isQuantityUnit(unitIn(cell) ?? ''));
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

/** The cells as one text, however they are capitalised; blank ones at the end do not count, as some rows lack them. */
function keyOf(cells: readonly string[]): string {
  const texts = cells.map((cell) => cell.trim().replace(/\s+/g, ' ').toLowerCase());
  return JSON.stringify(texts).replace(/(?:,"")+\]$/, ']');
}

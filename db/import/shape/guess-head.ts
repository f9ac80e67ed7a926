/**
 * Where the headings of a table are and what they take, from its first rows:
 * 1. no headings, where the first row is made as the rows below are: numbers above numbers, dates above dates;
 * 2. several rows of headings, where a row above names groups of columns whose own names repeat, or are as many words;
 * 3. a row of units below, where nearly all that stands in it is one.
 */
import type { Shape, ShapeFinding } from '../../../shared/import/shape.ts';
import { headerLineOf } from '../headings/find-header.ts';
import { columnNames } from '../rows/columns.ts';
import type { CsvRow } from '../rows/record-draft.ts';
import { headingCells } from './headings.ts';
import { kindOfCell } from './kind-of-cell.ts';
import { unitIn, unitsOf } from './units.ts';

export interface GuessedHead {
  headerLine: number;
  shape: Pick<Shape, 'headings' | 'units'>;
  findings: ShapeFinding[];
}

const ROWS_BELOW = 50;
const MOST_GROUP_ROWS = 2;

/** The head of a table from the first rows of a file; `given` is the line of the headings where a person has said it. */
export function guessHead(all: readonly CsvRow[], given?: number): GuessedHead {
  const found = given ?? headerLineOf(all);
  const begin = Math.max(
    0,
    all.findIndex(({ line }) => line >= found),
  );
  // A row that names groups may be full enough to be taken for the headings itself.
  const namesGroups = given === undefined && areHeadingsBelow(all[begin], all[begin + 1]);
  const at = namesGroups ? begin + 1 : begin;
  const first = all[at];
  if (first === undefined) return { headerLine: found, shape: { headings: 1 }, findings: [] };
  const below = all.slice(at + 1);
  const bare = given === undefined ? guessNoHeadings(first, below) : null;
  if (bare) return { headerLine: first.line, shape: { headings: 0 }, findings: [bare] };
  const above = given === undefined ? groupRowsAbove(all.slice(0, at), first) : 0;
  const headings = 1 + above;
  const rows = all.slice(at - above);
  const findings: ShapeFinding[] = [];
  if (above > 0) {
    const names = headingCells(rows, headings);
    const example = names.find((name) => name.includes(' / ')) ?? '';
    findings.push({ part: 'headings', confidence: 'likely', seen: { rows: headings, example } });
  }
  const units = guessUnits(columnNames(headingCells(rows, headings)), below[0]);
  if (units) findings.push(units.finding);
  return {
    headerLine: above > 0 ? (rows[0] as CsvRow).line : found,
    shape: { headings, ...(units && { units: units.units }) },
    findings,
  };
}

/** Words above words say nothing: without a column of numbers or dates a row is taken for headings. */
function guessNoHeadings(first: CsvRow, below: readonly CsvRow[]): ShapeFinding | null {
  const sample = below.slice(0, ROWS_BELOW);
  let telling = 0;
  let alike = 0;
  for (const [at, cell] of first.cells.entries()) {
    const kinds = sample.map(({ cells }) => kindOfCell(cells[at] ?? '')).filter((kind) => kind !== 'blank');
    const most = (['number', 'date'] as const).find(
      (kind) => kinds.length > 0 && kinds.filter((each) => each === kind).length >= 0.8 * kinds.length,
    );
    if (most === undefined || cell.trim() === '') continue;
    telling += 1;
    if (kindOfCell(cell) === most) alike += 1;
  }
  if (telling === 0 || alike < telling || countUp(first.cells)) return null;
  const confidence = telling > 1 ? 'likely' : 'guess';
  return { part: 'noHeadings', confidence, seen: { line: first.line, columns: telling } };
}

/** Years or numbers of months as headings: 2021, 2022, 2023. */
function countUp(cells: readonly string[]): boolean {
  const numbers = cells
    .map((cell) => cell.trim())
    .filter((cell) => /^\d{1,4}$/.test(cell))
    .map(Number);
  const step = (numbers[1] ?? 0) - (numbers[0] ?? 0);
  return (
    numbers.length > 2 &&
    Math.abs(step) === 1 &&
    numbers.every((each, at) => at === 0 || each - (numbers[at - 1] ?? 0) === step)
  );
}

/** Rows above the headings that name groups of columns; a title stands in one cell and names none. */
function groupRowsAbove(above: readonly CsvRow[], header: CsvRow): number {
  let rows = 0;
  for (const row of above.toReversed().slice(0, MOST_GROUP_ROWS)) {
    if (row.line !== header.line - rows - 1 || !isGroupRow(row, header)) break;
    rows += 1;
  }
  return rows;
}

function areHeadingsBelow(row: CsvRow | undefined, next: CsvRow | undefined): boolean {
  if (!row || next?.line !== row.line + 1) return false;
  const areWords = next.cells.every((cell) => ['text', 'blank'].includes(kindOfCell(cell)));
  return areWords && isGroupRow(row, next);
}

function isGroupRow(row: CsvRow, header: CsvRow): boolean {
  const names = row.cells.map((cell) => cell.trim());
  const filled = names.filter((name) => name !== '');
  const areWords = filled.every((name) => kindOfCell(name) === 'text');
  if (!areWords || row.cells.length > header.cells.length) return false;
  const own = header.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const doRepeat = new Set(own).size < own.length;
  const joined = headingCells([row, header], 2);
  return filled.length >= 2 && doRepeat && new Set(joined).size > new Set(header.cells).size;
}

function guessUnits(columns: readonly string[], row: CsvRow | undefined) {
  if (row === undefined || row.cells.length > columns.length) return null;
  const filled = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '' && cell !== '-');
  const known = filled.filter((cell) => unitIn(cell) !== null);
  if (known.length === 0 || filled.some((cell) => kindOfCell(cell) !== 'text')) return null;
  const areAll = known.length === filled.length;
  // One unit among blanks is enough, as few columns have one; among other words it must be most of them.
  if (!areAll && known.length < 0.6 * filled.length) return null;
  const units = unitsOf(columns, row.cells);
  const finding: ShapeFinding = {
    part: 'units',
    confidence: areAll && known.length > 1 ? 'sure' : 'likely',
    seen: {
      line: row.line,
      example: Object.entries(units)
        .map(([column, unit]) => `${column}: ${unit}`)
        .slice(0, 3)
        .join(', '),
    },
  };
  return { units, finding };
}

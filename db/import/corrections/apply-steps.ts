import { type CorrectionStep, type RejectHeadings, rejectHeadings } from '../../../shared/import/corrections.ts';
import { columnNames } from '../rows/columns.ts';
import type { RejectedRow, RejectedRows } from './rejected-rows.ts';

/** What steps make of a row. */
export interface SteppedRow {
  /** The very cells of the row where nothing changed. */
  cells: readonly string[];
  /** Whether a person says that it is right as it is. */
  isSaidRight: boolean;
  /** Whether it is to be tried: a cell was changed, or it is said to be right. */
  isTried: boolean;
}

type Replacement = Extract<CorrectionStep, { type: 'replace' }>;
type Numbered = { step: CorrectionStep; at: number };

/**
 * Compiles steps into a function that applies them to a row, in their order, over as many columns as there are headings. What is replaced
 * in a column is replaced in that of the same name wherever rows stand below other headings.
 */
export function compileSteps(
  steps: readonly CorrectionStep[],
  headings: RejectedRows['headings'],
): (row: RejectedRow) => SteppedRow {
  const common: Numbered[] = [];
  const ofRow = new Map<number, Numbered[]>();
  for (const [at, step] of steps.entries()) {
    if (!('row' in step)) common.push({ step, at });
    else ofRow.set(step.row, [...(ofRow.get(step.row) ?? []), { step, at }]);
  }
  const names = new Map(rejectHeadings.map((below) => [below, columnNames(headings[below] ?? [])]));
  /** The same replacement in the column of that name below other headings; null where they have none. */
  const placed = (step: Replacement, below: RejectHeadings): Replacement | null => {
    const of = step.below ?? 'record';
    if (of === below) return step;
    const name = names.get(of)?.[step.column];
    const column = name === undefined ? -1 : (names.get(below)?.indexOf(name) ?? -1);
    return column < 0 ? null : { ...step, column };
  };
  return (row) => {
    const own = ofRow.get(row.row);
    const inOrder = own ? [...common, ...own].sort((a, b) => a.at - b.at) : common;
    let cells: readonly string[] = row.cells;
    let isSaidRight = false;
    const columns = headings[row.below]?.length ?? 0;
    for (const { step } of inOrder) {
      if (!('row' in step) && step.kind !== null && step.kind !== row.kind) continue;
      if (step.type === 'asTheyAre') isSaidRight = true;
      else {
        const here = step.type === 'replace' ? placed(step, row.below) : step;
        if (here !== null) cells = applyStep(cells, here, columns);
      }
    }
    const isChanged = cells !== row.cells && !isSame(cells, row.cells);
    return { cells: isChanged ? cells : row.cells, isSaidRight, isTried: isSaidRight || isChanged };
  };
}

function applyStep(
  cells: readonly string[],
  step: Exclude<CorrectionStep, { type: 'asTheyAre' }>,
  columns: number,
): readonly string[] {
  if (step.type === 'row') return step.cells;
  const before = cells[step.column];
  const after = step.type === 'cell' ? step.text : replaced(before ?? '', step);
  // A search through a column leaves alone what is not there; an edit of a person fills a short row up.
  if (after === before || (before === undefined && step.type === 'replace' && step.find !== null)) return cells;
  const filled = Array.from({ length: Math.max(columns, cells.length, step.column + 1) }, (_, at) => cells[at] ?? '');
  filled[step.column] = after;
  return filled;
}

function replaced(text: string, { find, by, isWhole }: Replacement): string {
  if (find === null) return by;
  if (isWhole) return text.trim() === find.trim() ? by : text;
  return text.replaceAll(find, () => by);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((cell, at) => cell === b[at]);
}

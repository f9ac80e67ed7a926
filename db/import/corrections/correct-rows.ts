/**
 * What rows that were set aside are after some steps: records, or still none and why. The same for the window, which shows a
 * page of them, and for the import, which takes those that are records.
 */
import type { CellChange, CorrectionStep } from '../../../shared/import/corrections.ts';
import { columnNames } from '../rows/columns.ts';
import { createRowMapper } from '../rows/map-row.ts';
import type { RecordDraft } from '../rows/record-draft.ts';
import { notesOf, type RowNote } from '../shape/note-tally.ts';
import type { ShapedRow } from '../shape/shaper.ts';
import { compileSteps } from './apply-steps.ts';
import type { CorrectionsOfBatch } from './corrections-of-batch.ts';
import { openLineShaper } from './line-shaper.ts';
import type { RejectedRow, RejectedRows } from './rejected-rows.ts';

/** A row after the steps. */
export interface TriedRow {
  rejected: RejectedRow;
  cells: readonly string[];
  /** The records that it is, one unless its line makes several; none while it is not tried, or one of them is no record. */
  drafts: RecordDraft[];
  /** Why it is none. */
  reason: string | null;
  notes: RowNote[];
}

/** Works out what rows are after some steps. */
export interface Corrector {
  correct(row: RejectedRow): TriedRow;
  /** Lets go of what was kept of a second file. */
  close(): void;
}

/** Reasons that a line cannot be split into cells: it holds while a cell begins with the quote that is to blame. */
const ABOUT_A_QUOTE =
  /^(line \d+ of .*, which it is joined with, cannot be read: )?(a quote is opened |text follows the quote )/;
const BEGINS_WITH_QUOTE = /^\s*"/;

/** Compiles a profile and steps into what tells of a row what it is now; to be closed. Throws INVALID_PROFILE. */
export function openCorrector(
  { headings }: Pick<RejectedRows, 'headings'>,
  of: Pick<CorrectionsOfBatch, 'profile' | 'file' | 'rejectsPath'>,
  steps: readonly CorrectionStep[],
): Corrector {
  const { profile, file } = of;
  const applySteps = compileSteps(steps, headings);
  const map = createRowMapper(profile, { line: profile.headerLine, cells: headings.record }, { fileName: file });
  const lines = openLineShaper(of, headings);
  const recordsOf = (rows: readonly ShapedRow[]): Pick<TriedRow, 'drafts' | 'reason' | 'notes'> => {
    const drafts: RecordDraft[] = [];
    for (const row of rows) {
      const { draft, rejection } = map(row);
      if (rejection) {
        const label = rows.length > 1 ? lines.labelOf(row) : null;
        const where = label === null ? '' : `, in the record '${label}'`;
        return { drafts: [], reason: `${rejection.reason}${where}`, notes: [] };
      }
      drafts.push(draft);
    }
    return { drafts, reason: null, notes: rows.flatMap(notesOf) };
  };
  return {
    close: lines.close,
    correct(rejected) {
      const { cells, isTried, isSaidRight } = applySteps(rejected);
      const isTornByQuote = ABOUT_A_QUOTE.test(rejected.reason) && cells.some((cell) => BEGINS_WITH_QUOTE.test(cell));
      const waits = !isTried || isTornByQuote || (!isSaidRight && lines.leavesOpen(rejected, cells));
      if (waits) return { rejected, cells, drafts: [], reason: rejected.reason, notes: [] };
      const row = { line: rejected.line, cells: [...cells] };
      return { rejected, cells, ...recordsOf(rejected.below === 'record' ? [row] : lines.shape(rejected.below, row)) };
    },
  };
}

/** The cells of a row that differ from what stands in the file, each with the name of its column. */
export function cellChanges(headings: RejectedRows['headings'], { rejected, cells }: TriedRow): CellChange[] {
  const before = rejected.cells;
  const header = headings[rejected.below] ?? [];
  const names = columnNames(Array.from({ length: Math.max(before.length, cells.length) }, (_, at) => header[at] ?? ''));
  return names.flatMap((column, at) => {
    const change = { column, before: before[at] ?? '', after: cells[at] ?? '' };
    return change.before === change.after ? [] : [change];
  });
}

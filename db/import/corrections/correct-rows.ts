/**
 * What rows that were set aside are after some steps: records, or still none and why. The same for the window, which shows a
 * page of them, and for the import, which takes those that are records.
 */
import type { CellChange, CorrectionStep } from '../../../shared/import/corrections.ts';
import { columnNames } from '../columns.ts';
import { createRowMapper } from '../map-row.ts';
import type { RecordDraft } from '../record-draft.ts';
import { compileSteps } from './apply-steps.ts';
import type { CorrectionsOfBatch } from './corrections-of-batch.ts';
import type { RejectedRow, RejectedRows } from './rejected-rows.ts';

/** A row after the steps. */
export interface TriedRow {
  rejected: RejectedRow;
  cells: readonly string[];
  /** The record that it is, once it is to be tried; else why it is none. */
  draft: RecordDraft | null;
  reason: string | null;
}

/** Reasons that a row cannot be split into cells: it holds while a cell begins with the quote that is to blame. */
const ABOUT_A_QUOTE = /^a quote is opened |^text follows the quote /;
const BEGINS_WITH_QUOTE = /^\s*"/;
/** Reasons that a line of the file is no row, before records are made of it or cells of a second file are brought to it. */
const ABOUT_THE_LINE =
  /^a quote is opened |^text follows the quote |^the row has |^nothing stands in any of the columns |^lines? [\d ]+.* (have its key and differ$|which it is joined with)/;
const IN_THE_FILE = '; its line makes other rows than it has cells, so correct it in the file and import that';

/** Compiles a profile and steps into a function from a row to what it is now. Throws INVALID_PROFILE. */
export function compileCorrections(
  { header }: Pick<RejectedRows, 'header'>,
  { profile, file }: Pick<CorrectionsOfBatch, 'profile' | 'file'>,
  steps: readonly CorrectionStep[],
): (row: RejectedRow) => TriedRow {
  const applySteps = compileSteps(steps, header.length);
  const map = createRowMapper(profile, { line: profile.headerLine, cells: header }, { fileName: file });
  const isShaped = profile.shape.unpivot !== undefined || profile.shape.join !== undefined;
  return (rejected) => {
    const { cells, isTried } = applySteps(rejected);
    if (!isTried) return { rejected, cells, draft: null, reason: rejected.reason };
    if (isShaped && ABOUT_THE_LINE.test(rejected.reason)) {
      return { rejected, cells, draft: null, reason: `${rejected.reason}${IN_THE_FILE}` };
    }
    if (ABOUT_A_QUOTE.test(rejected.reason) && cells.some((cell) => BEGINS_WITH_QUOTE.test(cell))) {
      return { rejected, cells, draft: null, reason: rejected.reason };
    }
    const { draft = null, rejection } = map({ line: rejected.line, cells: [...cells] });
    return { rejected, cells, draft, reason: rejection?.reason ?? null };
  };
}

/** The cells of a row that differ from what stands in the file, each with the name of its column. */
export function cellChanges(header: readonly string[], { rejected, cells }: TriedRow): CellChange[] {
  const before = rejected.cells;
  const names = columnNames(Array.from({ length: Math.max(before.length, cells.length) }, (_, at) => header[at] ?? ''));
  return names.flatMap((column, at) => {
    const change = { column, before: before[at] ?? '', after: cells[at] ?? '' };
    return change.before === change.after ? [] : [change];
  });
}

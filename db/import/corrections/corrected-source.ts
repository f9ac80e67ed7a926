import type { CellChange, CorrectionStep } from '../../../shared/import/corrections.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { keyColumnsOf } from '../match.ts';
import type { RowSource } from '../row-source.ts';
import type { RecordDraft } from '../rows/record-draft.ts';
import type { RowNote } from '../shape/note-tally.ts';
import { cellChanges, openCorrector, type TriedRow } from './correct-rows.ts';
import type { CorrectionsOfBatch } from './corrections-of-batch.ts';
import { type RejectedRows, readRejectedRows } from './rejected-rows.ts';

const BATCH_ROWS = 5_000;

/** A row of an import of corrected rows, as it is remembered. */
export interface RememberedRow {
  /** Its place among the rows that were set aside. */
  row: number;
  line: number;
  changes: CellChange[];
  /** Places of its records among all that the source gives, counted from 1. */
  from: number;
  to: number;
}

/** Which import a source corrects rows of. */
export interface Correcting {
  batchId: number;
  family: readonly number[];
  /** The rows that it gives, in the same order. */
  rows(): Iterable<RememberedRow>;
}

/**
 * The rows of an import that are records after some steps, read by its own profile. They are the rows of the original file:
 * they keep its name and their lines. Throws INVALID_ARGUMENT when there are none, INVALID_PROFILE, NOT_FOUND.
 */
export function correctedSource(of: CorrectionsOfBatch, steps: readonly CorrectionStep[]): RowSource {
  const rejected = readRejectedRows(of.rejectsPath);
  const ready = () => readyRows(of, rejected, steps);
  let count = 0;
  for (const { drafts } of ready()) count += drafts.length;
  if (count === 0) {
    throw new AppError(
      'INVALID_ARGUMENT',
      `None of the rows that import ${of.batchId} set aside is a record after these corrections. Nothing was imported.`,
    );
  }
  return {
    name: of.file,
    profile: JSON.stringify(of.profile),
    fingerprint: null,
    header: rejected.headings.record,
    key: keyColumnsOf(of.profile.key),
    async *read() {
      let drafts: RecordDraft[] = [];
      let notes: RowNote[] = [];
      for (const row of ready()) {
        drafts.push(...row.drafts);
        notes.push(...row.notes);
        if (drafts.length >= BATCH_ROWS) {
          yield { drafts, notes, rejections: [], expectedRows: count };
          drafts = [];
          notes = [];
        }
      }
      yield { drafts, notes, rejections: [], expectedRows: count };
    },
    // What is refused stays set aside as it is, and is not written again.
    async *cellsOf() {},
    corrects: {
      batchId: of.batchId,
      family: of.family,
      *rows() {
        let from = 1;
        for (const tried of ready()) {
          const { row, line } = tried.rejected;
          const to = from + tried.drafts.length - 1;
          yield { row, line, changes: cellChanges(rejected.headings, tried), from, to };
          from = to + 1;
        }
      },
    },
  };
}

function* readyRows(
  of: CorrectionsOfBatch,
  rejected: RejectedRows,
  steps: readonly CorrectionStep[],
): Generator<TriedRow> {
  const done = new Set(of.corrected);
  const corrector = openCorrector(rejected, of, steps);
  try {
    for (const row of rejected.rows) {
      if (done.has(row.row)) continue;
      const tried = corrector.correct(row);
      if (tried.drafts.length > 0) yield tried;
    }
  } finally {
    corrector.close();
  }
}

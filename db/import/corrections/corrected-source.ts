import type { CellChange, CorrectionStep } from '../../../shared/import/corrections.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { keyColumnsOf } from '../match.ts';
import type { RowSource } from '../row-source.ts';
import { cellChanges, compileCorrections, type TriedRow } from './correct-rows.ts';
import type { CorrectionsOfBatch } from './corrections-of-batch.ts';
import { type RejectedRows, readRejectedRows } from './rejected-rows.ts';

const BATCH_ROWS = 5_000;

/** A row of an import of corrected rows, as it is remembered. */
export interface RememberedRow {
  /** Its place among the rows that were set aside. */
  row: number;
  line: number;
  changes: CellChange[];
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
  for (const _ of ready()) count += 1;
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
    header: rejected.header,
    key: keyColumnsOf(of.profile.key),
    async *read() {
      let drafts = [];
      for (const { draft } of ready()) {
        drafts.push(draft);
        if (drafts.length === BATCH_ROWS) {
          yield { drafts, rejections: [], expectedRows: count };
          drafts = [];
        }
      }
      yield { drafts, rejections: [], expectedRows: count };
    },
    async *cellsOf(lines) {
      let place = 0;
      for (const { rejected: row, cells } of ready()) {
        place += 1;
        if (lines.has(row.line)) yield { line: row.line, place, cells: [...cells] };
      }
    },
    corrects: {
      batchId: of.batchId,
      family: of.family,
      *rows() {
        for (const tried of ready()) {
          const { row, line } = tried.rejected;
          yield { row, line, changes: cellChanges(rejected.header, tried) };
        }
      },
    },
  };
}

type ReadyRow = TriedRow & { draft: NonNullable<TriedRow['draft']> };

function* readyRows(
  of: CorrectionsOfBatch,
  rejected: RejectedRows,
  steps: readonly CorrectionStep[],
): Generator<ReadyRow> {
  const done = new Set(of.corrected);
  const correct = compileCorrections(rejected, of, steps);
  for (const row of rejected.rows) {
    if (done.has(row.row)) continue;
    const tried = correct(row);
    if (tried.draft !== null) yield { ...tried, draft: tried.draft };
  }
}

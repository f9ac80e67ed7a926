import type { CellChange } from '../../../shared/import/corrections.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { ReadableDatabase, WritableDatabase } from '../../engine/sqlite/connection.ts';
import type { Rejection } from '../record-draft.ts';
import type { Correcting } from './corrected-source.ts';

/** Rows that were corrected, and still are none of the store. */
export interface StayedRows {
  rows: number;
  /** Why, of the first of them. */
  because: string | null;
}

/**
 * Remembers which rows an import of corrected rows took in, and what was changed in them. Rows that met the store and were
 * refused stay with the import that had set them aside. Belongs in the transaction of the import. Throws INVALID_ARGUMENT
 * when all of them stayed.
 */
export function saveCorrections(
  live: WritableDatabase,
  batchId: number,
  corrects: Correcting,
  refused: readonly Rejection[],
): StayedRows {
  const stayed = new Set(refused.map(({ line }) => line));
  let taken = 0;
  for (const { row, line, changes } of corrects.rows()) {
    if (stayed.has(line)) continue;
    taken += live.run('INSERT INTO row_corrections VALUES (@batchId, @row, @line, @changes)', {
      batchId,
      row,
      line,
      changes: JSON.stringify(changes.map(({ column, before, after }) => [column, before, after])),
    });
  }
  const because = refused[0]?.reason ?? null;
  if (taken === 0) {
    throw new AppError(
      'INVALID_ARGUMENT',
      `The corrected rows stay set aside: the first of them ${because}. Nothing was imported.`,
    );
  }
  return { rows: refused.length, because };
}

/** What was corrected in the row that a record was read from; null where it was read as it stands in its file. */
export function readCorrection(
  live: ReadableDatabase,
  { batchId, line }: { batchId: number; line: number },
): CellChange[] | null {
  const rows = live.rows('SELECT changes FROM row_corrections WHERE batch_id = @batchId AND source_line = @line', {
    batchId,
    line,
  });
  const [changes] = rows[0] ?? [];
  if (changes === undefined) return null;
  const parsed: [string, string, string][] = JSON.parse(String(changes));
  return parsed.map(([column, before, after]) => ({ column, before, after }));
}

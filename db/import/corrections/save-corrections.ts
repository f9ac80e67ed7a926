import type { CellChange } from '../../../shared/import/corrections.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { ReadableDatabase, WritableDatabase } from '../../engine/sqlite/connection.ts';
import type { Correcting } from './corrected-source.ts';

/** A record of a corrected row that the store refused, or a person left out. */
export interface RefusedRecord {
  /** Its place among all records of the corrected rows, counted from 1. */
  place: number;
  reason: string;
}

/** Rows that were corrected, and still are none of the store. */
export interface StayedRows {
  rows: number;
  /** Why, of the first of them. */
  because: string | null;
}

/**
 * The places of all records of the rows of which one was refused: a line that makes several records is taken in whole or stays
 * set aside, as what was taken in of it could not be told from the rest when it is corrected again.
 */
export function placesThatStay(corrects: Correcting, refused: readonly RefusedRecord[]): number[] {
  const places = new Set(refused.map(({ place }) => place));
  const staying: number[] = [];
  for (const { from, to } of places.size > 0 ? corrects.rows() : []) {
    const own = Array.from({ length: to - from + 1 }, (_, at) => from + at);
    if (own.some((place) => places.has(place))) staying.push(...own);
  }
  return staying;
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
  refused: readonly RefusedRecord[],
): StayedRows {
  const staying = new Set(placesThatStay(corrects, refused));
  let taken = 0;
  let rows = 0;
  for (const { row, line, changes, from } of corrects.rows()) {
    if (staying.has(from)) {
      rows += 1;
      continue;
    }
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
  return { rows, because };
}

/** What was corrected in the line that a record was read from, which may hold several; null where it was read as it stands in its file. */
export function readCorrection(
  live: ReadableDatabase,
  { batchId, line }: { batchId: number; line: number },
): CellChange[] | null {
  const rows = live.rows('SELECT changes FROM row_corrections WHERE batch_id = @batchId AND source_line = @line', {
    batchId,
    line,
  });
  if (rows.length === 0) return null;
  const changes = rows.flatMap(([text]) => JSON.parse(String(text)) as [string, string, string][]);
  return changes.map(([column, before, after]) => ({ column, before, after }));
}

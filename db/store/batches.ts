import { basename, join } from 'node:path';
import type { Batch } from '../../shared/contract/schemas.ts';
import { isoFromDay } from '../../shared/domain/day.ts';
import { findingSchema } from '../../shared/import/gate.ts';
import type { ReadableDatabase } from '../engine/sqlite/connection.ts';
import { notUndoableReason } from '../import/undo.ts';
import type { StoreFolder } from './folder.ts';

interface BatchRow {
  id: number;
  file_name: string;
  imported_at: string;
  rows_read: number;
  inserted: number;
  updated: number;
  unchanged: number;
  rejected: number;
  rounded: number;
  first_day: number | null;
  last_day: number | null;
  state: 'imported' | 'undone';
  corrects: number | null;
  corrected: number;
  findings: string | null;
}

const BATCHES_SHOWN = 500;

/** The imports of a store, newest first; one alone where it is named. */
export function readBatches(live: ReadableDatabase, only?: number): Batch[] {
  const asked = only === undefined ? { first: 0, last: null } : { first: only, last: only };
  const rows = live.all<BatchRow>(
    `WITH since (batch_id, corrected) AS (
       SELECT d.corrects, COUNT(*) FROM batch_details AS d JOIN import_batches AS b ON b.id = d.batch_id AND b.state = 'imported'
       JOIN row_corrections AS r ON r.batch_id = b.id WHERE d.corrects IS NOT NULL GROUP BY d.corrects
     )
     SELECT b.*, d.corrects, d.findings, coalesce(since.corrected, 0) AS corrected FROM import_batches AS b
     LEFT JOIN batch_details AS d ON d.batch_id = b.id LEFT JOIN since ON since.batch_id = b.id
     WHERE b.id BETWEEN @first AND coalesce(@last, b.id) ORDER BY b.id DESC LIMIT ${BATCHES_SHOWN}`,
    asked,
  );
  return rows.map((row) => ({
    batchId: row.id,
    file: row.file_name,
    importedAt: row.imported_at,
    rowsRead: row.rows_read,
    inserted: row.inserted,
    updated: row.updated,
    unchanged: row.unchanged,
    rejected: row.rejected,
    rounded: row.rounded,
    firstDate: row.first_day === null ? null : isoFromDay(row.first_day),
    lastDate: row.last_day === null ? null : isoFromDay(row.last_day),
    state: row.state,
    corrected: row.corrected,
    corrects: row.corrects,
    findings: row.findings === null ? [] : findingSchema.array().parse(JSON.parse(row.findings)),
    notUndoableReason: notUndoableReason(live, row.id),
  }));
}

/**
 * Path of the file with the rows a batch set aside; null when it set none aside or there is no such batch. Only its name
 * counts: a store that was restored elsewhere has it in its own folder.
 */
export function readRejectsFile(live: ReadableDatabase, { rejects }: StoreFolder, batchId: number): string | null {
  const row = live.get<{ path: string | null }>('SELECT rejects_file AS path FROM import_batches WHERE id = @batchId', {
    batchId,
  });
  return row?.path ? join(rejects, basename(row.path.replaceAll('\\', '/'))) : null;
}

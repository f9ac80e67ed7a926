import { AppError } from '../../shared/lib/app-error.ts';
import type { ReadableDatabase, WritableDatabase } from '../engine/sqlite/connection.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { saveUndone } from '../store/batch-details.ts';
import { assignedFromJson, reasonLists, recordAsJson } from '../store/record-as-json.ts';
import { touchDays } from '../store/touch-days.ts';
import { restoreItemNames } from './item-names.ts';

export interface UndoOutcome {
  batchId: number;
  removed: number;
  restored: number;
}

const IDS_A_STEP = 20_000;

interface BatchRow {
  file_name: string;
  state: string;
  first_record_id: number | null;
  last_record_id: number | null;
}

/** Why a batch cannot be undone, in a sentence; null when it can. */
export function notUndoableReason(live: ReadableDatabase, batchId: number): string | null {
  const batch = readBatch(live, batchId);
  if (!batch) return `There is no import ${batchId}.`;
  if (batch.state === 'undone') return `Import ${batchId} (${batch.file_name}) was undone before.`;
  const archive = live.get<{ archive: string; records: number }>(
    'SELECT archive, records FROM archived_batches WHERE batch_id = @batchId',
    { batchId },
  );
  if (archive) {
    return `${archive.records} of the records of import ${batchId} are in ${archive.archive}, which is sealed. Reopen ${archive.archive} under Maintenance first.`;
  }
  const later = live.get<{ batch_id: number }>(
    `SELECT batch_id FROM record_changes WHERE batch_id > @batchId AND taken_back IS NULL AND
       (record_id BETWEEN @first AND @last OR record_id IN (SELECT record_id FROM record_changes WHERE batch_id = @batchId))
     ORDER BY batch_id DESC LIMIT 1`,
    { batchId, first: batch.first_record_id ?? 0, last: batch.last_record_id ?? -1 },
  );
  return later ? `Import ${later.batch_id} updated records of import ${batchId}; undo that one first.` : null;
}

/** Takes a batch back in one transaction: removes what it inserted, puts back what it updated. */
export function undoBatch(live: WritableDatabase, batchId: number, context: JobContext): UndoOutcome {
  const reason = notUndoableReason(live, batchId);
  const batch = readBatch(live, batchId);
  if (reason !== null || !batch) {
    throw new AppError(batch ? 'NOT_UNDOABLE' : 'NOT_FOUND', `${reason} Nothing was changed.`);
  }
  return live.transaction(() => {
    const days = new Set<number>();
    const restored = restoreUpdated(live, batchId, days);
    const removed = removeInserted(live, batchId, batch, days, context);
    live.run("UPDATE import_batches SET state = 'undone' WHERE id = @batchId", { batchId });
    restoreItemNames(live, batchId);
    saveUndone(live, batchId);
    touchDays(live, days);
    return { batchId, removed, restored };
  });
}

function readBatch(live: ReadableDatabase, batchId: number): BatchRow | undefined {
  return live.get<BatchRow>(
    'SELECT file_name, state, first_record_id, last_record_id FROM import_batches WHERE id = @batchId',
    { batchId },
  );
}

function removeInserted(
  live: WritableDatabase,
  batchId: number,
  batch: BatchRow,
  touched: Set<number>,
  context: JobContext,
): number {
  const { first_record_id: first, last_record_id: last } = batch;
  if (first === null || last === null) return 0;
  let removed = 0;
  for (let from = first; from <= last; from += IDS_A_STEP) {
    context.checkCancelled();
    context.report({ phase: 'removing', done: from - first, total: last - first + 1, unit: 'records' });
    const range = { batchId, from, to: Math.min(last, from + IDS_A_STEP - 1) };
    const days = live.rows(
      'SELECT DISTINCT production_date FROM records WHERE id BETWEEN @from AND @to AND batch_id = @batchId',
      range,
    );
    for (const [day] of days) touched.add(Number(day));
    removed += live.run('DELETE FROM records WHERE id BETWEEN @from AND @to AND batch_id = @batchId', range);
  }
  return removed;
}

function restoreUpdated(live: WritableDatabase, batchId: number, touched: Set<number>): number {
  const changes = 'FROM record_changes AS c WHERE c.batch_id = @batchId';
  const days = live.rows(
    `SELECT previous ->> 'production_date' ${changes}
     UNION SELECT production_date FROM records WHERE id IN (SELECT record_id ${changes})`,
    { batchId },
  );
  for (const [day] of days) touched.add(Number(day));
  // What the batch had made of a record is kept beside what it was, so that its history tells of both.
  live.run(
    `UPDATE record_changes SET taken_back = (SELECT ${recordAsJson('r')} FROM records AS r WHERE r.id = record_id)
     WHERE batch_id = @batchId`,
    { batchId },
  );
  const restored = live.run(
    `UPDATE records SET ${assignedFromJson('c.previous')} ${changes} AND c.record_id = records.id`,
    { batchId },
  );
  for (const list of reasonLists) {
    live.run(`DELETE FROM ${list} WHERE record_id IN (SELECT record_id ${changes})`, { batchId });
    live.run(
      `INSERT INTO ${list} SELECT c.record_id, l.value ->> 0, l.value ->> 1
       FROM record_changes AS c, json_each(c.previous, '$.${list}') AS l WHERE c.batch_id = @batchId`,
      { batchId },
    );
  }
  return restored;
}

import type { JobContext } from '../engine/job-context.ts';
import type { WritableDatabase } from '../engine/sqlite/connection.ts';
import { recordAsJson } from '../store/record-as-json.ts';
import { contentColumns } from '../store/record-columns.ts';
import { touchDays } from '../store/touch-days.ts';
import type { Dictionary } from './dictionary.ts';
import { Outcome } from './staging.ts';

export interface BatchFacts {
  batchId: number;
  fileName: string;
  rowsRead: number;
  rejected: number;
  rounded: number;
  rejectsFile: string | null;
  profile: string;
  /** Header fingerprint under which the profile is remembered; null for what is no file. */
  fingerprint: string | null;
}

export interface BatchResult {
  inserted: number;
  updated: number;
  unchanged: number;
}

const ROWS_A_STEP = 25_000;

/**
 * Writes the staged rows as one batch in one transaction: dictionary, records, reasons, history of updates, catalogue
 * and the remembered profile become visible together, or not at all.
 */
export function writeBatch(
  live: WritableDatabase,
  dictionary: Dictionary,
  facts: BatchFacts,
  context: JobContext,
): BatchResult {
  const counts = new Map(
    live
      .rows('SELECT outcome, COUNT(*) FROM staging.staged GROUP BY outcome')
      .map(([outcome, n]) => [Number(outcome), Number(n)]),
  );
  const countOf = (outcome: number) => counts.get(outcome) ?? 0;
  const result = {
    inserted: countOf(Outcome.insert),
    updated: countOf(Outcome.update),
    unchanged: countOf(Outcome.unchanged),
  };

  live.transaction(() => {
    dictionary.save(live);
    const base = Number(live.rows('SELECT next_record_id FROM store_state')[0]?.[0]) - 1;
    saveBatch(live, facts, result, base);
    const days = touchedDays(live);
    insertRecords(live, facts.batchId, base, result.inserted, context);
    updateRecords(live, facts.batchId, base);
    if (facts.fingerprint !== null) {
      live.run(
        'INSERT INTO import_profiles VALUES (@fingerprint, @profile, @now) ON CONFLICT DO UPDATE SET profile = @profile, used_at = @now',
        {
          fingerprint: facts.fingerprint,
          profile: facts.profile,
          now: new Date().toISOString(),
        },
      );
    }
    context.report({ phase: 'adding up', done: 0, total: null, unit: 'rows' });
    touchDays(live, days);
    context.checkCancelled(); // the last moment at which nothing is kept
  });
  return result;
}

function saveBatch(live: WritableDatabase, facts: BatchFacts, result: BatchResult, base: number): void {
  const range = live.rows(
    `SELECT MIN(production_date), MAX(production_date), MIN(seq) FILTER (WHERE outcome = ${Outcome.insert}), MAX(seq) FILTER (WHERE outcome = ${Outcome.insert})
     FROM staging.staged WHERE outcome <> ${Outcome.reject}`,
  )[0];
  const [firstDay = null, lastDay = null, firstSeq = null, lastSeq = null] = range ?? [];
  live.run(
    `INSERT INTO import_batches VALUES (@batchId, @fileName, @importedAt, @rowsRead, @inserted, @updated, @unchanged,
       @rejected, @rounded, @firstDay, @lastDay, @firstRecord, @lastRecord, @base, @rejectsFile, @profile, 'imported')`,
    {
      batchId: facts.batchId,
      fileName: facts.fileName,
      importedAt: new Date().toISOString(),
      rowsRead: facts.rowsRead,
      ...result,
      rejected: facts.rejected,
      rounded: facts.rounded,
      firstDay,
      lastDay,
      firstRecord: firstSeq === null ? null : base + Number(firstSeq),
      lastRecord: lastSeq === null ? null : base + Number(lastSeq),
      base,
      rejectsFile: facts.rejectsFile,
      profile: facts.profile,
    },
  );
}

/** Days that gain, lose or change a record. */
function touchedDays(live: WritableDatabase): Set<number> {
  const days = live.rows(
    `SELECT DISTINCT production_date FROM staging.staged WHERE outcome IN (${Outcome.insert}, ${Outcome.update})
     UNION SELECT r.production_date FROM staging.staged AS s JOIN main.records AS r ON r.id = s.record_id WHERE s.outcome = ${Outcome.update}`,
  );
  return new Set(days.map(([day]) => Number(day)));
}

function insertRecords(
  live: WritableDatabase,
  batchId: number,
  base: number,
  total: number,
  context: JobContext,
): void {
  const last = Number(live.rows('SELECT COALESCE(MAX(seq), 0) FROM staging.staged')[0]?.[0]);
  const content = contentColumns.join(', ');
  const lists = [
    ['record_defects', 'staged_defects'],
    ['record_downtimes', 'staged_downtimes'],
  ].map(([table, staged]) => {
    return `INSERT INTO ${table} SELECT @base + l.seq, l.reason_id, l.amount_packed FROM staging.${staged} AS l
      JOIN staging.staged AS s ON s.seq = l.seq WHERE s.outcome = ${Outcome.insert} AND l.rowid BETWEEN @from AND @to`;
  });
  let done = 0;
  for (let from = 1; from <= last; from += ROWS_A_STEP) {
    context.checkCancelled();
    context.report({ phase: 'writing', done, total, unit: 'rows' });
    done += live.run(
      `INSERT INTO records (id, ${content}, batch_id, source_distance)
       SELECT @base + seq, ${content}, @batchId, source_line - seq FROM staging.staged
       WHERE outcome = ${Outcome.insert} AND seq BETWEEN @from AND @to ORDER BY seq`,
      { base, batchId, from, to: from + ROWS_A_STEP - 1 },
    );
  }
  for (const [index, staged] of ['staged_defects', 'staged_downtimes'].entries()) {
    const rows = Number(live.rows(`SELECT COALESCE(MAX(rowid), 0) FROM staging.${staged}`)[0]?.[0]);
    for (let from = 1; from <= rows; from += ROWS_A_STEP) {
      context.checkCancelled();
      live.run(lists[index] ?? '', { base, from, to: from + ROWS_A_STEP - 1 });
    }
  }
  live.run('UPDATE store_state SET next_record_id = @next', { next: base + last + 1 });
}

/** Updates the records that rows name by their key; what they were before is kept, enough to put it back. */
function updateRecords(live: WritableDatabase, batchId: number, base: number): void {
  live.run(
    `INSERT INTO record_changes SELECT @batchId, r.id, ${recordAsJson('r')} FROM staging.staged AS s
     JOIN records AS r ON r.id = s.record_id WHERE s.outcome = ${Outcome.update}`,
    { batchId },
  );
  const assignments = contentColumns.map((column) => `${column} = s.${column}`).join(', ');
  live.run(
    `UPDATE records SET ${assignments}, batch_id = @batchId, source_distance = s.source_line + @base - records.id
     FROM staging.staged AS s WHERE s.outcome = ${Outcome.update} AND records.id = s.record_id`,
    { batchId, base },
  );
  for (const list of ['defects', 'downtimes']) {
    live.run(`DELETE FROM record_${list} WHERE record_id IN
      (SELECT record_id FROM staging.staged WHERE outcome = ${Outcome.update})`);
    live.run(
      `INSERT INTO record_${list} SELECT s.record_id, l.reason_id, l.amount_packed FROM staging.staged_${list} AS l
       JOIN staging.staged AS s ON s.seq = l.seq WHERE s.outcome = ${Outcome.update}`,
    );
  }
}

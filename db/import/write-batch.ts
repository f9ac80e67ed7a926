import { setImmediate as breathe } from 'node:timers/promises';
import { learnRecords } from '../dialects/sqlite/search.ts';
import type { JobContext } from '../engine/job-context.ts';
import type { WritableDatabase } from '../engine/sqlite/connection.ts';
import { addRollups, refreshRollups } from '../rollup/refresh.ts';
import { recordAsJson } from '../store/record-as-json.ts';
import { contentColumns } from '../store/record-columns.ts';
import { markDays } from '../store/touch-days.ts';
import { saveTexts } from './dictionary.ts';
import type { StagedPart, StagedRest } from './stage-rows.ts';
import { Outcome } from './staged-tables.ts';

export interface BatchFacts {
  batchId: number;
  fileName: string;
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

/** Rows written between two moments at which the job can be cancelled and tells how far it is. */
const ROWS_A_STEP = 25_000;
/** Schema of the file whose rows were compared with the store. */
const COMPARED = 'compared';

/**
 * Takes staged rows into the store as one batch; all of its life lies within one transaction (`bulk`): dictionary, records,
 * reasons, search index, history of updates, rollups, catalogue and the remembered profile become visible together,
 * or not at all.
 */
export class BatchWriter {
  readonly #live: WritableDatabase;
  readonly #batchId: number;
  readonly #context: JobContext;
  /** The id of a record is that of the last one before the batch, and its place in the file. */
  readonly #base: number;
  readonly #parts: string[] = [];
  #inserted = 0;

  constructor(live: WritableDatabase, batchId: number, context: JobContext) {
    this.#live = live;
    this.#batchId = batchId;
    this.#context = context;
    this.#base = Number(live.rows('SELECT next_record_id FROM store_state')[0]?.[0]) - 1;
  }

  /** Inserts a part, all of whose rows are new. */
  async writePart(part: StagedPart): Promise<void> {
    const schema = `part_${this.#parts.length + 1}`;
    this.#live.run(`ATTACH @file AS ${schema}`, { file: part.file });
    this.#parts.push(schema);
    saveTexts(this.#live, part.texts);
    await this.#insert(schema, part);
  }

  /** Inserts and updates what comparing made of the other rows, and brings all that follows from the records in step. */
  async finish(rest: StagedRest, facts: BatchFacts & { rejected: number }): Promise<BatchResult> {
    const live = this.#live;
    saveTexts(live, rest.texts);
    const days = new Set(rest.inexactDays);
    const counts = { updated: 0, unchanged: 0 };
    if (rest.compared !== null) {
      live.run(`ATTACH @file AS ${COMPARED}`, { file: rest.compared });
      await this.#insert(COMPARED, { from: 1, to: rest.rows });
      for (const day of touchedDays(live)) days.add(day);
      counts.updated = updateRecords(live, this.#batchId, this.#base);
      counts.unchanged = countOutcome(live, Outcome.unchanged);
    }
    const result = { inserted: this.#inserted, ...counts };
    this.#context.report({ phase: 'adding up', done: 0, total: null, unit: 'rows' });
    if (this.#parts.length > 0) addRollups(live, this.#parts);
    refreshRollups(live, days);
    for (const day of addedDays(live, this.#parts)) days.add(day);
    markDays(live, days);
    live.run('UPDATE store_state SET next_record_id = @next', { next: this.#base + rest.rows + 1 });
    this.#saveBatch(rest, facts, result);
    if (facts.fingerprint !== null) rememberProfile(live, facts.fingerprint, facts.profile);
    this.#context.checkCancelled(); // the last moment at which nothing is kept
    return result;
  }

  /** Inserts the rows of a schema that are new, with their reasons, and teaches the search index their texts. */
  async #insert(schema: string, { from, to }: { from: number; to: number }): Promise<void> {
    const live = this.#live;
    const content = contentColumns.join(', ');
    const isNew = schema === COMPARED ? `AND outcome = ${Outcome.insert}` : '';
    const steps = { base: this.#base, from, to };
    await this.#stepwise(steps, (step) => {
      this.#inserted += live.run(
        `INSERT INTO records (id, ${content}, batch_id, source_distance) SELECT @base + seq, ${content}, @batchId, source_line - seq
         FROM ${schema}.staged WHERE seq BETWEEN @from AND @to ${isNew} ORDER BY seq`,
        { ...step, batchId: this.#batchId },
      );
      live.run(
        learnRecords('@base + seq', `FROM ${schema}.staged WHERE seq BETWEEN @from AND @to ${isNew} ORDER BY seq`),
        step,
      );
    });
    for (const list of ['defects', 'downtimes']) {
      const last = Number(live.rows(`SELECT MAX(row) FROM ${schema}.staged_${list}`)[0]?.[0] ?? 0);
      await this.#stepwise({ ...steps, from: 1, to: last }, (step) => {
        live.run(
          `INSERT INTO record_${list} SELECT @base + l.seq, l.reason_id, l.amount_packed FROM ${schema}.staged_${list} AS l
           ${isNew && `JOIN ${schema}.staged AS s ON s.seq = l.seq`} WHERE l.row BETWEEN @from AND @to ${isNew} ORDER BY l.row`,
          step,
        );
      });
    }
  }

  async #stepwise(
    { base, from, to }: { base: number; from: number; to: number },
    work: (step: { base: number; from: number; to: number }) => void,
  ): Promise<void> {
    for (let first = from; first <= to; first += ROWS_A_STEP) {
      this.#context.checkCancelled();
      work({ base, from: first, to: Math.min(to, first + ROWS_A_STEP - 1) });
      await breathe(); // lets progress of the reading thread through
    }
  }

  #saveBatch(rest: StagedRest, facts: BatchFacts & { rejected: number }, result: BatchResult): void {
    const live = this.#live;
    const schemas = [...this.#parts, ...(rest.compared === null ? [] : [COMPARED])];
    const extents = schemas.map(
      (schema) => `SELECT MIN(production_date) AS first_day, MAX(production_date) AS last_day,
          MIN(seq) FILTER (WHERE outcome = ${Outcome.insert}) AS first, MAX(seq) FILTER (WHERE outcome = ${Outcome.insert}) AS last
        FROM ${schema}.staged WHERE outcome <> ${Outcome.reject}`,
    );
    const [firstDay = null, lastDay = null, firstSeq = null, lastSeq = null] =
      schemas.length === 0
        ? []
        : (live.rows(
            `SELECT MIN(first_day), MAX(last_day), MIN(first), MAX(last) FROM (${extents.join(' UNION ALL ')})`,
          )[0] ?? []);
    live.run(
      `INSERT INTO import_batches VALUES (@batchId, @fileName, @importedAt, @rowsRead, @inserted, @updated, @unchanged,
         @rejected, @rounded, @firstDay, @lastDay, @firstRecord, @lastRecord, @base, @rejectsFile, @profile, 'imported')`,
      {
        batchId: this.#batchId,
        fileName: facts.fileName,
        importedAt: new Date().toISOString(),
        rowsRead: rest.rowsRead,
        ...result,
        rejected: facts.rejected,
        rounded: rest.rounded,
        firstDay,
        lastDay,
        firstRecord: firstSeq === null ? null : this.#base + Number(firstSeq),
        lastRecord: lastSeq === null ? null : this.#base + Number(lastSeq),
        base: this.#base,
        rejectsFile: facts.rejectsFile,
        profile: facts.profile,
      },
    );
  }
}

/** Lets go of the files of staged rows; after the transaction, which holds on to them. */
export function detachStaged(live: WritableDatabase): void {
  for (const [, name] of live.rows('PRAGMA database_list')) {
    if (name === COMPARED || String(name).startsWith('part_')) live.exec(`DETACH ${name}`);
  }
}

function rememberProfile(live: WritableDatabase, fingerprint: string, profile: string): void {
  live.run(
    'INSERT INTO import_profiles VALUES (@fingerprint, @profile, @now) ON CONFLICT DO UPDATE SET profile = @profile, used_at = @now',
    { fingerprint, profile, now: new Date().toISOString() },
  );
}

function countOutcome(live: WritableDatabase, outcome: number): number {
  return Number(live.rows(`SELECT COUNT(*) FROM ${COMPARED}.staged WHERE outcome = @outcome`, { outcome })[0]?.[0]);
}

/** Days of the parts. */
function addedDays(live: WritableDatabase, parts: readonly string[]): number[] {
  return parts.flatMap((part) =>
    live.rows(`SELECT DISTINCT production_date FROM ${part}.rollup_items`).map(([day]) => Number(day)),
  );
}

/** Days that gain, lose or change a record by what was compared; asked before records are updated. */
function touchedDays(live: WritableDatabase): number[] {
  const days = live.rows(
    `SELECT DISTINCT production_date FROM ${COMPARED}.staged WHERE outcome IN (${Outcome.insert}, ${Outcome.update})
     UNION SELECT r.production_date FROM ${COMPARED}.staged AS s JOIN main.records AS r ON r.id = s.record_id WHERE s.outcome = ${Outcome.update}`,
  );
  return days.map(([day]) => Number(day));
}

/** Updates the records that rows name by their key; what they were before is kept, enough to put it back. */
function updateRecords(live: WritableDatabase, batchId: number, base: number): number {
  live.run(
    `INSERT INTO record_changes SELECT @batchId, r.id, ${recordAsJson('r')} FROM ${COMPARED}.staged AS s
     JOIN records AS r ON r.id = s.record_id WHERE s.outcome = ${Outcome.update}`,
    { batchId },
  );
  const assignments = contentColumns.map((column) => `${column} = s.${column}`).join(', ');
  const updated = live.run(
    `UPDATE records SET ${assignments}, batch_id = @batchId, source_distance = s.source_line + @base - records.id
     FROM ${COMPARED}.staged AS s WHERE s.outcome = ${Outcome.update} AND records.id = s.record_id`,
    { batchId, base },
  );
  for (const list of ['defects', 'downtimes']) {
    live.run(`DELETE FROM record_${list} WHERE record_id IN
      (SELECT record_id FROM ${COMPARED}.staged WHERE outcome = ${Outcome.update})`);
    live.run(
      `INSERT INTO record_${list} SELECT s.record_id, l.reason_id, l.amount_packed FROM ${COMPARED}.staged_${list} AS l
       JOIN ${COMPARED}.staged AS s ON s.seq = l.seq WHERE s.outcome = ${Outcome.update}`,
    );
  }
  return updated;
}

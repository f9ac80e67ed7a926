import { setImmediate as breathe } from 'node:timers/promises';
import { beginLearning, endLearning, learnRecords } from '../dialects/sqlite/search.ts';
import type { WritableDatabase } from '../engine/sqlite/connection.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { addRollups, refreshRollups } from '../rollup/refresh.ts';
import { rememberProfile } from '../store/profiles.ts';
import { reasonLists, recordAsJson } from '../store/record-as-json.ts';
import { contentColumns, recordColumns } from '../store/record-columns.ts';
import { markDays } from '../store/touch-days.ts';
import { noteImported } from '../store/watched-files.ts';
import { keepItemNames } from './item-names.ts';
import { saveTexts, type Texts } from './stage/dictionary.ts';
import type { StagedPart, StagedRest } from './stage/stage-rows.ts';
import { Outcome } from './stage/staged-tables.ts';

export interface BatchFacts {
  batchId: number;
  fileName: string;
  rejectsFile: string | null;
  profile: string;
  /** Header fingerprint under which the profile is remembered; null for what is no file. */
  fingerprint: string | null;
  headings: string[];
  /** By which a file of a watched folder was taken; null for any other. */
  claim: string | null;
}

export interface BatchResult {
  inserted: number;
  updated: number;
  unchanged: number;
}

/** Rows written between two moments at which the job can be cancelled and tells how far it is. */
const ROWS_A_STEP = 100_000;
/** Parts after which indexes are made: the rest are inserted in place while reading still goes on, rather than sorted after it. */
const COPIED_PARTS = 4;
const columns = recordColumns.join(', ');
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
  /** The id of a record is that of the last one before the batch, and its place in the file. */
  readonly #baseId: number;
  readonly #context: JobContext;
  readonly #indexes: RecordIndexes;
  readonly #parts: (StagedPart & { schema: string })[] = [];
  #hasCompared = false;
  /** Days that lost a row again after it was added up. */
  readonly #daysLeftOut = new Set<number>();
  #inserted = 0;

  constructor(live: WritableDatabase, { batchId, baseId }: { batchId: number; baseId: number }, context: JobContext) {
    this.#live = live;
    this.#batchId = batchId;
    this.#baseId = baseId;
    this.#context = context;
    this.#indexes = new RecordIndexes(live);
    live.exec(beginLearning);
  }

  /** Inserts a part, all of whose rows are new. */
  async writePart(part: StagedPart): Promise<void> {
    const live = this.#live;
    const schema = `part_${this.#parts.length + 1}`;
    attachStaged(live, part.file, schema);
    this.#parts.push({ ...part, schema });
    this.#saveTexts(part.texts);
    this.#context.checkCancelled();
    // Where no index stands in the way, SQLite copies rows without looking into them, at a seventh of the time.
    const copies = this.#indexes.areDropped();
    if (copies) this.#inserted += live.run(`INSERT INTO main.records SELECT * FROM ${schema}.records`);
    await this.#stepwise(part, (ids) => {
      const rows = `FROM ${schema}.records WHERE id BETWEEN @from AND @to ORDER BY id`;
      if (!copies) this.#inserted += live.run(`INSERT INTO main.records (${columns}) SELECT ${columns} ${rows}`, ids);
      live.run(learnRecords('id', rows), ids);
    });
    if (this.#parts.length === COPIED_PARTS) this.#indexes.restore();
    await this.#insertReasons(schema, (list) => `FROM ${schema}.staged_${list} AS l WHERE`);
  }

  /** Inserts what comparing found to be new among the other rows; all new records are in their place then. */
  async writeCompared(rest: StagedRest): Promise<void> {
    this.#saveTexts(rest.texts);
    if (rest.compared !== null) {
      attachStaged(this.#live, rest.compared, COMPARED);
      this.#hasCompared = true;
      await this.#insertCompared(rest.rows);
    }
    this.#indexes.restore();
  }

  /** Schemas of the parts, in order. */
  parts(): string[] {
    return this.#parts.map(({ schema }) => schema);
  }

  /** Takes rows out again, by the ids that they were staged with; what would have been updated stays as it is. */
  leaveOut(ids: readonly number[]): void {
    if (ids.length === 0) return;
    const live = this.#live;
    const parameters = { ids: JSON.stringify(ids) };
    const these = '(SELECT value FROM json_each(@ids))';
    for (const [day] of live.rows(
      `SELECT DISTINCT production_date FROM main.records WHERE id IN ${these}`,
      parameters,
    )) {
      this.#daysLeftOut.add(Number(day));
    }
    // Foreign keys are not looked after in this transaction.
    for (const list of reasonLists) live.run(`DELETE FROM main.${list} WHERE record_id IN ${these}`, parameters);
    this.#inserted -= live.run(`DELETE FROM main.records WHERE id IN ${these}`, parameters);
    if (this.#hasCompared) {
      live.run(`UPDATE ${COMPARED}.staged SET outcome = ${Outcome.reject} WHERE new_id IN ${these}`, parameters);
    }
  }

  /** Updates what the other rows change, and brings all that follows from the records in step. */
  finish(rest: StagedRest, facts: BatchFacts & { rejected: number }): BatchResult {
    const live = this.#live;
    const days = new Set([...rest.inexactDays, ...this.#daysLeftOut]);
    const counts = { updated: 0, unchanged: 0 };
    if (rest.compared !== null) {
      for (const day of touchedDays(live)) days.add(day);
      counts.updated = updateRecords(live, this.#batchId, this.#baseId);
      counts.unchanged = countOutcome(live, Outcome.unchanged);
    }
    const result = { inserted: this.#inserted, ...counts };
    this.#context.report({ phase: 'adding up', done: 0, total: null, unit: 'rows' });
    live.exec(endLearning);
    this.#context.checkCancelled();
    const parts = this.parts();
    if (parts.length > 0) addRollups(live, parts);
    refreshRollups(live, days);
    for (const day of addedDays(live, parts)) days.add(day);
    markDays(live, days);
    live.run('UPDATE store_state SET next_record_id = @next', { next: this.#baseId + rest.rows + 1 });
    this.#saveBatch(rest, facts, result);
    if (facts.fingerprint !== null) {
      const { fingerprint, headings, profile } = facts;
      rememberProfile(live, { fingerprint, headings, profile: JSON.parse(profile) });
    }
    if (facts.claim !== null) noteImported(live, facts.claim, this.#batchId);
    this.#context.checkCancelled(); // the last moment at which nothing is kept
    return result;
  }

  #saveTexts(texts: Texts): void {
    keepItemNames(this.#live, this.#batchId, texts);
    saveTexts(this.#live, texts);
  }

  async #insertCompared(rows: number): Promise<void> {
    const live = this.#live;
    const content = contentColumns.join(', ');
    await this.#stepwise({ from: this.#baseId + 1, to: this.#baseId + rows }, (ids) => {
      const done = ids.from - this.#baseId - 1;
      this.#context.report({ phase: 'writing', done, total: rows, unit: 'rows' });
      const isNew = `FROM ${COMPARED}.staged WHERE new_id BETWEEN @from AND @to AND outcome = ${Outcome.insert} ORDER BY new_id`;
      this.#inserted += live.run(
        `INSERT INTO main.records (id, ${content}, batch_id, source_distance)
         SELECT new_id, ${content}, @batchId, source_line - (new_id - @baseId) ${isNew}`,
        { ...ids, batchId: this.#batchId, baseId: this.#baseId },
      );
      live.run(learnRecords('new_id', isNew), ids);
    });
    await this.#insertReasons(
      COMPARED,
      (list) => `FROM ${COMPARED}.staged_${list} AS l JOIN ${COMPARED}.staged AS s ON s.new_id = l.record_id
        WHERE s.outcome = ${Outcome.insert} AND`,
    );
  }

  /** `where` gives FROM and the beginning of WHERE for the rows of a list, called l. */
  async #insertReasons(schema: string, where: (list: string) => string): Promise<void> {
    const live = this.#live;
    for (const list of ['defects', 'downtimes']) {
      const last = Number(live.rows(`SELECT MAX(row) FROM ${schema}.staged_${list}`)[0]?.[0] ?? 0);
      await this.#stepwise({ from: 1, to: last }, (rows) => {
        live.run(
          `INSERT INTO main.record_${list} SELECT l.record_id, l.reason_id, l.amount_packed ${where(list)} l.row BETWEEN @from AND @to ORDER BY l.row`,
          rows,
        );
      });
    }
  }

  async #stepwise(
    { from, to }: { from: number; to: number },
    work: (step: { from: number; to: number }) => void,
  ): Promise<void> {
    for (let first = from; first <= to; first += ROWS_A_STEP) {
      this.#context.checkCancelled();
      work({ from: first, to: Math.min(to, first + ROWS_A_STEP - 1) });
      await breathe(); // lets progress of the reading thread through
    }
  }

  #saveBatch(rest: StagedRest, facts: BatchFacts & { rejected: number }, result: BatchResult): void {
    const live = this.#live;
    const remaining =
      this.#daysLeftOut.size > 0 ? 'WHERE production_date IN (SELECT production_date FROM main.rollup_lines)' : '';
    const extents = this.#parts.map(
      ({ schema, from, to }) => `SELECT MIN(production_date) AS first_day, MAX(production_date) AS last_day,
        ${from} AS first_id, ${to} AS last_id FROM ${schema}.rollup_items ${remaining}`,
    );
    if (rest.compared !== null) {
      const ofNew = `FILTER (WHERE outcome = ${Outcome.insert})`;
      extents.push(`SELECT MIN(production_date) AS first_day, MAX(production_date) AS last_day, MIN(new_id) ${ofNew} AS first_id,
        MAX(new_id) ${ofNew} AS last_id FROM ${COMPARED}.staged WHERE outcome <> ${Outcome.reject}`);
    }
    const [firstDay = null, lastDay = null, firstRecord = null, lastRecord = null] =
      extents.length === 0
        ? []
        : (live.rows(
            `SELECT MIN(first_day), MAX(last_day), MIN(first_id), MAX(last_id) FROM (${extents.join(' UNION ALL ')})`,
          )[0] ?? []);
    live.run(
      `INSERT INTO import_batches VALUES (@batchId, @fileName, @importedAt, @rowsRead, @inserted, @updated, @unchanged,
         @rejected, @notes, @rounded, @firstDay, @lastDay, @firstRecord, @lastRecord, @baseId, @rejectsFile, @profile, 'imported')`,
      {
        batchId: this.#batchId,
        fileName: facts.fileName,
        importedAt: new Date().toISOString(),
        rowsRead: rest.rowsRead,
        ...result,
        rejected: facts.rejected,
        notes: JSON.stringify(rest.notes),
        rounded: rest.rounded,
        firstDay,
        lastDay,
        firstRecord,
        lastRecord,
        baseId: this.#baseId,
        rejectsFile: facts.rejectsFile,
        profile: facts.profile,
      },
    );
  }
}

/**
 * The indexes of records while much is inserted. Where live holds no record yet, they are dropped and made once all are
 * in: sorting is quicker than inserting in place, and it lets rows be copied. A store that has records keeps them,
 * as making them anew grows with all it holds.
 */
class RecordIndexes {
  readonly #live: WritableDatabase;
  #dropped: string[] = [];

  constructor(live: WritableDatabase) {
    this.#live = live;
    if (live.rows('SELECT 1 FROM main.records LIMIT 1').length > 0) return;
    const indexes = live.rows("SELECT name, sql FROM main.sqlite_schema WHERE type = 'index' AND tbl_name = 'records'");
    for (const [name] of indexes) live.exec(`DROP INDEX main.${name}`);
    this.#dropped = indexes.map(([, sql]) => String(sql));
  }

  areDropped(): boolean {
    return this.#dropped.length > 0;
  }

  restore(): void {
    for (const sql of this.#dropped) this.#live.exec(sql);
    this.#dropped = [];
  }
}

/** Attaches staged rows, to be read from first to last: without its own bound each file would keep 16 MB of pages read. */
function attachStaged(live: WritableDatabase, file: string, schema: string): void {
  live.run(`ATTACH @file AS ${schema}`, { file });
  live.exec(`PRAGMA ${schema}.cache_size = -1024`);
}

/** Lets go of the files of staged rows; after the transaction, which holds on to them. */
export function detachStaged(live: WritableDatabase): void {
  for (const [, name] of live.rows('PRAGMA database_list')) {
    if (name === COMPARED || String(name).startsWith('part_')) live.exec(`DETACH ${name}`);
  }
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
function updateRecords(live: WritableDatabase, batchId: number, baseId: number): number {
  live.run(
    `INSERT INTO record_changes SELECT @batchId, r.id, ${recordAsJson('r')}, NULL FROM ${COMPARED}.staged AS s
     JOIN records AS r ON r.id = s.record_id WHERE s.outcome = ${Outcome.update}`,
    { batchId },
  );
  const assignments = contentColumns.map((column) => `${column} = s.${column}`).join(', ');
  const updated = live.run(
    `UPDATE records SET ${assignments}, batch_id = @batchId, source_distance = s.source_line + @baseId - records.id
     FROM ${COMPARED}.staged AS s WHERE s.outcome = ${Outcome.update} AND records.id = s.record_id`,
    { batchId, baseId },
  );
  for (const list of ['defects', 'downtimes']) {
    live.run(`DELETE FROM record_${list} WHERE record_id IN
      (SELECT record_id FROM ${COMPARED}.staged WHERE outcome = ${Outcome.update})`);
    live.run(
      `INSERT INTO record_${list} SELECT s.record_id, l.reason_id, l.amount_packed FROM ${COMPARED}.staged_${list} AS l
       JOIN ${COMPARED}.staged AS s ON s.new_id = l.record_id WHERE s.outcome = ${Outcome.update}`,
    );
  }
  return updated;
}

/**
 * Takes the records of an archive back into live, so that they can be corrected, undone and joined by others; archiving the
 * year again seals them with their corrections. It is the cut-over of archiving the other way round: one transaction on live
 * takes the records in and lists the archive no more, so that a kill leaves the year in the archive or in live, and never in
 * both or neither. What it holds is as it was, so no answer over it is stale.
 */
import { rmSync } from 'node:fs';
import { daysOfMonthIndex } from '../../shared/domain/day.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { learnRecords } from '../dialects/sqlite/search.ts';
import type { WritableDatabase } from '../engine/sqlite/connection.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { rollupNames, rollups } from '../rollup/definitions.ts';
import { bytesOnDisk } from '../store/catalog.ts';
import { hashFile } from '../store/file-hash.ts';
import { carryRebuilt } from '../store/flaws.ts';
import { LIVE, partitionFile } from '../store/folder.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { recordColumns } from '../store/record-columns.ts';
import { readSeal } from '../store/seals.ts';
import { tidyUp } from '../store/tidy-up.ts';
import { touchDays } from '../store/touch-days.ts';
import { requireFreeSpace } from './free-space.ts';

export interface ReopenOutcome {
  archive: string;
  records: number;
}

const RECORDS_A_STEP = 50_000;
/** Records take as much room in live as in the archive, and the log once more until it is folded in. */
const TIMES_THE_SIZE = 2;
const columns = recordColumns.join(', ');

/** Takes an archive back into live and removes its file. Throws NOT_FOUND, DAMAGED, DISK_FULL or CANCELLED; live is then as it was. */
export async function reopenArchive(store: OwnedStore, name: string, context: JobContext): Promise<ReopenOutcome> {
  const reopening = new Reopening(store, context);
  try {
    const records = await store.live.bulk(async () => reopening.takeIn(name));
    reopening.removeFiles();
    return { archive: name, records };
  } finally {
    reopening.detach();
    tidyUp(() => store.live.exec('PRAGMA wal_checkpoint(PASSIVE)'));
  }
}

/** Archives that are taken back into live within one transaction, which its caller holds. */
export class Reopening {
  readonly #store: OwnedStore;
  readonly #context: JobContext;
  readonly #attached: { name: string; schema: string }[] = [];

  constructor(store: OwnedStore, context: JobContext) {
    this.#store = store;
    this.#context = context;
  }

  /** Takes in one archive; returns how many records it held. */
  takeIn(name: string): number {
    const { live, folder } = this.#store;
    const file = partitionFile(folder, name);
    assertIntact(live, name, file);
    requireFreeSpace(folder.root, bytesOnDisk(file), `Taking ${name} back into live`, TIMES_THE_SIZE);
    const schema = `reopened_${this.#attached.length + 1}`;
    live.run(`ATTACH @file AS ${schema}`, { file });
    this.#attached.push({ name, schema });
    const records = this.#copyRecords(name, schema);
    moveMonths(live, name, schema);
    carryRebuilt(live, name);
    for (const table of ['set_aside', 'archives']) live.run(`DELETE FROM ${table} WHERE name = @name`, { name });
    live.run('DELETE FROM archived_batches WHERE archive = @name', { name });
    live.run('UPDATE store_state SET catalog_version = catalog_version + 1');
    return records;
  }

  /** Lets go of the archives; after the transaction, which holds on to them. */
  detach(): void {
    for (const { schema } of this.#attached) this.#store.live.exec(`DETACH ${schema}`);
    this.#attached.length = 0;
  }

  /** Removes the files of which live holds everything now; once that is committed. */
  removeFiles(): void {
    for (const { name } of this.#attached) {
      try {
        rmSync(partitionFile(this.#store.folder, name), { force: true });
      } catch {
        // Where a reader still has it open, some systems keep it; it is removed at the next start.
      }
    }
  }

  #copyRecords(name: string, schema: string): number {
    const { live } = this.#store;
    const total = recordsOf(live, name);
    let done = 0;
    for (let after = 0; ; ) {
      this.#context.checkCancelled();
      this.#context.report({ phase: 'taking back', done, total, unit: 'records' });
      const to = live.rows(
        `SELECT MAX(id) FROM (SELECT id FROM ${schema}.records WHERE id > @after ORDER BY id LIMIT ${RECORDS_A_STEP})`,
        { after },
      )[0]?.[0];
      if (to === null || to === undefined) break;
      const ids = { after, to };
      const rows = `FROM ${schema}.records WHERE id > @after AND id <= @to ORDER BY id`;
      done += live.run(`INSERT INTO main.records (${columns}) SELECT ${columns} ${rows}`, ids);
      for (const list of ['record_defects', 'record_downtimes']) {
        live.run(
          `INSERT INTO main.${list} SELECT record_id, reason_id, amount_packed FROM ${schema}.${list} WHERE record_id > @after AND record_id <= @to`,
          ids,
        );
      }
      live.run(learnRecords('id', rows), ids);
      after = Number(to);
    }
    if (done !== total) {
      throw new AppError(
        'DAMAGED',
        `${name} holds ${done} records where the store knows of ${total}. Nothing was changed; check the store's integrity.`,
      );
    }
    return done;
  }
}

function recordsOf(live: WritableDatabase, name: string): number {
  const found = live.rows('SELECT SUM(records) FROM partition_months WHERE partition = @name', { name });
  return Number(found[0]?.[0] ?? 0);
}

/** What was damaged must not become the store's own without a word. */
function assertIntact(live: WritableDatabase, name: string, file: string): void {
  const seal = readSeal(live, name);
  if (live.rows('SELECT 1 FROM archives WHERE name = @name', { name }).length === 0) {
    throw new AppError('NOT_FOUND', `There is no archive ${name}. Nothing was changed.`);
  }
  if (seal === null || hashFile(file).sha256 !== seal.sha256) {
    throw new AppError(
      'DAMAGED',
      `${file} is not what was sealed, so its records stay where they are. Nothing was changed; rebuild it from a backup first.`,
    );
  }
}

/**
 * Months that live knows nothing of move with their rollups and their stamps: same stamp, same records. Those of which live
 * holds late records are added up anew.
 */
function moveMonths(live: WritableDatabase, name: string, schema: string): void {
  const held = new Set(live.rows('SELECT month FROM partition_months WHERE partition = @live', { live: LIVE }).flat());
  for (const [month] of live.rows('SELECT month FROM partition_months WHERE partition = @name', { name })) {
    const of = { name, month: Number(month) };
    if (held.has(of.month)) {
      live.run('DELETE FROM partition_months WHERE partition = @name AND month = @month', of);
      touchDays(live, daysOf(live, of.month));
      continue;
    }
    live.run('UPDATE partition_months SET partition = @live WHERE partition = @name AND month = @month', {
      ...of,
      live: LIVE,
    });
    for (const rollup of rollupNames) {
      const { table } = rollups[rollup];
      live.run(
        `INSERT INTO main.${table} SELECT * FROM ${schema}.${table} WHERE production_date BETWEEN @first AND @last`,
        { ...daysOfMonthIndex(of.month) },
      );
    }
  }
}

function daysOf(live: WritableDatabase, month: number): Set<number> {
  const days = live.rows(
    'SELECT DISTINCT production_date FROM records WHERE production_date BETWEEN @first AND @last',
    {
      ...daysOfMonthIndex(month),
    },
  );
  return new Set(days.map(([day]) => Number(day)));
}

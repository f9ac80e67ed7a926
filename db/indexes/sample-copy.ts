import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { openScratch, openWritable, type WritableDatabase } from '../engine/sqlite/connection.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { requireFreeSpace } from '../maintenance/free-space.ts';
import { migrate } from '../migrations/migrate.ts';
import type { DayRange } from '../planner/plan.ts';
import { monthInRange } from '../planner/prune-partitions.ts';
import { rollupNames, rollups } from '../rollup/definitions.ts';
import { bytesOnDisk, type Catalog, extent, type Partition } from '../store/catalog.ts';
import type { StoreFolder } from '../store/folder.ts';
import { keyColumns, recordColumns } from '../store/record-columns.ts';
import { advisedDefinition } from './advised.ts';
import { builtInIndexes, createIndexSql } from './definitions.ts';

/** Enough to tell ways apart, and copied in seconds; a larger file gives its newest days. */
export const MOST_RECORDS = 500_000;
const DAYS_A_STEP = 7;

/** A copy of some days of one file, twice, with nothing to lose: one to change and one to compare it with. */
export interface SampleCopy {
  changed: WritableDatabase;
  asItIs: WritableDatabase;
  partition: Partition;
  days: { from: number; to: number };
  records: number;
}

/** Runs `work` over a copy of the file that has most records of a range, and removes the copy. Throws DISK_FULL before it is made. */
export async function withSampleCopy<Result>(
  { folder, catalog, range }: { folder: StoreFolder; catalog: Catalog; range: DayRange },
  context: JobContext,
  work: (copy: SampleCopy) => Promise<Result>,
): Promise<Result> {
  const { partition, days, records } = sampleOf(catalog, range);
  const whole = extent(partition.months).records;
  requireFreeSpace(
    folder.root,
    (bytesOnDisk(partition.file) * records) / Math.max(1, whole),
    'Trying indexes on a copy',
  );
  mkdirSync(folder.advice, { recursive: true });
  const scratch = mkdtempSync(join(folder.advice, 'trial-')); // of its own, as the command line tries beside a window
  const opened: WritableDatabase[] = [];
  const open = (path: string) => {
    const database = openScratch(path);
    database.exec('PRAGMA journal_mode = MEMORY; PRAGMA foreign_keys = OFF');
    opened.push(database);
    return database;
  };
  try {
    const [first, second] = [join(scratch, 'copy.db'), join(scratch, 'as-it-is.db')];
    const made = openWritable(first);
    migrate(made, 'archive');
    made.close();
    const changed = open(first);
    const copied = await copyDays(changed, { file: partition.file, days, records }, context);
    for (const { fields } of catalog.indexes) {
      const { name, definition } = advisedDefinition(fields);
      changed.exec(createIndexSql(name, definition));
    }
    copyFileSync(first, second);
    return await work({ changed, asItIs: open(second), partition, days, records: copied });
  } finally {
    for (const database of opened) database.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The newest months, of the file that has most records of a range, that are not too many together; at least one. */
export function sampleOf(
  { partitions }: Pick<Catalog, 'partitions'>,
  range: DayRange,
): { partition: Partition; days: { from: number; to: number }; records: number } {
  const candidates = partitions
    .map((partition) => ({ partition, months: partition.months.filter((month) => monthInRange(month, range)) }))
    .sort((a, b) => extent(b.months).records - extent(a.months).records);
  const [best] = candidates;
  if (!best) throw new Error('A store without files has nothing to try an index on.');
  const newestFirst = best.months.toSorted((a, b) => b.month - a.month);
  let months = 1;
  while (months < newestFirst.length && extent(newestFirst.slice(0, months + 1)).records <= MOST_RECORDS) months++;
  const { firstDay, lastDay, records } = extent(newestFirst.slice(0, months));
  return { partition: best.partition, days: { from: firstDay ?? 0, to: lastDay ?? -1 }, records };
}

async function copyDays(
  database: WritableDatabase,
  { file, days, records }: { file: string; days: { from: number; to: number }; records: number },
  context: JobContext,
): Promise<number> {
  const indexes = Object.entries(builtInIndexes).filter(([, { table }]) => table === 'records');
  for (const [name] of indexes) database.exec(`DROP INDEX ${name}`);
  database.run('ATTACH @file AS source', { file });
  const whole = [...Object.values(keyColumns), 'defect_reasons', 'downtime_reasons', 'import_batches'];
  for (const table of whole) database.exec(`INSERT INTO main.${table} SELECT * FROM source.${table}`);
  const columns = recordColumns.join(', ');
  let done = 0;
  for (let from = days.from; from <= days.to; from += DAYS_A_STEP) {
    context.checkCancelled();
    context.report({ phase: 'copying', done, total: records, unit: 'records' });
    const step = { from, to: Math.min(days.to, from + DAYS_A_STEP - 1) };
    done += copyStep(database, columns, step);
    await breathe();
  }
  database.exec('DETACH source');
  for (const [name, definition] of indexes) database.exec(createIndexSql(name, definition));
  return done;
}

/** Records, their reasons and rollups of a few days, as of one moment. */
function copyStep(database: WritableDatabase, columns: string, days: { from: number; to: number }): number {
  // Not an immediate transaction, which would lock the source for writing as well.
  return database.snapshot(() => {
    const ofDays = 'FROM source.records INDEXED BY records_by_day WHERE production_date BETWEEN @from AND @to';
    const copied = database.run(`INSERT INTO main.records (${columns}) SELECT ${columns} ${ofDays}`, days);
    for (const list of ['record_defects', 'record_downtimes']) {
      database.run(
        `INSERT INTO main.${list} SELECT l.record_id, l.reason_id, l.amount_packed
         FROM (SELECT id ${ofDays}) AS r CROSS JOIN source.${list} AS l ON l.record_id = r.id`,
        days,
      );
    }
    for (const name of rollupNames) {
      const { table } = rollups[name];
      database.run(
        `INSERT INTO main.${table} SELECT * FROM source.${table} WHERE production_date BETWEEN @from AND @to`,
        days,
      );
    }
    return copied;
  });
}

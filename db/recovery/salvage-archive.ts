import type { MonthDifference } from '../../shared/contract/recovery.ts';
import { openWritable, type WritableDatabase } from '../engine/sqlite/connection.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { dictionaryTables, packArchive } from '../maintenance/archive.ts';
import { daysKept } from '../maintenance/heal.ts';
import { migrate } from '../migrations/migrate.ts';
import { refreshRollups } from '../rollup/refresh.ts';
import type { PartitionMonth } from '../store/catalog.ts';
import type { FileHash } from '../store/file-hash.ts';
import { compareMonths } from './differences.ts';
import { readKnownFacts } from './known-facts.ts';
import { readingTables } from './raw-tables.ts';
import { salvage } from './salvage.ts';

export interface SalvagedArchive {
  seal: FileHash;
  months: MonthDifference[];
}

/**
 * Makes a new archive at `building` of all that can still be read of the damaged one, with texts and imports as live has them,
 * and compares it with what was known of each month. Throws DAMAGED, DISK_FULL or CANCELLED.
 */
export function salvageArchive(
  live: WritableDatabase,
  {
    damaged,
    building,
    year,
    months,
  }: { damaged: string; building: string; year: number; months: readonly PartitionMonth[] },
  context: JobContext,
): SalvagedArchive {
  const archive = openWritable(building);
  let differences: MonthDifference[];
  try {
    migrate(archive, 'archive');
    archive.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF');
    const isDay = (day: number) => months.some(({ firstDay, lastDay }) => day >= firstDay && day <= lastDay);
    const facts = readKnownFacts(live, { isDay });
    const total = months.reduce((sum, { records }) => sum + records, 0);
    const { wholeRollups } = readingTables(damaged, (tables) => salvage(tables, archive, { facts, total }, context));
    takeTexts(archive, live.path, year);
    context.report({ phase: 'adding up', done: 0, total: null, unit: 'records' });
    archive.transaction(() => refreshRollups(archive, daysKept(archive)));
    differences = compareMonths(archive, months, wholeRollups);
  } finally {
    archive.close();
  }
  context.checkCancelled();
  return { seal: packArchive(live, building), months: differences };
}

/** What stands in live as well need not be read from the damaged file. */
function takeTexts(archive: WritableDatabase, live: string, year: number): void {
  archive.run('ATTACH @live AS live', { live });
  try {
    for (const table of dictionaryTables) archive.exec(`INSERT INTO main.${table} SELECT * FROM live.${table}`);
    archive.exec(
      'INSERT INTO main.import_batches SELECT * FROM live.import_batches WHERE id IN (SELECT DISTINCT batch_id FROM main.records)',
    );
    archive.exec("INSERT INTO main.file_info SELECT key, value FROM live.file_info WHERE key = 'store_id'");
    archive.run("INSERT INTO main.file_info VALUES ('year', @year)", { year: String(year) });
  } finally {
    archive.exec('DETACH live');
  }
}

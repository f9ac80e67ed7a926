/**
 * Makes a new live file of all that can still be read of a damaged one, for a store that nobody has open.
 * 1. Texts, imports and the list of archives come first, from the archives where live lost them; then the records, with the
 *    reasons beneath them. What records refer to and nobody knows any more gets a name of its own.
 * 2. Sums, counts and the search index are made anew from the records, and compared with what the damaged file kept.
 * 3. It takes the place of live by the journal of a restore; archives stay where they are, and the damaged file is kept.
 */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { MonthDifference, Rebuilt } from '../../shared/contract/recovery.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { tellingDiskTrouble } from '../backup/disk-trouble.ts';
import { abandonRestore, commitRestore, restoringFolder } from '../backup/place-restored.ts';
import { replaceClosedStore } from '../backup/replace-closed.ts';
import { rebuildSearch } from '../dialects/sqlite/search.ts';
import { openWritable, type ReadableDatabase, type WritableDatabase } from '../engine/sqlite/connection.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { requireFreeSpace } from '../maintenance/free-space.ts';
import { addUpLive } from '../maintenance/heal.ts';
import { migrate } from '../migrations/migrate.ts';
import { isUnreadable } from '../store/archives.ts';
import { bytesOnDisk, type PartitionMonth } from '../store/catalog.ts';
import { noteLiveRebuilt } from '../store/flaws.ts';
import { LIVE, type StoreFolder } from '../store/folder.ts';
import { compareMonths, lostIn } from './differences.ts';
import { readKnownFacts } from './known-facts.ts';
import { nameWhatIsLost, takeFromArchive, takeLiveTables } from './live-tables.ts';
import { type RawTables, readingTables } from './raw-tables.ts';
import { archivesIn, openReadableOnes, relistArchives, storeIdIn } from './relist-archives.ts';
import { salvage } from './salvage.ts';
import { recordsIn } from './wanted-archive.ts';

export interface SalvageOutcome {
  records: number;
  bytes: number;
  /** How many records are gone of months that the damaged file still counted. */
  lost: number;
  months: MonthDifference[];
  /** Tables of which rows are missing, or may be. */
  lacking: string[];
  /** Archives that live did not list any more. */
  relisted: string[];
  /** Where the files of before are kept, within the store. */
  aside: string;
}

/** No record was made before the first, or after the program ends: what a damaged row may say of its day otherwise. */
const [FIRST_DAY, LAST_DAY] = [0, 73_000];

/** Salvages the live file of a store that nobody has open, and opens it once. Throws STORE_IN_USE, NOT_FOUND, DAMAGED or DISK_FULL; the store is then as it was. */
export function salvageStore(
  { store, now }: { store: string; now: string },
  context: JobContext,
): Promise<SalvageOutcome> {
  return replaceClosedStore(store, (folder) => prepareSalvage(folder, now, context));
}

async function prepareSalvage(store: StoreFolder, now: string, context: JobContext): Promise<SalvageOutcome> {
  if (!existsSync(store.live)) {
    throw new AppError('NOT_FOUND', `${store.live} is not there. Nothing was changed; restore it from a backup.`);
  }
  const restoring = restoringFolder(store);
  abandonRestore(store);
  requireFreeSpace(store.root, bytesOnDisk(store.live), 'Making the live file anew');
  return tellingDiskTrouble(store.root, 'The store is as it was.', () => {
    try {
      mkdirSync(restoring);
      const made = readingTables(store.live, (tables) =>
        makeLive(store, tables, join(restoring, 'live.db'), now, context),
      );
      context.checkCancelled(); // from here on it is the store
      const aside = `before-recovery-${now.replace(/\.\d+Z$/, 'Z').replaceAll(':', '-')}`;
      const bytes = statSync(join(restoring, 'live.db')).size;
      commitRestore(store, {
        step: 'aside',
        from: 'readable',
        aside,
        keep: archivesIn(store.root).map(({ name }) => `${name}.db`),
        backup: { madeAt: now, records: made.records, bytes },
        startedAt: now,
      });
      return { ...made, bytes, aside };
    } catch (error) {
      abandonRestore(store);
      throw error;
    }
  });
}

function makeLive(
  store: StoreFolder,
  tables: RawTables,
  path: string,
  now: string,
  context: JobContext,
): Omit<SalvageOutcome, 'bytes' | 'aside'> {
  const live = openWritable(path);
  const archives = openReadableOnes(archivesIn(store.root));
  try {
    migrate(live, 'live');
    live.exec('PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF');
    const lacking = takeLiveTables(tables, live);
    for (const archive of archives) whereReadable(() => adoptArchive(live, archive));
    live.exec('INSERT OR IGNORE INTO store_state VALUES (1, 0, 0, 1)');
    const known = knownMonths(live);
    const total = recordsIn(known);
    const facts = readKnownFacts(live, { isDay: isDayOf(known, lacking), lacking });
    const isElsewhere = (id: number) =>
      archives.some(
        (archive) =>
          whereReadable(() => archive.rows('SELECT 1 FROM records WHERE id = @id', { id }).length > 0) ?? false,
      );
    const { wholeRollups } = salvage(tables, live, { facts, total: total === 0 ? null : total, isElsewhere }, context);
    live.transaction(() => nameWhatIsLost(live));
    const relisted = relistArchives(live, store.root);
    deriveAnew(live, context);
    const months = compareMonths(live, known, wholeRollups);
    const records = Number(live.rows('SELECT COUNT(*) FROM records')[0]?.[0]);
    if (records === 0 && (total > 0 || lacking.has('partition_months'))) throw nothingReadable(store.live);
    const rebuilt: Rebuilt = { at: now, source: 'readable', months };
    noteLiveRebuilt(live, rebuilt);
    live.exec('PRAGMA synchronous = FULL; PRAGMA wal_checkpoint(TRUNCATE)');
    return { records, lost: lostIn(months), months, lacking: [...lacking].sort(), relisted };
  } finally {
    live.close();
    for (const archive of archives) archive.close();
  }
}

function nothingReadable(file: string): AppError {
  return new AppError(
    'DAMAGED',
    `No record of ${file} can be read any more. Nothing was changed; restore it from a backup.`,
  );
}

/** Texts and imports that live lost, and which store it is, from an archive of the same store. */
function adoptArchive(live: WritableDatabase, archive: ReadableDatabase): void {
  const [ours, theirs] = [storeIdIn(live), storeIdIn(archive)];
  if (theirs === undefined || (ours !== undefined && ours !== theirs)) return;
  live.transaction(() => {
    if (ours === undefined) live.run("INSERT INTO file_info VALUES ('store_id', @theirs)", { theirs });
    takeFromArchive(live, archive);
  });
}

function knownMonths(live: WritableDatabase): PartitionMonth[] {
  return live.all<PartitionMonth>(
    `SELECT month, records, first_day AS firstDay, last_day AS lastDay, stamp FROM partition_months
     WHERE partition = @live ORDER BY month`,
    { live: LIVE },
  );
}

/** Where all months are known, a record of another is none. */
function isDayOf(known: readonly PartitionMonth[], lacking: ReadonlySet<string>): (day: number) => boolean {
  if (lacking.has('partition_months')) return (day) => day >= FIRST_DAY && day <= LAST_DAY;
  return (day) => known.some(({ firstDay, lastDay }) => day >= firstDay && day <= lastDay);
}

/** What `work` finds in an archive; undefined where that cannot be read there. */
function whereReadable<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    throw error;
  }
}

/** Sums, counts, what texts are found by, and the number of the next record: above all that were given out. */
function deriveAnew(live: WritableDatabase, context: JobContext): void {
  context.report({ phase: 'adding up', done: 0, total: null, unit: 'records' });
  live.run('DELETE FROM partition_months WHERE partition = @live', { live: LIVE });
  addUpLive(live);
  live.exec(rebuildSearch);
  live.run(
    `UPDATE store_state SET generation = generation + 1, catalog_version = catalog_version + 1, next_record_id = MAX(
       next_record_id,
       (SELECT COALESCE(MAX(id), 0) + 1 FROM records),
       (SELECT COALESCE(MAX(last_record_id), 0) + 1 FROM import_batches))`,
  );
}

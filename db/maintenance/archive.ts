/**
 * Moves a year of live into a file of its own so that every report is the same before, during and after.
 * 1. Copy into a file that is not part of the store ('.building').
 * 2. Verify: every record and every reason, column by column, against live; the rollups against the copied records.
 * 3. Seal: written anew without gaps, statistics, integrity check, journal off, read-only, flushed to disk, hashed, renamed
 *    into place.
 * 4. Cut over: one transaction on live lists the archive and deletes the year from live. It touches one file, so it
 *    is atomic: a kill before it leaves the year in live, after it in the archive, and never in both or neither.
 *    A reader that planned before the cut-over finds another catalogue version and plans again.
 * A year that is archived again, because late records came in or it was archived month by month, goes to a further file;
 * sealed ones are not rewritten.
 */
import { chmodSync, existsSync, rmSync } from 'node:fs';
import { daysOfMonthIndex, monthIndexOfDay } from '../../shared/domain/day.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { optimizeSearch, rebuildSearch } from '../dialects/sqlite/search.ts';
import {
  openReadable,
  openWritable,
  type ReadableDatabase,
  type WritableDatabase,
} from '../engine/sqlite/connection.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { makeAdvised } from '../indexes/apply.ts';
import { migrate } from '../migrations/migrate.ts';
import { rollupNames, rollups } from '../rollup/definitions.ts';
import { compareRollups } from '../rollup/refresh.ts';
import { bytesOnDisk } from '../store/catalog.ts';
import { type FileHash, hashFile } from '../store/file-hash.ts';
import { flushFile } from '../store/flush.ts';
import { LIVE, partitionFile, type StoreFolder } from '../store/folder.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { contentColumns, originColumns, recordColumns, sameIn } from '../store/record-columns.ts';
import { renameFile } from '../store/rename-file.ts';
import { writeSeal } from '../store/seals.ts';
import { tidyUp } from '../store/tidy-up.ts';
import { requireFreeSpace } from './free-space.ts';

export interface ArchiveOutcome {
  archive: string;
  year: number;
  records: number;
  bytes: number;
}

const DAYS_A_STEP = 7;
/** Every table of texts; an archive has a copy of each. */
export const dictionaryTables = [
  'sites',
  'lines',
  'shifts',
  'operators',
  'units',
  'items',
  'defect_reasons',
  'downtime_reasons',
];

interface Year {
  year: number;
  first: number;
  /** The last day of its last month. */
  last: number;
  records: number;
}

/**
 * Archives a year, or its months until the one that holds the day `until`. Throws NOTHING_TO_ARCHIVE, DAMAGED, DISK_FULL or
 * CANCELLED; live is then as it was.
 */
export function archiveYear(
  store: OwnedStore,
  year: number,
  context: JobContext,
  until: number | null = null,
): ArchiveOutcome {
  const { live, folder } = store;
  const span = yearInLive(live, year, until);
  requireFreeSpace(folder.root, bytesOnDisk(folder.live), 'Archiving a year');
  const name = nextArchiveName(folder, year);
  const file = partitionFile(folder, name);
  const building = `${file}.building`;
  let seal: FileHash;
  try {
    copy(live, building, span, context);
    verify(live, building, span, context);
    context.checkCancelled(); // from here on the archive is finished rather than dropped
    seal = sealFile(live, building, file);
  } catch (error) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(building + suffix, { force: true });
    throw error;
  }
  try {
    cutOver(live, { file, name, seal }, span, context);
  } catch (error) {
    tidyUp(() => removeUncommitted(live, file));
    throw error;
  }
  tidyUp(() => {
    live.exec(optimizeSearch);
    live.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  });
  return { archive: name, year, records: span.records, bytes: bytesOnDisk(file) };
}

/**
 * Removes an archive whose cut-over failed. A disk that failed while it was asked to flush the commit may have it all the same,
 * for whoever reads the log after a crash; only once another commit has taken its place is the archive needed by nobody.
 * Where that fails, the next start removes it.
 */
function removeUncommitted(live: WritableDatabase, file: string): void {
  live.run('UPDATE store_state SET generation = generation');
  rmSync(file, { force: true });
}

function yearInLive(live: WritableDatabase, year: number, until: number | null): Year {
  const lastMonth = Math.min(year * 12 + 11, until === null ? Number.POSITIVE_INFINITY : monthIndexOfDay(until));
  const held = live.rows(
    'SELECT SUM(records) FROM partition_months WHERE partition = @live AND month BETWEEN @from AND @to',
    { live: LIVE, from: year * 12, to: lastMonth },
  );
  const records = Number(held[0]?.[0] ?? 0);
  if (records === 0) {
    const years = live
      .rows('SELECT DISTINCT month / 12 FROM partition_months WHERE partition = @live ORDER BY 1', { live: LIVE })
      .join(', ');
    throw new AppError(
      'NOTHING_TO_ARCHIVE',
      `live holds no records of ${year}${years ? `; it holds ${years}` : ''}. Nothing was changed.`,
    );
  }
  return { year, first: daysOfMonthIndex(year * 12).first, last: daysOfMonthIndex(lastMonth).last, records };
}

function nextArchiveName(folder: StoreFolder, year: number): string {
  for (let nth = 1; ; nth++) {
    const name = nth === 1 ? `archive_${year}` : `archive_${year}_${nth}`;
    if (!existsSync(partitionFile(folder, name))) return name;
  }
}

function attach<Result>(live: WritableDatabase, file: string, work: () => Result): Result {
  live.run('ATTACH @file AS archive', { file });
  try {
    return work();
  } finally {
    live.exec('DETACH archive');
  }
}

function copy(live: WritableDatabase, building: string, span: Year, context: JobContext): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(building + suffix, { force: true });
  const archive = openWritable(building);
  migrate(archive, 'archive');
  archive.exec('PRAGMA journal_mode = DELETE');
  archive.close();
  const columns = recordColumns.join(', ');
  attach(live, building, () => {
    live.exec('PRAGMA archive.journal_mode = OFF; PRAGMA archive.synchronous = OFF');
    for (const table of dictionaryTables) live.exec(`INSERT INTO archive.${table} SELECT * FROM main.${table}`);
    live.run(
      `INSERT INTO archive.import_batches SELECT * FROM main.import_batches WHERE id IN
         (SELECT DISTINCT batch_id FROM main.records WHERE production_date BETWEEN @first AND @last)`,
      { first: span.first, last: span.last },
    );
    let done = 0;
    for (let day = span.first; day <= span.last; day += DAYS_A_STEP) {
      context.checkCancelled();
      context.report({ phase: 'copying', done, total: span.records, unit: 'records' });
      const days = { from: day, to: Math.min(span.last, day + DAYS_A_STEP - 1) };
      live.transaction(() => {
        done += live.run(
          `INSERT INTO archive.records (${columns}) SELECT ${columns} FROM main.records INDEXED BY records_by_day
           WHERE production_date BETWEEN @from AND @to ORDER BY id`,
          days,
        );
        for (const list of ['record_defects', 'record_downtimes']) {
          live.run(
            `INSERT INTO archive.${list} SELECT l.record_id, l.reason_id, l.amount_packed FROM main.${list} AS l JOIN main.records AS r ON r.id = l.record_id
             WHERE r.id IN (SELECT id FROM main.records WHERE production_date BETWEEN @from AND @to)`,
            days,
          );
        }
      });
    }
    for (const name of rollupNames) {
      const { table } = rollups[name];
      live.run(
        `INSERT INTO archive.${table} SELECT * FROM main.${table} WHERE production_date BETWEEN @first AND @last`,
        {
          first: span.first,
          last: span.last,
        },
      );
    }
    live.run(`INSERT INTO archive.file_info SELECT key, value FROM main.file_info WHERE key = 'store_id'`);
    live.run(`INSERT INTO archive.file_info VALUES ('year', @year)`, { year: String(span.year) });
  });
}

/** Compares what was copied with what is in live, record by record; throws DAMAGED when they differ. */
function verify(live: WritableDatabase, building: string, span: Year, context: JobContext): void {
  context.report({ phase: 'verifying', done: 0, total: null, unit: 'records' });
  attach(live, building, () => {
    const count = (sql: string, bounded = true) =>
      Number(live.rows(sql, bounded ? { first: span.first, last: span.last } : {})[0]?.[0]);
    const inYear = 'r.production_date BETWEEN @first AND @last';
    const equal = count(
      `SELECT COUNT(*) FROM main.records AS r JOIN archive.records AS a ON a.id = r.id
       WHERE ${inYear} AND ${sameIn([...contentColumns, ...originColumns], 'r', 'a')}`,
    );
    const lists = ['record_defects', 'record_downtimes'].map((list) => ({
      list,
      live: count(
        `SELECT COUNT(*) FROM main.${list} AS l JOIN main.records AS r ON r.id = l.record_id WHERE ${inYear}`,
      ),
      archived: count(`SELECT COUNT(*) FROM archive.${list}`, false),
      equal: count(
        `SELECT COUNT(*) FROM main.${list} AS l JOIN main.records AS r ON r.id = l.record_id
         JOIN archive.${list} AS a ON a.record_id = l.record_id AND a.reason_id = l.reason_id AND a.amount_packed = l.amount_packed WHERE ${inYear}`,
      ),
    }));
    const copied = count('SELECT COUNT(*) FROM archive.records', false);
    const listsDiffer = lists.some((list) => list.live !== list.equal || list.archived !== list.equal);
    if (copied !== span.records || equal !== span.records || listsDiffer) {
      throw new AppError(
        'DAMAGED',
        `The copy of ${span.year} differs from live (${equal} of ${span.records} records are equal). It was dropped and live is unchanged; check the store's integrity before trying again.`,
      );
    }
  });
}

function sealFile(live: WritableDatabase, building: string, file: string): FileHash {
  const seal = packArchive(live, building);
  renameFile(building, file);
  openReadable(file).close();
  return seal;
}

/**
 * Makes of an archive that holds its records the file that is sealed: indexed, written anew without gaps, checked, read-only and
 * flushed to disk. Throws DAMAGED where it does not pass.
 */
export function packArchive(live: ReadableDatabase, building: string): FileHash {
  const archive = openWritable(building);
  makeAdvised(live, archive);
  archive.exec(rebuildSearch);
  archive.exec(optimizeSearch);
  archive.exec("INSERT INTO record_search (record_search, rank) VALUES ('integrity-check', 1)");
  // Written anew in order, the file is a tenth smaller; without a journal, as a kill leaves no more than leftovers.
  archive.exec('PRAGMA journal_mode = OFF; PRAGMA auto_vacuum = NONE');
  archive.exec('VACUUM');
  archive.exec('ANALYZE');
  archive.exec('PRAGMA journal_mode = DELETE');
  const disagreeing = compareRollups(archive);
  const check = archive
    .rows('PRAGMA integrity_check')
    .map(([line]) => String(line))
    .join('; ');
  archive.close();
  if (disagreeing.length > 0) {
    const names = disagreeing.map(({ name }) => name).join(', ');
    throw new AppError(
      'DAMAGED',
      `The rollups ${names} of the new archive disagree with its records. It was dropped and live is unchanged; run the integrity check, which builds them again.`,
    );
  }
  if (check !== 'ok')
    throw new AppError(
      'DAMAGED',
      `The new archive did not pass its integrity check (${check}). It was dropped and live is unchanged.`,
    );
  flushFile(building);
  const seal = hashFile(building);
  chmodSync(building, 0o444);
  return seal;
}

interface Sealed {
  file: string;
  name: string;
  seal: FileHash;
}

function cutOver(live: WritableDatabase, { file, name, seal }: Sealed, span: Year, context: JobContext): void {
  live.transaction(() => {
    live.run('INSERT INTO archives (name, year, sealed_at) VALUES (@name, @year, @now)', {
      name,
      year: span.year,
      now: new Date().toISOString(),
    });
    writeSeal(live, { name, file }, seal);
    live.run('UPDATE partition_months SET partition = @name WHERE partition = @live AND month BETWEEN @from AND @to', {
      name,
      live: LIVE,
      from: monthIndexOfDay(span.first),
      to: monthIndexOfDay(span.last),
    });
    live.run(
      `INSERT INTO archived_batches SELECT @name, batch_id, COUNT(*) FROM records
       WHERE production_date BETWEEN @first AND @last GROUP BY batch_id`,
      { name, first: span.first, last: span.last },
    );
    let done = 0;
    for (let from = span.first; from <= span.last; from += DAYS_A_STEP) {
      context.report({ phase: 'cutting over', done, total: span.records, unit: 'records' });
      done += live.run('DELETE FROM records WHERE production_date BETWEEN @from AND @to', {
        from,
        to: Math.min(span.last, from + DAYS_A_STEP - 1),
      });
    }
    for (const name of rollupNames) {
      live.run(`DELETE FROM ${rollups[name].table} WHERE production_date BETWEEN @first AND @last`, {
        first: span.first,
        last: span.last,
      });
    }
    live.run('UPDATE store_state SET catalog_version = catalog_version + 1');
    if (done !== span.records || !existsSync(file)) {
      throw new AppError(
        'DAMAGED',
        `Archiving ${span.year} stopped at the cut-over: ${done} of ${span.records} records. Nothing was changed.`,
      );
    }
  });
}

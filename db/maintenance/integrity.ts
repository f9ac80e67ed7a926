import { openReadable, type ReadableDatabase } from '../engine/sqlite/connection.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { healArchive } from '../indexes/apply.ts';
import { compareRollups, refreshRollups } from '../rollup/refresh.ts';
import { isUnreadable, setAside, takeBack } from '../store/archives.ts';
import { type Partition, readCatalog } from '../store/catalog.ts';
import { hashFile } from '../store/file-hash.ts';
import { doubtArchive, notAsSealed, noteDamageOfLive } from '../store/flaws.ts';
import { LIVE } from '../store/folder.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { noteAsSealed, readSeal } from '../store/seals.ts';
import { restampPartition } from '../store/stamps.ts';
import { unsealed } from '../store/unsealed.ts';
import { monthsUnlikeColumns } from './compare-columns.ts';
import { addUpLive, daysKept, mendSearch } from './heal.ts';

export interface IntegrityOutcome {
  sound: boolean;
  partitions: number;
  tables: number;
  records: number;
  /** What is wrong, a line each; empty when all is sound. */
  findings: string[];
}

/** Of the time of a file, what goes to its tables and their indexes; the rest is adding its records up again. */
const SHARE_OF_TABLES = 0.4;
/** Findings kept: one damaged page can yield thousands of lines that say the same. */
const MOST_FINDINGS = 100;

/**
 * Checks every table and index of every file, its foreign keys, and that the catalogue counts what is there. A check
 * that throws is a finding, not a crash.
 */
export function checkIntegrity(store: OwnedStore, context: JobContext): IntegrityOutcome {
  const catalog = readCatalog(store.live, store.folder);
  const aside = new Set(catalog.setAside.map(({ partition }) => partition));
  const partitions = [...catalog.partitions, ...aside];
  const total = partitions.reduce((sum, { months }) => sum + months.reduce((n, month) => n + month.records, 0), 0);
  const outcome: IntegrityOutcome = { sound: true, partitions: partitions.length, tables: 0, records: 0, findings: [] };
  for (const partition of partitions) {
    const find = (finding: string) => {
      outcome.sound = false;
      isSound = false;
      if (outcome.findings.length < MOST_FINDINGS) outcome.findings.push(`${partition.name}: ${finding}`);
    };
    let isSound = true;
    let database: ReadableDatabase | undefined;
    const catalogued = partition.months.reduce((sum, month) => sum + month.records, 0);
    const before = outcome.records;
    const report = (share: number) => {
      context.checkCancelled();
      const done = before + Math.floor(catalogued * share);
      context.report({ phase: `checking ${partition.name}`, done, total, unit: 'records' });
    };
    try {
      database = openReadable(partition.file);
      const tables = tablesOf(database);
      for (const [nth, table] of tables.entries()) {
        report((SHARE_OF_TABLES * nth) / tables.length);
        for (const line of checkTable(database, table)) find(line);
        outcome.tables++;
      }
      if (partition.kind === 'live') {
        const compared = { months: partition.months, onMonth: () => report(SHARE_OF_TABLES) };
        for (const month of monthsUnlikeColumns(database, store.folder.columns, compared)) {
          find(`records of ${month} are not those that its columns were made of`);
        }
      }
      if (partition.kind === 'live' && mendSearch(store.live)) {
        store.live.transaction(() => restampPartition(store.live, partition.name)); // what was found may have been wrong
        find('the search index disagreed with the records; it was built again from them');
      }
      const differing = compareRollups(database, (done, days) =>
        report(SHARE_OF_TABLES + (1 - SHARE_OF_TABLES) * (done / days)),
      );
      if (differing.length > 0) healRollups(store, partition, database);
      for (const { name, groups } of differing) {
        find(`the rollup '${name}' disagreed with the records in ${groups} groups; it was built again from them`);
      }
      const counted = Number(database.rows('SELECT COUNT(*) FROM records')[0]?.[0]);
      if (counted !== catalogued) find(`holds ${counted} records where the catalogue counts ${catalogued}`);
      outcome.records += counted;
      if (partition.kind === 'archive') for (const line of checkSeal(store, partition, context)) find(line);
      if (aside.has(partition) && isSound) {
        healArchive(store, partition.name);
        takeBack(store.live, partition.name);
      }
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'CANCELLED') throw error;
      find(error instanceof Error ? error.message : String(error));
      if (partition.kind === 'archive' && isUnreadable(error)) setAside(store.live, partition.name, error.message);
    } finally {
      database?.close();
    }
    if (partition.kind === 'live')
      noteLive(
        store,
        outcome.findings.filter((finding) => finding.startsWith(`${LIVE}: `)),
      );
  }
  return outcome;
}

/** Says from now on, with every number made of live, what was found in it. Where live takes no note any more, its findings stand alone. */
function noteLive({ live }: OwnedStore, findings: readonly string[]): void {
  const [first] = findings;
  const because =
    first === undefined
      ? null
      : `${first.slice(0, LONGEST_BECAUSE)}. Sums and search were made again from the records; restore a backup, or import what is wrong again, and run the check once more: one that finds nothing ends this warning.`;
  try {
    noteDamageOfLive(live, because);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
  }
}

const LONGEST_BECAUSE = 300;

/** Compares an archive byte by byte with what was sealed: no index or sum covers a digit of a note. */
function checkSeal({ live }: OwnedStore, { name, file }: Partition, context: JobContext): string[] {
  const seal = readSeal(live, name);
  let done = 0;
  const { sha256 } = hashFile(file, (bytes) => {
    done += bytes;
    context.checkCancelled();
    context.report({ phase: `reading ${name}`, done, total: seal?.bytes ?? null, unit: 'bytes' });
  });
  if (sha256 === seal?.sha256) {
    noteAsSealed(live, { name, file });
    return [];
  }
  doubtArchive(live, name, notAsSealed(file));
  return ['its bytes are not those that were sealed; rebuild it from a backup'];
}

/**
 * Adds a file's records up anew; a sealed archive is opened for it and sealed again, its records untouched. Only then
 * are its months marked changed, so that whoever holds a copy of its rollups, or an answer made of them, gets the healed.
 */
function healRollups({ live, folder }: OwnedStore, { name, kind }: Partition, readable: ReadableDatabase): void {
  if (kind === 'archive') {
    const days = daysKept(readable);
    unsealed({ live, folder, name }, (archive) => archive.transaction(() => refreshRollups(archive, days)));
    live.transaction(() => restampPartition(live, name));
  } else {
    addUpLive(live);
  }
  live.run('UPDATE store_state SET catalog_version = catalog_version + 1');
}

function tablesOf(database: ReadableDatabase): string[] {
  return database
    .rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .map(([name]) => String(name));
}

function checkTable(database: ReadableDatabase, table: string): string[] {
  const name = `"${table.replaceAll('"', '""')}"`; // a name from the schema, quoted as an identifier
  const damage = database
    .rows(`PRAGMA integrity_check(${name})`)
    .map(([line]) => String(line))
    .filter((line) => line !== 'ok');
  const orphans = database.rows(`PRAGMA foreign_key_check(${name})`);
  if (orphans.length > 0) damage.push(`${orphans.length} rows of ${table} refer to rows that are not there`);
  return damage;
}

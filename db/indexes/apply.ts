/**
 * Makes an advised index in every file, or takes it away, so that all files have it or none.
 * 1. Live lists it as 'making' before anything is made. Archives come first, live last, in one transaction with the line that
 *    says 'made'; only from then on does the catalogue name it and any plan go by it.
 * 2. Taking it away goes the other way round: live says 'dropping' and drops its own in one transaction, then the archives do.
 * 3. An archive that is set aside is left as it is, and brought in step when it is taken back.
 * 4. Whatever is not 'made' when the store is opened again is taken away everywhere; what is 'made' and missing in a file that
 *    was put back is made there.
 */
import { AppError } from '../../shared/lib/app-error.ts';
import { openReadable, type ReadableDatabase, type WritableDatabase } from '../engine/sqlite/connection.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { requireFreeSpace } from '../maintenance/free-space.ts';
import { isUnreadable, setAside, usableArchiveNames } from '../store/archives.ts';
import { extent, readCatalog } from '../store/catalog.ts';
import { partitionFile, type StoreFolder } from '../store/folder.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { unsealed } from '../store/unsealed.ts';
import { advisedDefinition, listAdvised, readAdvised, setAdvisedState, unlistAdvised } from './advised.ts';
import { countKeys } from './count-keys.ts';
import { type AdvisableField, createIndexSql } from './definitions.ts';

export interface AppliedIndex {
  name: string;
  files: number;
}

type Held = Pick<OwnedStore, 'live' | 'folder'>;

/** More than any advised index takes for a record; making it takes as much again for a moment. */
const MOST_BYTES_A_RECORD = 60;

/** Makes an index in every file. Throws INVALID_ARGUMENT or DISK_FULL before anything is made; a cancel or a failure takes back what was made. */
export function applyIndex(
  store: Held,
  { fields, shape }: { fields: readonly AdvisableField[]; shape: string },
  context: JobContext,
): AppliedIndex {
  const { live, folder } = store;
  const { name, definition } = advisedDefinition(fields);
  if (hasIndex(live, name)) {
    throw new AppError('INVALID_ARGUMENT', `The store has the index ${name} already. Nothing was changed.`);
  }
  const { records } = extent(readCatalog(live, folder).partitions.flatMap(({ months }) => months));
  requireFreeSpace(folder.root, records * MOST_BYTES_A_RECORD, 'Making an index');
  const sql = createIndexSql(name, definition);
  const archives = usableArchiveNames(live);
  const files = archives.length + 1;
  listAdvised(live, { name, fields: [...fields], shape, createdAt: new Date().toISOString() });
  try {
    let distinctKeys = 1;
    archives.forEach((partition, done) => {
      context.checkCancelled();
      context.report({ phase: 'making the index', done, total: files, unit: 'steps' });
      unsealed({ live, folder, name: partition }, (archive) => {
        archive.transaction(() => {
          archive.exec(sql);
          context.checkCancelled();
        });
        distinctKeys = Math.max(distinctKeys, countKeys(archive, name, fields));
      });
    });
    context.checkCancelled();
    context.report({ phase: 'making the index', done: files - 1, total: files, unit: 'steps' });
    live.transaction(() => {
      live.exec(sql);
      context.checkCancelled(); // the last moment at which nothing is kept
      setAdvisedState(live, name, 'made', Math.max(distinctKeys, countKeys(live, name, fields)));
    });
    return { name, files };
  } catch (error) {
    takeAway(store, name);
    throw error;
  }
}

/** Takes an advised index away from every file. Throws NOT_FOUND for one that is not listed. */
export function revertIndex(store: Held, name: string, context: JobContext): AppliedIndex {
  if (!readAdvised(store.live).some((index) => index.name === name)) {
    throw new AppError(
      'NOT_FOUND',
      `${name} is not an index that was made on advice; only those can be taken away. Nothing was changed.`,
    );
  }
  context.report({ phase: 'taking the index away', done: 0, total: null, unit: 'steps' });
  context.checkCancelled();
  return { name, files: takeAway(store, name, context) };
}

/** Brings every file in step with what live lists; belongs to the opening of a store. */
export function healAdvised(store: Held): void {
  const { live } = store;
  const listed = readAdvised(live);
  for (const { name } of listed.filter(({ state }) => state !== 'made')) takeAway(store, name);
  const made = listed.filter(({ state }) => state === 'made');
  if (made.length === 0) return;
  makeMissing(live, made);
  for (const partition of usableArchiveNames(live)) whereReadable(live, partition, () => healArchive(store, partition));
}

/** Makes the indexes that live lists where an archive lacks them; what takes one back that was set aside calls it before. */
export function healArchive({ live, folder }: Held, partition: string): void {
  const made = readAdvised(live).filter(({ state }) => state === 'made');
  if (made.every(({ name }) => archiveHas(folder, partition, name))) return;
  unsealed({ live, folder, name: partition }, (archive) => makeMissing(archive, made));
}

/** Makes the indexes that live lists in a file that is being made; what archiving calls before it seals. */
export function makeAdvised(live: ReadableDatabase, database: WritableDatabase): void {
  makeMissing(
    database,
    readAdvised(live).filter(({ state }) => state === 'made'),
  );
}

function makeMissing(database: WritableDatabase, indexes: readonly { fields: AdvisableField[] }[]): void {
  database.transaction(() => {
    for (const { fields } of indexes) {
      const { name, definition } = advisedDefinition(fields);
      database.exec(createIndexSql(name, definition));
    }
  });
}

/**
 * Live first, so that nothing plans by it any more; returns how many files there are. It stays listed where an archive would
 * not let go of it, for the next start to try again.
 */
function takeAway({ live, folder }: Held, name: string, context?: JobContext): number {
  const drop = `DROP INDEX IF EXISTS ${name}`;
  live.transaction(() => {
    setAdvisedState(live, name, 'dropping');
    live.exec(drop);
  });
  const archives = usableArchiveNames(live);
  const taken = archives.map((partition, at) => {
    context?.report({ phase: 'taking the index away', done: at + 1, total: archives.length + 1, unit: 'steps' });
    return whereReadable(live, partition, () => {
      if (!archiveHas(folder, partition, name)) return;
      unsealed({ live, folder, name: partition }, (archive) => archive.exec(drop));
    });
  });
  if (taken.every(Boolean)) unlistAdvised(live, name);
  return archives.length + 1;
}

/** An archive that cannot be read must keep neither the store from being opened nor the others from being cleared; false for one. */
function whereReadable(live: WritableDatabase, partition: string, work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    setAside(live, partition, error.message);
    return false;
  }
}

function hasIndex(database: ReadableDatabase, name: string): boolean {
  return database.rows("SELECT 1 FROM sqlite_schema WHERE type = 'index' AND name = @name", { name }).length > 0;
}

function archiveHas(folder: StoreFolder, partition: string, name: string): boolean {
  const archive = openReadable(partitionFile(folder, partition));
  try {
    return hasIndex(archive, name);
  } finally {
    archive.close();
  }
}

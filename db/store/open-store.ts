import { closeSync, existsSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../shared/lib/app-error.ts';
import { placeRestored } from '../backup/place-restored.ts';
import { restoreJob } from '../backup/restore-job.ts';
import { holdLock, openReadable, openWritable, type WritableDatabase } from '../engine/sqlite/connection.ts';
import { healAdvised } from '../indexes/apply.ts';
import { assertOurs, migrate } from '../migrations/migrate.ts';
import { finishRecoveries } from '../recovery/place-recovered.ts';
import { readStandbyPlan } from '../standby/standby-plan.ts';
import { archiveNames, isUnreadable, readSetAside, setAside, takeBack } from './archives.ts';
import { type BlockSums, keepBlockSums, readBlockSums } from './block-sums.ts';
import { partitionFile, prepareStoreFolder, type StoreFolder } from './folder.ts';
import { changedWhileClosed, ForeignWriteWatch, readSeen } from './foreign-writes.ts';
import { saveJob } from './jobs.ts';
import { noteAsSealed, readSeal } from './seals.ts';
import { unsealed } from './unsealed.ts';

const ARCHIVE_FILE = /^archive_\d{4}(_\d+)?\.db$/;

/** A store held for writing: one process at a time. */
export interface OwnedStore {
  folder: StoreFolder;
  live: WritableDatabase;
  /** What other programs may have written, which is out of step until it is read anew. */
  foreignWrites: ForeignWriteWatch;
  /** The live file as this program left it the last time; null where it cannot be told. */
  left: LeftLive | null;
  close(): void;
}

/** What the bytes of live are to be compared with, and the file, open from before SQLite opened it until after it closed it. */
export interface LeftLive {
  descriptor: number;
  sums: BlockSums;
}

/**
 * Takes a store for this process, makes it if need be, brings it to the newest schema and clears what an interrupted
 * job left behind. Throws STORE_IN_USE when another process holds it.
 */
export function openStore(root: string): OwnedStore {
  const folder = prepareStoreFolder(root);
  const lock = holdStore(folder);
  let opened: WritableDatabase | undefined;
  let left: LeftLive | null = null;
  try {
    const restored = placeRestored(folder);
    const seen = readSeen(folder);
    const suspected = restored === null && changedWhileClosed(folder, seen);
    assertOurs(folder.live);
    refuseLostLive(folder);
    left = openLeft(folder);
    const live = openWritable(folder.live);
    opened = live;
    migrate(live, 'live');
    finishRecoveries({ live, folder });
    openArchives(live, folder);
    clearLeftovers(live, folder);
    healAdvised({ live, folder });
    const foreignWrites = new ForeignWriteWatch(live, folder, { seen, suspected });
    if (restored) {
      saveJob(live, restoreJob(restored));
      for (const name of archiveNames(live)) {
        foreignWrites.settleArchive(name); // what was restored was checked
        if (restored.from !== 'readable') noteAsSealed(live, { name, file: partitionFile(folder, name) });
      }
    }
    const close = () => {
      try {
        live.exec('PRAGMA busy_timeout = 0; PRAGMA optimize');
      } catch {
        // Statistics can wait: a full disk, or another program's lock, must not keep the store from being let go.
      } finally {
        foreignWrites.close();
        closeLeft(left);
        keepBlockSums(folder);
        lock.release();
      }
    };
    return { folder, live, foreignWrites, left, close };
  } catch (error) {
    opened?.close();
    closeLeft(left);
    lock.release();
    throw error;
  }
}

/** Opened and closed with no connection to the file there: closing it lets go of all locks that the process has on it. */
function openLeft(folder: StoreFolder): LeftLive | null {
  const sums = readBlockSums(folder);
  return sums && { descriptor: openSync(folder.live, 'r'), sums };
}

function closeLeft(left: LeftLive | null): void {
  if (left) closeSync(left.descriptor);
}

/** Takes a store for this process without opening it. Throws STORE_IN_USE when another process holds it. */
export function holdStore(folder: StoreFolder): { release(): void } {
  const lock = holdLock(folder.lock);
  if (lock) return lock;
  throw new AppError(
    'STORE_IN_USE',
    `The store in ${folder.root} is open in another Throughline on ${hostname()}. Nothing was changed; close it there, or open another store.`,
  );
}

/**
 * A new live file beside archives would look like a store that lost its years, and could not be joined with them again; one that
 * has a copy somewhere is put back rather than begun anew, and nobody is shown an empty store in place of the one that was lost.
 */
function refuseLostLive(folder: StoreFolder): void {
  if ((statSync(folder.live, { throwIfNoEntry: false })?.size ?? 0) > 0) return;
  const archives = readdirSync(folder.root).filter((name) => ARCHIVE_FILE.test(name));
  if (archives.length > 0) throw lostContent(folder.live, `, while ${archives.join(', ')} are there`);
  if (readStandbyPlan(folder.root).folder !== null) throw lostContent(folder.live, ', while the store has a standby');
  if (existsSync(folder.lastBackup)) throw lostContent(folder.live, ', while the store was backed up');
  if (readSeen(folder).live !== null) throw lostContent(folder.live, ', though a store was kept in this folder');
}

function lostContent(file: string, besides = ''): AppError {
  return new AppError(
    'DAMAGED',
    `${file} is missing or empty${besides}. Nothing was changed; restore it from a backup, or choose another folder for a new store.`,
  );
}

/** Brings every archive to the newest schema; one that cannot be read is set aside, one that can be again is taken back. */
function openArchives(live: WritableDatabase, folder: StoreFolder): void {
  const aside = readSetAside(live);
  for (const name of archiveNames(live)) {
    try {
      migrateArchive(live, folder, name);
      if (aside.has(name)) takeBack(live, name);
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      if (aside.get(name) !== error.message) setAside(live, name, error.message);
    }
  }
}

function migrateArchive(live: WritableDatabase, folder: StoreFolder, name: string): void {
  const file = partitionFile(folder, name);
  if (!existsSync(file)) {
    throw new AppError(
      'DAMAGED',
      `The archive ${file} belongs to this store but is not there. Put it back, or restore it from a backup; nothing was changed.`,
    );
  }
  // What a kill left half-done SQLite takes back as soon as the file is opened for writing; before that it cannot be read.
  if (isHalfDone(live, name, file)) unsealed({ live, folder, name }, () => {});
  const archive = openReadable(file);
  const version = Number(archive.rows('PRAGMA user_version')[0]?.[0]);
  archive.close();
  if (version === 0) throw lostContent(file);
  const liveVersion = Number(live.rows('PRAGMA user_version')[0]?.[0]);
  if (version !== liveVersion) unsealed({ live, folder, name }, (writable) => migrate(writable, 'archive'));
}

/** An empty file is not for sealing, it has lost its content. */
function isHalfDone(live: WritableDatabase, name: string, file: string): boolean {
  return statSync(file).size > 0 && (readSeal(live, name) === null || existsSync(`${file}-journal`));
}

/**
 * What a killed job can leave: the importer's staged rows, a copy that indexes were tried on, an archive still being built,
 * and one that was finished but not yet cut over, whose records are all still in live. Files of other origin are left alone.
 */
function clearLeftovers(live: WritableDatabase, folder: StoreFolder): void {
  for (const left of [folder.staging, folder.advice]) rmSync(left, { recursive: true, force: true });
  const listed = new Set(archiveNames(live).map((name) => `${name}.db`));
  const storeId = live.get<{ value: string }>("SELECT value FROM file_info WHERE key = 'store_id'")?.value;
  if (!storeId) live.run("INSERT INTO file_info VALUES ('store_id', @id)", { id: crypto.randomUUID() });
  for (const name of readdirSync(folder.root)) {
    const path = join(folder.root, name);
    if (/^archive_\d{4}(_\d+)?\.db\.building(-\w+)?$/.test(name)) rmSync(path, { force: true });
    else if (ARCHIVE_FILE.test(name) && !listed.has(name) && holdsNothingOfItsOwn(live, path, storeId)) rmSync(path);
  }
}

/** True for an archive of this store whose every record is in live as well. */
function holdsNothingOfItsOwn(live: WritableDatabase, path: string, storeId: string | undefined): boolean {
  try {
    const archive = openReadable(path);
    try {
      const id = archive.get<{ value: string }>("SELECT value FROM file_info WHERE key = 'store_id'")?.value;
      if (id === undefined || id !== storeId) return false;
      for (const [record] of archive.iterate('SELECT id FROM records')) {
        if (!live.get('SELECT 1 FROM records WHERE id = @id', { id: record ?? null })) return false;
      }
      return true;
    } finally {
      archive.close();
    }
  } catch {
    return false; // not an archive of ours, and so not ours to remove
  }
}

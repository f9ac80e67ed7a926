/**
 * The live file as it is at one moment, beside whoever writes it.
 * 1. The log is folded into the file as far as it goes, by a connection of our own. Where all of it is folded and nobody has
 *    committed since (`data_version`), a read transaction that begins now reads the file alone.
 * 2. As long as that transaction lasts SQLite folds nothing more into the file: writers go on, into the log. So the bytes of
 *    the file are the moment, and can be read as bytes. That the file did not change is seen to at the end.
 * 3. Where another program reads an older moment all the while, the log cannot be folded; then SQLite copies its moment into a
 *    file of ours first, which costs a whole copy and always works.
 * To be used only in a process that has the store open nowhere else: closing a file lets go of all locks that the process
 * holds on it, those of SQLite too.
 */
import { closeSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { AppError, isAppError } from '../../shared/lib/app-error.ts';
import {
  openReadable,
  openWritable,
  type ReadableDatabase,
  type WritableDatabase,
} from '../engine/sqlite/connection.ts';

const TRIES = 40;
const BETWEEN_TRIES_MS = 50;

export interface FrozenLive {
  /** Reads the same moment. */
  database: ReadableDatabase;
  pages: number;
  pageSize: number;
  /** Fills a buffer with pages, from one on. */
  read(firstPage: number, into: Buffer): void;
  /** True where the moment had to be copied, as another program would not let go of an older one. */
  copied: boolean;
}

/** Runs `work` on the live file as it is now. `scratch` is the path of a copy, should one be needed. */
export async function withFrozenLive<Result>(
  live: string,
  scratch: string,
  work: (frozen: FrozenLive) => Result,
  tries: number = TRIES,
): Promise<Result> {
  removeCopy(scratch); // of one that was killed
  const database = openWritable(live);
  let descriptor: number | null = null;
  try {
    const isFrozen = await freeze(database, tries);
    if (!isFrozen) return await withCopy(database, scratch, work);
    descriptor = openSync(live, 'r');
    const before = statSync(live, { bigint: true }).mtimeNs;
    const result = work(frozenFile(database, descriptor, false));
    if (statSync(live, { bigint: true }).mtimeNs !== before) {
      throw new AppError('STORE_IN_USE', `Another program wrote into ${live} while it was read. Try again.`);
    }
    return result;
  } finally {
    database.close(); // before the descriptor, whose closing lets go of the locks
    if (descriptor !== null) closeSync(descriptor);
  }
}

async function freeze(database: WritableDatabase, tries: number): Promise<boolean> {
  const version = () => database.rows('PRAGMA data_version')[0]?.[0];
  for (let left = tries; left > 0; left--) {
    const before = version();
    if (foldLog(database)) {
      beginReading(database);
      if (version() === before) return true;
      database.exec('COMMIT');
    }
    await pause(BETWEEN_TRIES_MS);
  }
  beginReading(database);
  return false;
}

/** Folds the log into the file as far as it goes; true when that is all of it. */
function foldLog(database: WritableDatabase): boolean {
  try {
    const [, inLog, folded] = database.rows('PRAGMA wal_checkpoint(PASSIVE)')[0] ?? [];
    return inLog === folded;
  } catch (error) {
    if (isAppError(error) && error.code === 'DISK_FULL') return false; // the store's disk; what is in it can still be copied
    throw error;
  }
}

/** BEGIN alone reads nothing yet; the moment is that of the first statement. */
function beginReading(database: WritableDatabase): void {
  database.exec('BEGIN; SELECT COUNT(*) FROM sqlite_schema');
}

async function withCopy<Result>(
  database: WritableDatabase,
  scratch: string,
  work: (frozen: FrozenLive) => Result,
): Promise<Result> {
  try {
    await database.copyTo(scratch);
    const copy = openReadable(scratch);
    const descriptor = openSync(scratch, 'r');
    try {
      return work(frozenFile(copy, descriptor, true));
    } finally {
      copy.close();
      closeSync(descriptor);
    }
  } finally {
    removeCopy(scratch);
  }
}

function removeCopy(scratch: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(scratch + suffix, { force: true });
}

function frozenFile(database: ReadableDatabase, descriptor: number, copied: boolean): FrozenLive {
  const pragma = (name: 'page_count' | 'page_size') => Number(database.rows(`PRAGMA ${name}`)[0]?.[0]);
  const pageSize = pragma('page_size');
  return {
    database,
    pages: pragma('page_count'),
    pageSize,
    copied,
    read(firstPage, into) {
      if (readSync(descriptor, into, 0, into.length, firstPage * pageSize) !== into.length) {
        throw new AppError(
          'DAMAGED',
          `${database.path} is shorter than it says. Nothing was changed; check its integrity.`,
        );
      }
    },
  };
}

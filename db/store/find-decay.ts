/** Compares the files of a store with what they were when this program let go of them, behind whatever else is done. */
import { createHash } from 'node:crypto';
import { existsSync, fstatSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { ReadableDatabase } from '../engine/sqlite/connection.ts';
import { countDecayed } from './block-sums.ts';
import { changedAtMs } from './changed-at.ts';
import { partitionFile, type StoreFolder } from './folder.ts';
import type { LeftLive } from './open-store.ts';
import { readSeal } from './seals.ts';

const BYTES_A_READ = 1 << 20;
/** Of the time of a disk, three quarters are left to whoever waits for an answer. */
const REST_FOR_WORK = 3;

/**
 * How many blocks of live are not as they were left; null where that cannot be told any more, as the program wrote into the file
 * before. While the transaction lasts, SQLite folds nothing into the file: its bytes are those that were found.
 */
export function decayOfLive(
  live: ReadableDatabase,
  { descriptor, sums }: LeftLive,
  onBlock: () => void,
): number | null {
  return live.snapshot(() => {
    live.rows('SELECT count(*) FROM sqlite_schema'); // a transaction that has read nothing holds nothing back
    const isAsLeft = () => changedAtMs(fstatSync(descriptor)) === sums.changedAtMs;
    if (!isAsLeft()) return null;
    const decayed = countDecayed(descriptor, sums, onBlock);
    return decayed === 0 || isAsLeft() ? decayed : null;
  });
}

/** The seal that the bytes of an archive do not fit; null where they do, or it has no seal at the moment. */
export async function brokenSeal(
  live: ReadableDatabase,
  folder: StoreFolder,
  name: string,
  checkCancelled: () => void,
): Promise<string | null> {
  const seal = readSeal(live, name);
  if (seal === null) return null;
  const file = partitionFile(folder, name);
  if (!existsSync(file)) return null; // one that is gone is set aside by who reads it, and the others are still to be looked at
  const sha256 = await hashBesideOthers(file, checkCancelled);
  return sha256 === seal.sha256 ? null : seal.sha256;
}

async function hashBesideOthers(path: string, checkCancelled: () => void): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(BYTES_A_READ);
    for (;;) {
      checkCancelled();
      const startedAt = performance.now();
      const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(buffer.subarray(0, bytesRead));
      await pause(REST_FOR_WORK * (performance.now() - startedAt));
    }
  } finally {
    await file.close();
  }
}

import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';

const GIGABYTE = 1024 ** 3;
/** A disk in memory, which Linux has. */
const MEMORY_DISK = '/dev/shm';
/** Far more than all stores that stand at the same time, and than what tests take of memory besides. */
const ROOM_BYTES = 4 * GIGABYTE;
const MEMORY_BYTES = 8 * GIGABYTE;

/**
 * Runs something with a folder for temporary files that no write waits for, removed afterwards: tests write a store each, and
 * would wait for the disk half of their time. Where memory is short, or there is no disk in it, with that of the system.
 */
export async function withFastFolder<Result>(
  run: (env: Record<string, string>) => Promise<Result>,
  place: string = MEMORY_DISK,
): Promise<Result> {
  if (!hasRoom(place)) return run({});
  const folder = mkdtempSync(join(place, 'throughline-'));
  try {
    return await run({ TMPDIR: folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function hasRoom(place: string): boolean {
  if (process.platform !== 'linux' || freemem() < MEMORY_BYTES) return false;
  try {
    const { bavail, bsize } = statfsSync(place);
    return bavail * bsize >= ROOM_BYTES;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

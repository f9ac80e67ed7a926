/**
 * Gives the free pages of live back to the disk after a job that removed records, without VACUUM: SQLite moves pages from the end of
 * the file into the free ones, a few at a time, each time in a transaction of its own, and cuts the file. Whoever reads goes on
 * meanwhile, and a kill loses nothing. It leaves half-empty pages as they are; those are for VACUUM.
 */
import type { WritableDatabase } from '../engine/sqlite/connection.ts';

/** Free pages that are worth more to the next import than to the disk: 4 MB. */
const PAGES_KEPT = 1_000;
/** About a hundredth of a second of writing. */
const PAGES_A_STEP = 500;

/**
 * Gives back what is free beyond some megabytes; tells how many pages that was. A file made before this was, which VACUUM turns
 * into one that can, gives none. The job before it is done: what fails here is tried again after the next one.
 */
export function giveBackFree(live: WritableDatabase, pagesKept = PAGES_KEPT): number {
  const free = () => Number(live.rows('PRAGMA freelist_count')[0]?.[0]);
  const before = free();
  try {
    for (let left = before; left > pagesKept; ) {
      live.exec(`PRAGMA incremental_vacuum(${Math.min(PAGES_A_STEP, left - pagesKept)})`);
      const now = free();
      if (now === left) break;
      left = now;
    }
    // The file is cut when the log is folded into it; who reads an older moment is not waited for.
    if (free() < before) live.exec('PRAGMA wal_checkpoint(PASSIVE)');
  } catch {
    // A full disk, or another program's lock. The pages stay free, and are told as such.
  }
  return before - free();
}

/**
 * Keeps the write-ahead log bounded as far as that is possible.
 * 1. SQLite folds it into the file by itself, as far as the oldest moment that anybody still reads, and begins it anew once all of it is folded
 *    and nobody reads. The file stays as large as it ever was.
 * 2. So it is cut when it is large and nothing is written: at once, or not at all. Who reads is not waited for, as whoever
 *    writes next would wait, too.
 * 3. As long as somebody reads an older moment it cannot be cut. That is told, and tried again the next time.
 */
import { statSync } from 'node:fs';
import type { WritableDatabase } from '../engine/sqlite/connection.ts';

export interface LogState {
  bytes: number;
  /** Somebody reads an older moment, so that it cannot be cut. */
  isHeld: boolean;
}

/** As large as it becomes by itself between two times that it is folded: 4,000 pages. */
const SMALL_BYTES = 17_000_000;

/** Cuts the log of the live file where it is large and nobody reads what is in it. */
export function foldLog(live: WritableDatabase, smallBytes: number = SMALL_BYTES): LogState {
  const bytes = () => statSync(`${live.path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  if (bytes() <= smallBytes) return { bytes: bytes(), isHeld: false };
  const [[patienceMs = 0] = []] = live.rows('PRAGMA busy_timeout');
  live.exec('PRAGMA busy_timeout = 0');
  try {
    const [[busy] = []] = live.rows('PRAGMA wal_checkpoint(TRUNCATE)');
    return { bytes: bytes(), isHeld: busy === 1 };
  } finally {
    live.exec(`PRAGMA busy_timeout = ${Number(patienceMs)}`);
  }
}

/**
 * What is known of files that came into a watched folder. A row is written before its file is touched, and says at any moment
 * what is left to do with it; that it was imported is written in the transaction of the import, so that no file is imported twice.
 */
import type { WatchedFile } from '../../shared/contract/watched.ts';
import type { ReadableDatabase, WritableDatabase } from '../engine/sqlite/connection.ts';

/** A file with what is needed to go on with it. */
export interface WatchedRow extends WatchedFile {
  /** Where it is being moved; null while it is not. */
  goesTo: string | null;
  /** As it was when it was taken: one that was written to since was not all there. */
  bytes: number;
  modifiedMs: number;
}

const columns = `claim, folder, file, state, message, batch_id AS batchId, settled_at AS settledAt, lies_at AS liesAt,
  goes_to AS goesTo, bytes, modified_ms AS modifiedMs`;

/** The newest files, newest first. */
export function readWatched(live: ReadableDatabase, limit: number): WatchedRow[] {
  return live.all(`SELECT ${columns} FROM watched_files ORDER BY claim DESC LIMIT @limit`, { limit });
}

/** The newest files that failed and nobody has seen to since. */
export function readFailed(live: ReadableDatabase, limit: number): WatchedRow[] {
  return live.all(`SELECT ${columns} FROM watched_files WHERE state = 'failed' ORDER BY claim DESC LIMIT @limit`, {
    limit,
  });
}

/** Files that are not where they belong yet, oldest first. */
export function readUnsettled(live: ReadableDatabase): WatchedRow[] {
  return live.all(`SELECT ${columns} FROM watched_files WHERE settled_at IS NULL ORDER BY claim`);
}

/** A file by its claim; null where there is none. */
export function readWatchedFile(live: ReadableDatabase, claim: string): WatchedRow | null {
  return live.get<WatchedRow>(`SELECT ${columns} FROM watched_files WHERE claim = @claim`, { claim }) ?? null;
}

/** Writes a row as it is now. */
export function saveWatched(live: WritableDatabase, row: WatchedRow): void {
  live.run(
    `INSERT OR REPLACE INTO watched_files (claim, folder, file, state, message, batch_id, settled_at, lies_at, goes_to, bytes, modified_ms)
     VALUES (@claim, @folder, @file, @state, @message, @batchId, @settledAt, @liesAt, @goesTo, @bytes, @modifiedMs)`,
    { ...row },
  );
}

/** Forgets a file that was not taken after all. */
export function forgetWatched(live: WritableDatabase, claim: string): void {
  live.run('DELETE FROM watched_files WHERE claim = @claim', { claim });
}

/** Notes, within the transaction of its import, that a file is imported. */
export function noteImported(live: WritableDatabase, claim: string, batchId: number): void {
  live.run(
    "UPDATE watched_files SET state = 'imported', message = '', batch_id = @batchId, settled_at = NULL WHERE claim = @claim",
    { claim, batchId },
  );
}

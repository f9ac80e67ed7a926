import { chmodSync } from 'node:fs';
import { openWritable, type WritableDatabase } from '../engine/sqlite/connection.ts';

/** Opens a sealed archive for writing for as long as `work` takes, and seals it again: one file, read-only. */
export function unsealed<Result>(file: string, work: (archive: WritableDatabase) => Result): Result {
  chmodSync(file, 0o644);
  try {
    const archive = openWritable(file);
    try {
      return work(archive);
    } finally {
      archive.exec('PRAGMA journal_mode = DELETE');
      archive.close();
    }
  } finally {
    chmodSync(file, 0o444);
  }
}

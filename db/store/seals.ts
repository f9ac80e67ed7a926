/**
 * The seal of an archive: the hash of its bytes, kept in the live file. It finds what no index and no sum covers. An archive
 * that is opened for a change has none meanwhile, so that a kill in between is told from damage. The file's time stands beside
 * the hash: while it is the same, nobody wrote to the file since its bytes were last compared.
 */

import { statSync } from 'node:fs';
import type { ReadableDatabase, WritableDatabase } from '../engine/sqlite/connection.ts';
import { changedAtMs } from './changed-at.ts';
import type { FileHash } from './file-hash.ts';

/** An archive by its name, and where it lies. */
export interface ArchiveFile {
  name: string;
  file: string;
}

/** The seal of an archive by its name; null while it is open, or for a name that is none. */
export function readSeal(live: ReadableDatabase, name: string): FileHash | null {
  return (
    live.get<FileHash>('SELECT sha256, bytes FROM archives WHERE name = @name AND sha256 IS NOT NULL', { name }) ?? null
  );
}

/** Keeps the seal of an archive that is as it should be. */
export function writeSeal(live: WritableDatabase, { name, file }: ArchiveFile, { sha256, bytes }: FileHash): void {
  live.run(
    'UPDATE archives SET sha256 = @sha256, bytes = @bytes, file_time_ms = @time, doubt = NULL WHERE name = @name',
    {
      name,
      sha256,
      bytes,
      time: fileTimeMs(file),
    },
  );
}

/** Takes the seal off for as long as the archive is open for a change. */
export function takeSealOff(live: WritableDatabase, name: string): void {
  live.run('UPDATE archives SET sha256 = NULL, bytes = NULL WHERE name = @name', { name });
}

/** Notes that the bytes of an archive are those that were sealed, as it lies there now. */
export function noteAsSealed(live: WritableDatabase, { name, file }: ArchiveFile): void {
  live.run('UPDATE archives SET file_time_ms = @time, doubt = NULL WHERE name = @name', {
    name,
    time: fileTimeMs(file),
  });
}

/** The time of a file; null where there is none. */
export function fileTimeMs(file: string): number | null {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? changedAtMs(stats) : null;
}

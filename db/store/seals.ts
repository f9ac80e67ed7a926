/**
 * The seal of an archive: the hash of its bytes, kept in the live file. It finds what no index and no sum covers. An archive
 * that is opened for a change has none meanwhile, so that a kill in between is told from damage.
 */
import type { ReadableDatabase, WritableDatabase } from '../engine/sqlite/connection.ts';
import type { FileHash } from './file-hash.ts';

/** The seal of an archive by its name; null while it is open, or for a name that is none. */
export function readSeal(live: ReadableDatabase, name: string): FileHash | null {
  return (
    live.get<FileHash>('SELECT sha256, bytes FROM archives WHERE name = @name AND sha256 IS NOT NULL', { name }) ?? null
  );
}

/** Keeps the seal of an archive, or takes it off while the archive is open. */
export function writeSeal(live: WritableDatabase, name: string, seal: FileHash | null): void {
  live.run('UPDATE archives SET sha256 = @sha256, bytes = @bytes WHERE name = @name', {
    name,
    sha256: seal?.sha256 ?? null,
    bytes: seal?.bytes ?? null,
  });
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sealedPath } from '../backup/backup-folder.ts';
import { findBackups } from '../backup/manifest.ts';
import type { FileHash } from '../store/file-hash.ts';

/** A copy of an archive that may be what is looked for; its hash is compared while it is read. */
export interface ArchiveCopy {
  path: string;
  sha256: string;
  source: 'sealedCopy' | 'olderCopy';
}

/**
 * Copies of an archive in folders of backups, of a standby, or any that hold it by its name: those that are said to be the
 * sealed file first, then older ones of the same store, the newest first. A folder that cannot be looked at has none.
 */
export function findCopies(
  { name, seal, storeId }: { name: string; seal: FileHash | null; storeId: string | undefined },
  folders: readonly string[],
): ArchiveCopy[] {
  const sealed = folders.flatMap((folder): ArchiveCopy[] => {
    if (seal === null) return [];
    const paths = [sealedPath(folder, { name, sha256: seal.sha256 }), join(folder, `${name}.db`)];
    return paths
      .filter((path) => existsSync(path))
      .map((path) => ({ path, sha256: seal.sha256, source: 'sealedCopy' }));
  });
  return [...sealed, ...folders.flatMap((folder) => olderCopies({ name, seal, storeId }, folder))];
}

function olderCopies(
  { name, seal, storeId }: { name: string; seal: FileHash | null; storeId: string | undefined },
  folder: string,
): ArchiveCopy[] {
  const hashes = backupsIn(folder)
    .filter((backup) => backup.storeId === storeId)
    .flatMap(({ archives }) => archives.filter((archive) => archive.name === name).map(({ sha256 }) => sha256));
  return [...new Set(hashes.reverse())]
    .filter((sha256) => sha256 !== seal?.sha256)
    .map((sha256) => ({ path: sealedPath(folder, { name, sha256 }), sha256, source: 'olderCopy' as const }))
    .filter(({ path }) => existsSync(path));
}

function backupsIn(folder: string) {
  try {
    return findBackups(folder).backups;
  } catch {
    return []; // such as a disk that is not there: what else there is will do, and the person is told where it came from
  }
}

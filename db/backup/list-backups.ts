import { bytesIn, findBackups, recordsIn } from './manifest.ts';

export interface ListedBackup {
  number: number;
  madeAt: string;
  records: number;
  /** Of the store as it would be restored. */
  bytes: number;
  /** What this backup added to the folder. */
  bytesWritten: number;
}

export interface ListedFolder {
  /** Newest first. */
  backups: ListedBackup[];
  /** Manifests that cannot be read, by file name. */
  damaged: string[];
  /** Why the folder cannot be looked at, as when its disk is not there; null when it can. */
  trouble: string | null;
}

/** The backups of a folder. */
export function listBackups(folder: string): ListedFolder {
  try {
    return { ...list(folder), trouble: null };
  } catch (error) {
    return { backups: [], damaged: [], trouble: error instanceof Error ? error.message : String(error) };
  }
}

function list(folder: string): Omit<ListedFolder, 'trouble'> {
  const { backups, damaged } = findBackups(folder);
  const listed = backups.map((manifest) => ({
    number: manifest.number,
    madeAt: manifest.madeAt,
    records: recordsIn(manifest),
    bytes: bytesIn(manifest),
    bytesWritten: manifest.bytesWritten,
  }));
  return { backups: listed.reverse(), damaged };
}

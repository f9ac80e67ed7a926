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

/** The backups of a folder, newest first, and the manifests that cannot be read. */
export function listBackups(folder: string): { backups: ListedBackup[]; damaged: string[] } {
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

import { startBeside } from '../../db/backup/beside.ts';
import type { ListedFolder } from '../../db/backup/list-backups.ts';
import type { BackupTaskOutput } from '../../db/backup/tasks.ts';
import type { Progress } from '../../db/engine/threads/tasks.ts';

/** Work on backups for which no store has to be open; `onProgress` is told how far it is. */
export interface ApartWork<Result> {
  result: Promise<Result>;
  /** Asks it to stop at its next step; nothing of it is kept. */
  cancel(): void;
}

export type OnProgress = (progress: Progress) => void;

/** Reads every backup of a folder and compares it with its hashes. */
export function verifyBackups(folder: string, onProgress: OnProgress): ApartWork<BackupTaskOutput<'verify'>> {
  return startBeside('verify', { folder }, onProgress);
}

export function listBackups(folder: string): Promise<ListedFolder> {
  return startBeside('list', { folder }).result;
}

/** Restores a backup into a store that nobody has open. Throws STORE_IN_USE, NOT_FOUND, DAMAGED or DISK_FULL in words. */
export function restoreStore(
  { store, folder, at }: { store: string; folder: string; at?: string | undefined },
  onProgress: OnProgress,
): ApartWork<BackupTaskOutput<'restoreStore'>> {
  return startBeside('restoreStore', { store, folder, at, now: new Date().toISOString() }, onProgress);
}

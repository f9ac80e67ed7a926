import { accessSync, constants, statfsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { AppError } from '../../shared/lib/app-error.ts';

/** Room to ask for before a job that writes a file again: SQLite may need the file and a log of the same size. */
const TIMES_THE_SIZE = 2;

/** Throws DISK_FULL, with the figures, when the disk cannot hold the bytes a job writes; twice of what it writes again. */
export function requireFreeSpace(folder: string, bytes: number, what: string, times: number = TIMES_THE_SIZE): void {
  requireRoom({ folder, neededBytes: bytes * times, freeBytes: freeBytes(folder) }, what);
}

/** Throws DISK_FULL, with the figures, where there is less than what is needed. */
export function requireRoom({ folder, neededBytes, freeBytes: free }: Room, what: string): void {
  if (free >= neededBytes) return;
  throw new AppError(
    'DISK_FULL',
    `${what} needs ${megabytes(neededBytes)} free and the disk has ${megabytes(free)} (${folder}). Nothing was changed; free some space and try again.`,
  );
}

/** Bytes that the disk of a folder has free. */
export function freeBytes(folder: string): number {
  const disk = statfsSync(folder);
  return disk.bavail * disk.bsize;
}

/** What a job needs free on the disk of a folder, and what is free there. */
export interface Room {
  folder: string;
  neededBytes: number;
  freeBytes: number;
}

/**
 * What writing the live file anew needs: SQLite writes it into its folder for temporary files first, and then into the log beside the
 * store. On one disk that is twice the size, the tightest first where there are two.
 */
export function roomToWriteAnew(root: string, bytes: number): Room[] {
  const temporary = temporaryFolder();
  const isOneDisk = statSync(root).dev === statSync(temporary).dev;
  const rooms = isOneDisk
    ? [{ folder: root, times: TIMES_THE_SIZE }]
    : [root, temporary].map((folder) => ({ folder, times: 1 }));
  return rooms
    .map(({ folder, times }) => ({ folder, neededBytes: bytes * times, freeBytes: freeBytes(folder) }))
    .sort((a, b) => a.freeBytes - a.neededBytes - (b.freeBytes - b.neededBytes));
}

/** Where SQLite puts its temporary files: the first of the folders that it looks at which it may write to. */
export function temporaryFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (process.platform === 'win32') return tmpdir();
  const { SQLITE_TMPDIR, TMPDIR } = environment;
  const looked = [SQLITE_TMPDIR, TMPDIR, '/var/tmp', '/usr/tmp', '/tmp'];
  return looked.find((folder) => folder !== undefined && isWritable(folder)) ?? '.';
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false; // SQLite looks at the next one, too
  }
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

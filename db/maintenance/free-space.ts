import { statfsSync } from 'node:fs';
import { AppError } from '../../shared/lib/app-error.ts';

/** Room to ask for before a job that writes a file again: SQLite may need the file and a log of the same size. */
const TIMES_THE_SIZE = 2;

/** Throws DISK_FULL, with the figures, when the disk cannot hold the bytes a job writes; twice of what it writes again. */
export function requireFreeSpace(folder: string, bytes: number, what: string, times: number = TIMES_THE_SIZE): void {
  const free = freeBytes(folder);
  const needed = bytes * times;
  if (free < needed) {
    throw new AppError(
      'DISK_FULL',
      `${what} needs ${megabytes(needed)} free and the disk has ${megabytes(free)}. Nothing was changed; free some space and try again.`,
    );
  }
}

/** Bytes that the disk of a folder has free. */
export function freeBytes(folder: string): number {
  const disk = statfsSync(folder);
  return disk.bavail * disk.bsize;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

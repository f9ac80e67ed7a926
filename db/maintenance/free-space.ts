import { statfsSync } from 'node:fs';
import { AppError } from '../../shared/lib/app-error.ts';

/** Room to ask for before a job that writes a file again: SQLite may need the file and a log of the same size. */
const TIMES_THE_SIZE = 2;

/** Throws DISK_FULL, with the figures, when the disk cannot hold twice the bytes a job rewrites. */
export function requireFreeSpace(folder: string, bytes: number, what: string): void {
  const disk = statfsSync(folder);
  const free = disk.bavail * disk.bsize;
  const needed = bytes * TIMES_THE_SIZE;
  if (free < needed) {
    throw new AppError(
      'DISK_FULL',
      `${what} needs ${megabytes(needed)} free and the disk has ${megabytes(free)}. Nothing was changed; free some space and try again.`,
    );
  }
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

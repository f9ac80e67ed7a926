import { basename } from 'node:path';
import { AppError } from '../../shared/lib/app-error.ts';

/** A file of a backup that is not as it was written. */
export function damagedFile(path: string, cause?: unknown): AppError {
  return new AppError('DAMAGED', `${basename(path)} is damaged or not there.`, cause);
}

const UNREADABLE = new Set<unknown>(['ENOENT', 'EIO', 'EISDIR']);

/** Runs `work`, which reads a file of a backup; throws DAMAGED where it is not there or cannot be read. */
export function readingBackup<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof Error && 'code' in error && UNREADABLE.has(error.code) ? damagedFile(path, error) : error;
  }
}

import { AppError } from '../../shared/lib/app-error.ts';
import { freeBytes, megabytes } from '../maintenance/free-space.ts';

/** Runs `work`; a disk that is full on the way is told with what it has free and what became of the work. */
export async function tellingFullDisk<Result>(
  folder: string,
  kept: string,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!isFull(error)) throw error;
    throw new AppError(
      'DISK_FULL',
      `The disk that holds ${folder} is full: ${megabytes(freeBytes(folder))} are free, and more were needed. ${kept} Free some space and try again.`,
      error,
    );
  }
}

const FULL = new Set<unknown>(['ENOSPC', 'EDQUOT', 'SQLITE_FULL']);

/** Also where a sentence was made of it already, which has no figures. */
function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && FULL.has(error.code)) || isFull(error.cause);
}

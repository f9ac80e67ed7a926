import { AppError, isAppError } from '../../shared/lib/app-error.ts';
import { freeBytes, megabytes } from '../maintenance/free-space.ts';
import { isFull } from '../store/disk-error.ts';

/**
 * Runs `work`, which writes into `folder`; what a disk refuses on the way is told in words: with what is free where it is
 * full, and in any case with what became of the work (`kept`).
 */
export async function tellingDiskTrouble<Result>(
  folder: string,
  kept: string,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (isFull(error)) {
      throw new AppError(
        'DISK_FULL',
        `The disk that holds ${folder} is full: ${megabytes(freeBytes(folder))} are free, and more were needed. ${kept} Free some space and try again.`,
        error,
      );
    }
    if (!isRefusal(error)) throw error;
    throw new AppError(
      'STORE_UNUSABLE',
      `A file could not be read or written (${error.message}). ${kept} Check that the disk is there and that you may write to it.`,
      error,
    );
  }
}

/** What the system says of a file: no permission, a share that went away, a disk that cannot be read. */
function isRefusal(error: unknown): error is Error {
  return error instanceof Error && !isAppError(error) && 'syscall' in error;
}

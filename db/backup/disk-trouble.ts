import { AppError, type ErrorCode, isAppError } from '../../shared/lib/app-error.ts';
import { freeBytes, megabytes } from '../maintenance/free-space.ts';
import { explainDiskError, isFull } from '../store/disk-error.ts';

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

/** What a disk refused while something whole was put into its place, told with what becomes of it; other errors pass through. */
export function toldThatItWaits(error: unknown): unknown {
  const told = explainDiskError(error);
  if (!isAppError(told) || !TROUBLES.has(told.code)) return error;
  const waits = 'What was made is whole, and takes its place the next time the store is opened.';
  return new AppError(told.code, `${told.message} ${waits}`, error);
}

const TROUBLES = new Set<ErrorCode>(['DISK_FULL', 'STORE_UNUSABLE', 'DAMAGED', 'NOT_FOUND']);

/** What the system says of a file: no permission, a share that went away, a disk that cannot be read. */
function isRefusal(error: unknown): error is Error {
  return error instanceof Error && !isAppError(error) && 'syscall' in error;
}

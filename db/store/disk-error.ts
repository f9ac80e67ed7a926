import { AppError } from '../../shared/lib/app-error.ts';

/** Turns what a disk refused, for want of space or of permission, into a sentence; other errors pass through. */
export function explainDiskError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return unwritable(error);
  if (code === 'EIO' || isUnnamed(error)) return failed(error);
  if (!isFull(error)) return error;
  const where = 'path' in error ? ` that holds ${error.path}` : ' of the store';
  return new AppError(
    'DISK_FULL',
    `The disk${where} is full. What was stored before is unchanged, and nothing half-written was kept; free some space and try again.`,
    error,
  );
}

/** Whether a disk, or somebody's share of it, is full. */
export function isFull(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}

function unwritable(error: unknown): AppError {
  const detail = error instanceof Error ? error.message : String(error);
  return new AppError(
    'STORE_UNUSABLE',
    `The store cannot be written (${detail}). What was stored is unchanged; check the permissions of its folder.`,
    error,
  );
}

/** What Node says of a file that could not be removed for a reason that it has no name for. */
function isUnnamed(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && 'code' in error && error.code === '';
}

function failed(error: unknown): AppError {
  const detail = error instanceof Error ? error.message.replace(/^, /, '') : String(error);
  return new AppError(
    'STORE_UNUSABLE',
    `The disk did not read or write as asked (${detail}). What was stored before is kept; check the disk and the room on it, then try again.`,
    error,
  );
}

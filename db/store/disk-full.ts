import { AppError } from '../../shared/lib/app-error.ts';

/** Turns 'no space left' of the system into a sentence; other errors pass through. */
export function explainDiskFull(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return error;
  const where = error instanceof Error && 'path' in error ? ` that holds ${error.path}` : ' of the store';
  return new AppError(
    'DISK_FULL',
    `The disk${where} is full. What was stored before is unchanged, and nothing half-written was kept; free some space and try again.`,
    error,
  );
}

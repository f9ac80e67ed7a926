import { join } from 'node:path';
import { AppError } from '../../shared/lib/app-error.ts';
import { holdLock } from '../engine/sqlite/connection.ts';

/**
 * Runs `work` while nothing else makes, rebuilds or removes backups of a store. The lock lies with the store, as locks cannot
 * be relied on where backups may lie. Throws STORE_IN_USE.
 */
export async function withBackupLock<Result>(root: string, work: () => Result | Promise<Result>): Promise<Result> {
  const lock = holdLock(join(root, 'backup.lock'));
  if (!lock) {
    throw new AppError(
      'STORE_IN_USE',
      `A backup of the store in ${root} is being made, restored or tried. Nothing was changed; try again when that has ended.`,
    );
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

import { copyFile, rename, rm } from 'node:fs/promises';
import { AppError } from '../../shared/lib/app-error.ts';

/** Moves a finished file to its place in one step, so that what was there is replaced whole or not at all. */
export async function placeFile(source: string, target: string): Promise<void> {
  const beside = `${target}.${process.pid}.part`;
  try {
    await copyFile(source, beside);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {}); // the folder itself may be none
    const detail = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new AppError(
      'FILE_UNREADABLE',
      `'${target}' cannot be written (${detail}). Choose another place with --out.`,
      error,
    );
  } finally {
    await rm(source, { force: true }); // a store that is only read beside its owner is not tidied at its opening
  }
}

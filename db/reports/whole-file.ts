/**
 * Files that lie under their name only when they are whole. One is written beside its place, under a name that tells which process
 * writes it: what a process that was killed has left is taken away by the next that writes there.
 */
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../shared/lib/app-error.ts';
import { explainDiskError } from '../store/disk-error.ts';

const WRITER = /^\.(\d+)-\d+\.part/;
const underWay = new Set<string>();
let begun = 0;

/**
 * Writes a file through `write`, which is told where, and gives it its name by `place`; what was at `path` is replaced whole or not at all,
 * and nothing is left of what failed. Gives what `write` gave with the size. Throws the disk's refusal in words.
 */
export async function writeWholeFile<Written extends object>(
  path: string,
  write: (beside: string) => Promise<Written>,
  place: (finished: string) => unknown = (finished) => rename(finished, path),
): Promise<Written & { bytes: number }> {
  const beside = `${path}.${process.pid}-${++begun}.part`;
  underWay.add(beside);
  try {
    await removeLeftBehind(path);
    const written = await write(beside);
    const { size } = await stat(beside);
    await place(beside);
    return { ...written, bytes: size };
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {}); // a disk that is gone keeps nothing; what it failed with is thrown
    throw inWords(error, dirname(path));
  } finally {
    underWay.delete(beside);
  }
}

/** Takes away what processes that are no more had begun to write beside a place. */
async function removeLeftBehind(path: string): Promise<void> {
  const [folder, name] = [dirname(path), basename(path)];
  for (const other of await readdir(folder)) {
    if (!other.startsWith(name)) continue;
    const [part, writer] = WRITER.exec(other.slice(name.length)) ?? [];
    if (part !== undefined && !isUnderWay(join(folder, name + part), Number(writer)))
      await rm(join(folder, other), { force: true });
  }
}

function isUnderWay(beside: string, writer: number): boolean {
  if (writer === process.pid) return underWay.has(beside); // else an earlier process had the same number
  try {
    return process.kill(writer, 0); // asks only
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'; // it is there, and somebody else's
  }
}

function inWords(error: unknown, folder: string): unknown {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) return explainDiskError(error);
  return new AppError('FILE_UNREADABLE', `${folder} is not there. Nothing was written; choose another folder.`, error);
}

/**
 * Moves files within a watched folder. A file is taken by renaming it, which one of several programs succeeds in, and moved on
 * by a second name before the first is taken away, so that none is ever written over; on drives without a second name an
 * empty file keeps the place.
 */
import { type Dirent, existsSync, type Stats } from 'node:fs';
import { link, mkdir, open, readdir, rename, rm, rmdir, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Listed } from './arrivals.ts';
import { isWanted, nthName, WORKING } from './names.ts';

/** What drives answer that know no second name for a file. */
const NO_SECOND_NAME = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL']);

/** The files of a folder that are to be imported; links and folders are none. */
export async function listFolder(folder: string, pattern: string): Promise<Listed[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const wanted = entries.filter((entry: Dirent) => entry.isFile() && isWanted(entry.name, pattern));
  const listed = await Promise.all(wanted.map(({ name }) => listFile(folder, name)));
  return listed.filter((file) => file !== null);
}

async function listFile(folder: string, name: string): Promise<Listed | null> {
  const found = await statOrNull(join(folder, name));
  return found && { name, ...factsOf(found) };
}

/** Size and time of a file by which it is told whether it was written to. */
export function factsOf({ size, mtimeMs }: Pick<Stats, 'size' | 'mtimeMs'>): { bytes: number; modifiedMs: number } {
  return { bytes: size, modifiedMs: Math.floor(mtimeMs) };
}

/** What is known of a file; null where there is none. Throws where that cannot be told, as the folder itself is gone. */
export async function statOrNull(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    throw error;
  }
}

/** Where a file is worked on, within its folder. */
export function workingPlace(claim: string, file: string): string {
  return `${WORKING}/${claim}/${file}`;
}

/** Takes a file for this program alone; false where another was quicker, or it is gone. */
export async function takeFile(folder: string, file: string, place: string): Promise<boolean> {
  const target = join(folder, place);
  await makeWithin(folder, dirname(place));
  try {
    await rename(join(folder, file), target);
    return true;
  } catch (error) {
    await tidyWorking(folder, place);
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Makes folders within one that is there: where that is gone, as a drive is, it must not be made anew elsewhere. */
async function makeWithin(folder: string, way: string): Promise<void> {
  let path = folder;
  for (const part of way.split('/').filter((each) => each !== '')) {
    path = join(path, part);
    await mkdir(path).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
  }
}

/** The first of the names for a file in a subfolder that nothing has yet, within the folder. */
export async function freePlace(folder: string, subfolder: string, file: string): Promise<string> {
  await makeWithin(folder, subfolder);
  for (let nth = 1; ; nth++) {
    const place = subfolder === '' ? nthName(file, nth) : `${subfolder}/${nthName(file, nth)}`;
    if (!existsSync(join(folder, place))) return place;
  }
}

/**
 * Moves a file to a place that was free: 'taken' where something came to lie there meanwhile, 'gone' where the file is no longer
 * there. A move that was cut short is ended.
 */
export async function moveFile(folder: string, from: string, to: string): Promise<'moved' | 'taken' | 'gone'> {
  const [source, target] = [join(folder, from), join(folder, to)];
  const [here, there] = [await statOrNull(source), await statOrNull(target)];
  if (here === null) return there === null ? 'gone' : 'moved';
  if (there !== null && !(await isOneFile(source, target))) return 'taken';
  const made = there === null ? await secondName(source, target) : 'linked';
  if (made === 'linked') await unlink(source);
  return made === 'taken' ? 'taken' : 'moved';
}

/** Whether two names are of one file; the number of a file is too long for a plain number on Windows. */
async function isOneFile(source: string, target: string): Promise<boolean> {
  const [here, there] = await Promise.all([stat(source, { bigint: true }), stat(target, { bigint: true })]);
  return here.ino === there.ino && here.dev === there.dev;
}

async function secondName(source: string, target: string): Promise<'linked' | 'renamed' | 'taken'> {
  try {
    await link(source, target);
    return 'linked';
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return 'taken';
    if (!NO_SECOND_NAME.has(codeOf(error))) throw error;
  }
  try {
    await (await open(target, 'wx')).close();
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return 'taken';
    throw error;
  }
  await rename(source, target);
  return 'renamed';
}

/** Removes the folders in which a file was worked on, where they are empty. */
export async function tidyWorking(folder: string, place: string): Promise<void> {
  if (!place.startsWith(`${WORKING}/`)) return;
  const own = dirname(join(folder, place));
  for (const empty of [own, dirname(own)]) {
    const isRemoved = await rmdir(empty).then(
      () => true,
      () => false, // others work there, or it is gone
    );
    if (!isRemoved) return;
  }
}

/** Removes what a move left that was cut short on a drive without second names: an empty file that kept the place. */
export async function dropKeptPlace(folder: string, place: string): Promise<void> {
  const found = await statOrNull(join(folder, place));
  if (found?.isFile() && found.size === 0) await rm(join(folder, place));
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

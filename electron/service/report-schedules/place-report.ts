import { accessSync, closeSync, constants, linkSync, openSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { renameFile } from '../../../db/store/rename-file.ts';

/** So many of one name have no other reason than a mistake. */
const MOST_OF_ONE_NAME = 1_000;

/** Gives a finished file its name in the same folder, with a number where it is taken: what is there is never written over. */
export function placeReport(finished: string, folder: string, name: string, extension: string): string {
  for (let number = 1; number <= MOST_OF_ONE_NAME; number++) {
    const path = join(folder, `${name}${number === 1 ? '' : ` (${number})`}.${extension}`);
    if (takeName(finished, path)) return path;
  }
  throw new Error(`There are ${MOST_OF_ONE_NAME} files named ${name} in ${folder}.`);
}

/** False where the name is taken. */
function takeName(finished: string, path: string): boolean {
  try {
    linkSync(finished, path); // fails where there is a file, which a rename would replace
    rmSync(finished);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
  }
  // A disk that knows no links, as a USB stick: the name is taken by an empty file first.
  try {
    closeSync(openSync(path, 'wx'));
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  renameFile(finished, path);
  return true;
}

/** Why nothing can be written into a folder at the moment, in words; null where it can. */
export function folderTrouble(folder: string): string | null {
  try {
    if (!statSync(folder).isDirectory()) return `${folder} is a file and not a folder.`;
    accessSync(folder, constants.W_OK);
    return null;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return `${folder} is not there.`;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      return `${folder} may not be written by this program.`;
    return `${folder} cannot be reached (${error instanceof Error ? error.message : String(error)}).`;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

import { readFile } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../../../db/backup/write-whole.ts';
import { explainDiskError } from '../../../db/store/disk-error.ts';
import { type WatchedFolder, watchedFolderSchema } from '../../../shared/contract/watched.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { ifMissing } from '../if-missing.ts';

const fileSchema = z.strictObject({ folders: z.array(watchedFolderSchema) });

export type FolderChange = { id: string } & {
  [Part in 'pattern' | 'profile' | 'isOn']?: WatchedFolder[Part] | undefined;
};

/**
 * Which folders are watched, in a file of the store's folder that a person can read. It is read each time, as the command line
 * may change it beside an open window.
 */
export class FoldersFile {
  readonly #path: string;
  readonly #root: string;

  constructor(root: string, path: string) {
    this.#root = root;
    this.#path = path;
  }

  /** Throws INVALID_ARGUMENT where the file was spoilt: what is watched is not to be guessed. */
  async read(): Promise<WatchedFolder[]> {
    const text = await readFile(this.#path, 'utf8').catch(ifMissing('{"folders":[]}'));
    try {
      return fileSchema.parse(JSON.parse(text)).folders;
    } catch (error) {
      throw new AppError(
        'INVALID_ARGUMENT',
        `The list of watched folders in ${this.#path} cannot be read, and none is watched. Correct the file, or remove it and add the folders anew.`,
        error,
      );
    }
  }

  /** Throws INVALID_ARGUMENT for what is no folder of its own. */
  async add({ path, ...folder }: Omit<WatchedFolder, 'id'>): Promise<void> {
    const folders = await this.read();
    if (!isAbsolute(path)) throw refused(`'${path}' does not say where the folder is; give its whole path.`);
    const whole = resolve(path);
    const overlapping = [this.#root, ...folders.map((each) => each.path)].find(
      (other) => isWithin(whole, other) || isWithin(other, whole),
    );
    if (overlapping === this.#root) throw refused(`${whole} and the folder of the store lie within each other.`);
    if (overlapping !== undefined)
      throw refused(`${whole} and ${overlapping}, which is watched, lie within each other.`);
    this.#write([...folders, { ...folder, id: crypto.randomUUID(), path: whole }]);
  }

  /** Throws NOT_FOUND. */
  async change({ id, ...changes }: FolderChange): Promise<void> {
    const folders = await this.read();
    const named = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    if (!folders.some((folder) => folder.id === id)) throw missing();
    this.#write(folders.map((folder) => (folder.id === id ? { ...folder, ...named } : folder)));
  }

  /** Its files stay where they are. Throws NOT_FOUND. */
  async remove(id: string): Promise<void> {
    const folders = await this.read();
    if (!folders.some((folder) => folder.id === id)) throw missing();
    this.#write(folders.filter((folder) => folder.id !== id));
  }

  #write(folders: WatchedFolder[]): void {
    try {
      writeWhole(this.#path, `${JSON.stringify({ folders }, null, 2)}\n`);
    } catch (error) {
      throw explainDiskError(error);
    }
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

function refused(why: string): AppError {
  return new AppError('INVALID_ARGUMENT', `${why} Nothing was changed; choose another folder.`);
}

function missing(): AppError {
  return new AppError('NOT_FOUND', 'That folder is no longer watched. Nothing was changed.');
}

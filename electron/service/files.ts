import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { explainDiskError } from '../../db/store/disk-error.ts';
import { shortName } from '../../db/store/short-name.ts';
import { AppError } from '../../shared/lib/app-error.ts';

interface HandedFile {
  path: string;
  name: string;
  /** A copy of ours, removed once it is no longer needed. */
  spooled: boolean;
  watched?: WatchedHold;
}

/** What a file of a watched folder that a person looks at is known by there, and who is told when it is imported. */
export interface WatchedHold {
  claim: string;
  onImported(): void;
}

/** Files a person handed over, known to the window by an id only: it never names a path. */
export class FileRegistry {
  readonly #files = new Map<string, HandedFile>();
  readonly #inbox: string;

  constructor(inbox: string) {
    this.#inbox = inbox;
  }

  /** Hands over a file where it lies, perhaps in a watched folder. */
  register(path: string, watched?: WatchedHold): string {
    return this.#add({ path, name: basename(path), spooled: false, ...(watched && { watched }) });
  }

  /** Takes in an upload; it is kept in the store's inbox until it was imported. */
  async receive(fileName: string, content: Readable): Promise<string> {
    const name = basename(fileName.replaceAll('\\', '/')) || 'file';
    const folder = join(this.#inbox, crypto.randomUUID());
    const path = join(folder, shortName(name)); // its own name, as messages about the file name it
    try {
      await mkdir(folder);
      await pipeline(content, createWriteStream(path, { flags: 'wx' }));
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      const explained = explainDiskError(error);
      if (explained instanceof AppError) throw explained;
      throw new AppError(
        'FILE_UNREADABLE',
        `${name} did not arrive whole. Nothing of it was kept; drop it again.`,
        error,
      );
    }
    return this.#add({ path, name, spooled: true });
  }

  /** Throws NOT_FOUND for an id that was never given, or whose file was imported. */
  get(fileId: string): HandedFile {
    const file = this.#files.get(fileId);
    if (!file) throw new AppError('NOT_FOUND', 'That file is no longer at hand; choose it again.');
    return file;
  }

  /** Forgets a file that was imported, tells the watched folder that it came from, and removes it if it is a copy of ours. */
  async imported(fileId: string): Promise<void> {
    const watched = this.#files.get(fileId)?.watched;
    await this.release(fileId);
    watched?.onImported();
  }

  /** Forgets a file and removes it if it is a copy of ours. */
  async release(fileId: string): Promise<void> {
    const file = this.#files.get(fileId);
    this.#files.delete(fileId);
    if (file?.spooled) await rm(dirname(file.path), { recursive: true, force: true });
  }

  async releaseAll(): Promise<void> {
    await Promise.all([...this.#files.keys()].map((id) => this.release(id)));
  }

  #add(file: HandedFile): string {
    const id = crypto.randomUUID();
    this.#files.set(id, file);
    return id;
  }
}

import { closeSync, fsyncSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { listPath, packPath } from './backup-folder.ts';
import { damagedFile, readingBackup } from './damaged-file.ts';
import type { BackupManifest } from './manifest.ts';
import { PageList } from './page-list.ts';
import { writeAll } from './write-whole.ts';

/** Pages read or written at once: a megabyte. */
export const PAGES_A_STEP = 256;

/** Takes the pages that are new with a backup; its file is there with the first of them. */
export class PackWriter {
  readonly #path: string;
  readonly #waiting: Buffer[] = [];
  #descriptor: number | null = null;
  pages = 0;

  constructor(folder: string, number: number) {
    this.#path = packPath(folder, number);
  }

  /** Returns the place of the page in the pack. */
  add(content: Buffer): number {
    this.#waiting.push(Buffer.from(content)); // what it was read into is read into again
    if (this.#waiting.length === PAGES_A_STEP) this.#write();
    return this.pages++;
  }

  /** Writes what is left, and waits until all is on the disk. */
  finish(): void {
    this.#write();
    if (this.#descriptor !== null) fsyncSync(this.#descriptor);
  }

  close(): void {
    if (this.#descriptor !== null) closeSync(this.#descriptor);
    this.#descriptor = null;
  }

  #write(): void {
    if (this.#waiting.length === 0) return;
    this.#descriptor ??= openSync(this.#path, 'w');
    writeAll(this.#descriptor, Buffer.concat(this.#waiting.splice(0)));
  }
}

/** The list of a backup's pages. Throws DAMAGED when it is not the one that was written. */
export function readPageList(folder: string, manifest: BackupManifest): PageList {
  const path = listPath(folder, manifest);
  const list = new PageList(readingBackup(path, () => readFileSync(path)));
  if (list.pages !== manifest.live.pages || list.sha256 !== manifest.live.listSha256) throw damagedFile(path);
  return list;
}

/** How many pages a pack holds. */
export function pagesInPack(folder: string, number: number, pageSize: number): number {
  return Math.floor((statSync(packPath(folder, number), { throwIfNoEntry: false })?.size ?? 0) / pageSize);
}

/**
 * The pages of a list in order, some at a time, each compared with its hash. `only` leaves out what lies in other packs.
 * Throws DAMAGED with the name of the file for what is not as it was written.
 */
export function* readPages(
  folder: string,
  list: PageList,
  { pageSize, only }: { pageSize: number; only?: number },
): Generator<{ first: number; content: Buffer }> {
  const descriptors = new Map<number, number>();
  const buffer = Buffer.allocUnsafe(PAGES_A_STEP * pageSize);
  const descriptorOf = (pack: number) => {
    const known = descriptors.get(pack);
    if (known !== undefined) return known;
    const path = packPath(folder, pack);
    const opened = readingBackup(path, () => openSync(path, 'r'));
    descriptors.set(pack, opened);
    return opened;
  };
  try {
    for (const { first, pages, pack, place } of list.runs(PAGES_A_STEP)) {
      if (only !== undefined && pack !== only) continue;
      const content = buffer.subarray(0, pages * pageSize);
      const read = readSync(descriptorOf(pack), content, 0, content.length, place * pageSize);
      if (read !== content.length) throw damagedFile(packPath(folder, pack));
      for (let page = 0; page < pages; page++) {
        const isSound = list.holds(first + page, content.subarray(page * pageSize, (page + 1) * pageSize));
        if (!isSound) throw damagedFile(packPath(folder, pack));
      }
      yield { first, content };
    }
  } finally {
    for (const descriptor of descriptors.values()) closeSync(descriptor);
  }
}

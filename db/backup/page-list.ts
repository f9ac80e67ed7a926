/**
 * Where each page of live.db is kept: the backup it was new with, its place among the pages of that backup, and its hash.
 * A backup is whole by its list: no other has to be read or put before it.
 */
import { hash } from 'node:crypto';

/** Of a hash of 32 bytes: enough that no damage and no change goes unseen. */
const BYTES_OF_HASH = 16;
const BYTES_OF_NUMBER = 4;
const HASH_AT = 2 * BYTES_OF_NUMBER;
const BYTES_AN_ENTRY = HASH_AT + BYTES_OF_HASH;

/** Consecutive pages that are kept one after the other. */
export interface PageRun {
  /** The first page, from 0. */
  first: number;
  pages: number;
  pack: number;
  /** Place of the first one in its pack. */
  place: number;
}

export class PageList {
  readonly bytes: Buffer;

  /** A list of so many pages to be filled, or one that was read. */
  constructor(content: number | Buffer) {
    this.bytes = typeof content === 'number' ? Buffer.alloc(content * BYTES_AN_ENTRY) : content;
  }

  get pages(): number {
    return Math.floor(this.bytes.length / BYTES_AN_ENTRY);
  }

  get sha256(): string {
    return hash('sha256', this.bytes);
  }

  pack(page: number): number {
    return this.bytes.readUInt32LE(page * BYTES_AN_ENTRY);
  }

  place(page: number): number {
    return this.bytes.readUInt32LE(page * BYTES_AN_ENTRY + BYTES_OF_NUMBER);
  }

  /** Whether a page has this content. */
  holds(page: number, content: Buffer): boolean {
    const at = page * BYTES_AN_ENTRY + HASH_AT;
    const digest = hash('sha256', content, 'buffer');
    return digest.compare(this.bytes, at, at + BYTES_OF_HASH, 0, BYTES_OF_HASH) === 0;
  }

  set(page: number, { pack, place, content }: { pack: number; place: number; content: Buffer }): void {
    const at = page * BYTES_AN_ENTRY;
    this.bytes.writeUInt32LE(pack, at);
    this.bytes.writeUInt32LE(place, at + BYTES_OF_NUMBER);
    hash('sha256', content, 'buffer').copy(this.bytes, at + HASH_AT, 0, BYTES_OF_HASH);
  }

  /** Takes over where another list keeps a page. */
  setAsIn(other: PageList, page: number): void {
    const at = page * BYTES_AN_ENTRY;
    other.bytes.copy(this.bytes, at, at, at + BYTES_AN_ENTRY);
  }

  /** How many pages are kept in each pack. */
  pagesByPack(): Map<number, number> {
    const counts = new Map<number, number>();
    for (let page = 0; page < this.pages; page++) {
      const pack = this.pack(page);
      counts.set(pack, (counts.get(pack) ?? 0) + 1);
    }
    return counts;
  }

  /** All pages in order, in runs of at most so many. */
  *runs(most: number): Generator<PageRun> {
    let run: PageRun | null = null;
    for (let page = 0; page < this.pages; page++) {
      const [pack, place] = [this.pack(page), this.place(page)];
      if (run && run.pages < most && pack === run.pack && place === run.place + run.pages) run.pages++;
      else {
        if (run) yield run;
        run = { first: page, pages: 1, pack, place };
      }
    }
    if (run) yield run;
  }
}

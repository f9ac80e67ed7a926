/**
 * The pages of a database file as bytes, whatever SQLite would say of the file (https://sqlite.org/fileformat.html). With
 * its log, a page is what the last whole transaction in there made of it.
 */
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { readLog } from './raw-log.ts';

const FIRST_BYTES = 100;
const SMALLEST_PAGE = 512;
const LARGEST_PAGE = 65_536;
/** What SQLite takes unless told otherwise, and so what a damaged header most likely said. */
const USUAL_PAGE = 4_096;

export class RawPages {
  readonly pageSize: number;
  /** Pages are numbered from 1. */
  readonly count: number;
  readonly #descriptor: number;
  readonly #size: number;
  /** Pages that stand in the log, by number. */
  readonly #logged: ReadonlyMap<number, Buffer>;

  constructor(path: string) {
    this.#descriptor = openSync(path, 'r');
    const header = Buffer.alloc(FIRST_BYTES);
    readSync(this.#descriptor, header, 0, FIRST_BYTES, 0);
    const log = existsSync(`${path}-wal`) ? readLog(`${path}-wal`) : null;
    this.pageSize = log?.pageSize ?? pageSizeIn(header);
    this.#logged = log?.pages ?? new Map();
    this.#size = fstatSync(this.#descriptor).size;
    this.count = Math.max(Math.ceil(this.#size / this.pageSize), log?.pageCount ?? 0);
  }

  /** A page, filled with zeros where the file ends within it; null for a number that is none. */
  page(number: number): Buffer | null {
    if (number < 1 || number > this.count) return null;
    const logged = this.#logged.get(number);
    if (logged) return logged;
    const page = Buffer.alloc(this.pageSize);
    try {
      readSync(this.#descriptor, page, 0, this.pageSize, (number - 1) * this.pageSize);
    } catch {
      return null; // a sector that the disk does not give back is a page that is not there
    }
    return page;
  }

  /** How many bytes of a page are there; the rest is beyond the end of the file. */
  bytesOf(number: number): number {
    if (this.#logged.has(number)) return this.pageSize;
    return Math.min(this.pageSize, Math.max(0, this.#size - (number - 1) * this.pageSize));
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

function pageSizeIn(header: Buffer): number {
  const written = header.readUInt16BE(16);
  const size = written === 1 ? LARGEST_PAGE : written;
  const isPowerOfTwo = size >= SMALLEST_PAGE && (size & (size - 1)) === 0;
  return isPowerOfTwo ? size : USUAL_PAGE;
}

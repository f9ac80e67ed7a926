/**
 * What a store's live file holds, read as bytes beside whoever writes it.
 * 1. A moment of the file is: its bytes, and on top of them the frames of its log up to the newest commit that SQLite tells of.
 *    It tells of none before that is on the disk.
 * 2. It stays readable as long as a transaction is held that began before it was looked at: with one SQLite neither folds newer
 *    frames into the file than that transaction reads, nor begins the log from the front before all of it is folded. A log can
 *    begin anew once at most meanwhile, after all of it was folded when the transaction began.
 * To be used only in a process that has the store open nowhere else: closing the live file as a file lets go of all locks that
 * the process holds on it, those of SQLite too. It is therefore closed last.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { AppError } from '../../shared/lib/app-error.ts';
import {
  openReadable,
  openWritable,
  type ReadableDatabase,
  type WritableDatabase,
} from '../engine/sqlite/connection.ts';
import {
  FRAME_HEADER_BYTES,
  HEADER_BYTES,
  isSame,
  type LogHeader,
  readFrameHeader,
  readHeader,
  type Sums,
  sumOfFrame,
  wordBuffer,
} from './log-format.ts';

/** How far a log was followed. */
export interface LogPlace {
  /** Of the log; null before it had any. */
  salts: string | null;
  frame: number;
  sums: Sums;
}

/** A moment of the live file. */
export interface LogMoment {
  header: LogHeader | null;
  /** Frames of the log up to the newest commit. */
  frames: number;
  /** Of those, the ones that stand in the file as well. */
  folded: number;
}

/** A page as a frame has it. */
export interface LoggedPage {
  page: number;
  content: Buffer;
}

/** What was committed between two moments: each page once, as it was last. */
export interface LoggedPages {
  place: LogPlace;
  /** Pages of the whole file afterwards. */
  pages: number;
  /** How many of them differ. */
  changed: number;
  read(): Iterable<LoggedPage>;
}

const FRAMES_A_READ = 256;
const TRIES = 1_000;

export class LiveLog {
  readonly #path: string;
  /** Two that read in turns, so that one transaction begins before the other ends; neither folds the log when it closes. */
  readonly #readers: [ReadableDatabase, ReadableDatabase];
  readonly #folder: WritableDatabase;
  readonly #file: number;
  readonly #log: number;
  #held: { reader: 0 | 1; release(): void } | null = null;

  constructor(path: string) {
    this.#path = path;
    this.#readers = [openReadable(path), openReadable(path)];
    this.#folder = openWritable(path);
    this.#file = openSync(path, 'r');
    this.#log = openSync(`${path}-wal`, 'r');
  }

  /**
   * Begins a new transaction and then ends the one that was held, with `work` in between: whatever the old one kept readable is
   * so until `work` has ended. Gives `work` a connection that reads a moment no newer than the one it looks at afterwards.
   */
  holding<Result>(work: (snapshot: ReadableDatabase) => Result): Result {
    const before = this.#held;
    const reader = before?.reader === 0 ? 1 : 0;
    const rows = this.#readers[reader].iterate('SELECT name FROM sqlite_schema');
    rows.next(); // the moment is that of the first row
    this.#held = { reader, release: () => void rows.return?.() };
    try {
      return work(this.#readers[reader]);
    } finally {
      before?.release();
    }
  }

  /** Reads what is newest, of no held transaction. */
  get newest(): WritableDatabase {
    return this.#folder;
  }

  /** The newest moment: which log, and how much of it. */
  look(): LogMoment {
    for (let left = TRIES; left > 0; left--) {
      const before = this.#header();
      const [, frames, folded] = this.#folder.rows('PRAGMA wal_checkpoint(NOOP)')[0] ?? [];
      const header = this.#header();
      // Else the log began anew in between.
      if (before?.salts === header?.salts) {
        const moment = { header, frames: Math.max(0, Number(frames)), folded: Math.max(0, Number(folded)) };
        if (header !== null || moment.frames === 0) return moment;
      }
    }
    throw unreadable(this.#path);
  }

  /** Folds the log into the file as far as it goes, so that whoever writes can begin it from the front. */
  fold(): void {
    this.#folder.rows('PRAGMA wal_checkpoint(PASSIVE)');
  }

  /** Where following goes on from a moment. */
  placeOf({ header, frames }: LogMoment): LogPlace {
    if (header === null) return { salts: null, frame: 0, sums: [0, 0] };
    if (frames === 0) return { salts: header.salts, frame: 0, sums: header.sums };
    const buffer = wordBuffer(FRAME_HEADER_BYTES);
    readWhole(this.#log, buffer, offsetOf(frames - 1, header.pageSize), this.#path);
    return { salts: header.salts, frame: frames, sums: readFrameHeader(buffer, 0).sums };
  }

  /** What was committed after a place; null where nothing was. Throws where the log is not what its checksums say. */
  since(place: LogPlace, { header, frames }: LogMoment): LoggedPages | null {
    if (header === null) return null;
    const isSameLog = place.salts === header.salts;
    const from = isSameLog ? place.frame : 0;
    if (frames <= from) return null;
    const { newest, sums, pages } = this.#scan(header, {
      from,
      to: frames,
      sums: isSameLog ? place.sums : header.sums,
    });
    for (const page of newest.keys()) if (page > pages) newest.delete(page); // was cut off again
    return {
      place: { salts: header.salts, frame: frames, sums },
      pages,
      changed: newest.size,
      read: () => this.#readNewest(header, newest, { from, to: frames }),
    };
  }

  /** The whole file as it was at a moment, a stretch of pages at a time, counted from 0. */
  wholeFile({ header, frames, folded }: LogMoment): { pageSize: number; pages: number; read: ReadPages } {
    const scanned =
      header !== null && folded < frames ? this.#scan(header, { from: 0, to: frames, sums: header.sums }) : null;
    const head = Buffer.alloc(100);
    if (scanned === null) readWhole(this.#file, head, 0, this.#path);
    const pageSize = header?.pageSize ?? pageSizeIn(head);
    const pages = scanned?.pages ?? head.readUInt32BE(28);
    const read: ReadPages = (first, into) => {
      for (let at = 0; at < into.length / pageSize; ) {
        const content = (count: number) => into.subarray(at * pageSize, (at + count) * pageSize);
        const frame = scanned?.newest.get(first + at + 1);
        if (frame !== undefined && header) {
          readWhole(this.#log, content(1), offsetOf(frame, pageSize) + FRAME_HEADER_BYTES, this.#path);
          at++;
          continue;
        }
        let count = 1;
        while (at + count < into.length / pageSize && !scanned?.newest.has(first + at + count + 1)) count++;
        readWhole(this.#file, content(count), (first + at) * pageSize, this.#path);
        at += count;
      }
    };
    return { pageSize, pages, read };
  }

  close(): void {
    this.#held?.release();
    this.#folder.close(); // while others have the file open, or it would fold the log and remove it
    for (const reader of this.#readers) reader.close();
    closeSync(this.#log);
    closeSync(this.#file);
  }

  #header(): LogHeader | null {
    const buffer = wordBuffer(HEADER_BYTES);
    return readSync(this.#log, buffer, 0, HEADER_BYTES, 0) === HEADER_BYTES ? readHeader(buffer) : null;
  }

  /** Reads frames and compares them with their checksums: which of them has each page last, and how the database ends. */
  #scan(header: LogHeader, { from, to, sums: before }: { from: number; to: number; sums: Sums }) {
    const newest = new Map<number, number>();
    let [sums, pages] = [before, 0];
    for (const { buffer, at, frame } of this.#frames(header, from, to)) {
      const found = readFrameHeader(buffer, at);
      sums = sumOfFrame(buffer, at, header.pageSize, sums);
      if (found.salts !== header.salts || !isSame(found.sums, sums)) throw unreadable(this.#path);
      newest.set(found.page, frame);
      pages = found.commit;
    }
    if (pages === 0) throw unreadable(this.#path); // the newest commit is where a transaction ends
    return { newest, sums, pages };
  }

  *#readNewest(
    header: LogHeader,
    newest: ReadonlyMap<number, number>,
    { from, to }: { from: number; to: number },
  ): Iterable<LoggedPage> {
    for (const { buffer, at, frame } of this.#frames(header, from, to)) {
      const { page } = readFrameHeader(buffer, at);
      if (newest.get(page) !== frame) continue;
      yield { page, content: buffer.subarray(at + FRAME_HEADER_BYTES, at + FRAME_HEADER_BYTES + header.pageSize) };
    }
  }

  *#frames({ pageSize }: LogHeader, from: number, to: number) {
    const frameBytes = FRAME_HEADER_BYTES + pageSize;
    const buffer = wordBuffer(Math.min(FRAMES_A_READ, to - from) * frameBytes);
    for (let first = from; first < to; first += FRAMES_A_READ) {
      const count = Math.min(FRAMES_A_READ, to - first);
      readWhole(this.#log, buffer.subarray(0, count * frameBytes), offsetOf(first, pageSize), this.#path);
      for (let nth = 0; nth < count; nth++) yield { buffer, at: nth * frameBytes, frame: first + nth };
    }
  }
}

/** Fills a buffer with pages from one on, counted from 0. */
export type ReadPages = (first: number, into: Buffer) => void;

/** Where a frame begins, counted from 0. */
function offsetOf(frame: number, pageSize: number): number {
  return HEADER_BYTES + frame * (FRAME_HEADER_BYTES + pageSize);
}

/** As the head of a database says; 65,536 does not fit there and is written as 1. */
function pageSizeIn(head: Buffer): number {
  const size = head.readUInt16BE(16);
  return size === 1 ? 65_536 : size;
}

/** A read may give less than was asked for. */
function readWhole(descriptor: number, into: Buffer, at: number, path: string): void {
  for (let done = 0; done < into.length; ) {
    const read = readSync(descriptor, into, done, into.length - done, at + done);
    if (read === 0) throw unreadable(path);
    done += read;
  }
}

function unreadable(path: string): AppError {
  return new AppError(
    'DAMAGED',
    `The log of ${path} could not be followed, as it is not what its checksums say. The standby is as it was; it is compared with the store anew.`,
  );
}

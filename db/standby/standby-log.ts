/**
 * Writes into a standby's live file as SQLite would: transactions are appended to a log beside it, which SQLite folds into the
 * file. So the standby is at a commit of the store whenever it is opened: a transaction that was not wholly written before a
 * kill or a power cut does not count, by its checksums, and folding can be killed at any moment.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../shared/lib/app-error.ts';
import { writeAll } from '../backup/write-whole.ts';
import { openWritable } from '../engine/sqlite/connection.ts';
import { flushFolder } from '../store/flush.ts';
import type { LoggedPage } from './live-log.ts';
import {
  FRAME_HEADER_BYTES,
  HEADER_BYTES,
  type Sums,
  wordBuffer,
  writeFrameHeader,
  writeHeader,
} from './log-format.ts';

const FRAMES_A_WRITE = 256;

interface OpenLog {
  descriptor: number;
  salts: string;
  sums: Sums;
  frames: number;
}

export class StandbyLog {
  readonly #live: string;
  readonly #pageSize: number;
  #log: OpenLog | null = null;

  /** For a live file whose log is folded into it. */
  constructor(live: string, pageSize: number) {
    this.#live = live;
    this.#pageSize = pageSize;
  }

  /** Frames that are not folded yet. */
  get frames(): number {
    return this.#log?.frames ?? 0;
  }

  /** Adds a transaction, and waits until the disk has it; `pages` is how large the database is after it. */
  append(changed: Iterable<LoggedPage>, pages: number): void {
    const log = this.#log ?? this.#begin();
    const pageSize = this.#pageSize;
    const frameBytes = FRAME_HEADER_BYTES + pageSize;
    const buffer = wordBuffer(FRAMES_A_WRITE * frameBytes);
    let [sums, written, filled] = [log.sums, 0, 0];
    const finish = (at: number, commit: number) => {
      const head = { page: buffer.readUInt32BE(at), commit, salts: log.salts };
      sums = writeFrameHeader(buffer, at, head, { pageSize, before: sums });
    };
    try {
      // The last frame is the commit, so that each is finished when the next one comes.
      for (const { page, content } of changed) {
        if (filled > 0) finish((filled - 1) * frameBytes, 0);
        if (filled === FRAMES_A_WRITE) {
          writeAll(log.descriptor, buffer);
          [written, filled] = [written + filled, 0];
        }
        buffer.writeUInt32BE(page, filled * frameBytes);
        content.copy(buffer, filled * frameBytes + FRAME_HEADER_BYTES);
        filled++;
      }
      if (filled === 0) return;
      finish((filled - 1) * frameBytes, pages);
      writeAll(log.descriptor, buffer.subarray(0, filled * frameBytes));
      fsyncSync(log.descriptor);
    } catch (error) {
      this.#drop(log);
      throw error;
    }
    this.#log = { ...log, sums, frames: log.frames + written + filled };
  }

  /** Folds the log into the file. Throws STORE_IN_USE when another program has the standby open. */
  fold(): void {
    const frames = this.frames;
    this.close();
    foldStandby(this.#live, frames);
  }

  close(): void {
    if (this.#log) closeSync(this.#log.descriptor);
    this.#log = null;
  }

  #begin(): OpenLog {
    const salts = randomBytes(8).toString('hex');
    const buffer = wordBuffer(HEADER_BYTES);
    const { sums } = writeHeader(buffer, this.#pageSize, salts);
    const descriptor = openSync(`${this.#live}-wal`, 'wx');
    writeAll(descriptor, buffer);
    flushFolder(dirname(this.#live));
    this.#log = { descriptor, salts, sums, frames: 0 };
    return this.#log;
  }

  /** What was half written is cut off, for the room it takes; where even that fails its checksums tell it from a transaction. */
  #drop(log: OpenLog): void {
    try {
      ftruncateSync(log.descriptor, HEADER_BYTES + log.frames * (FRAME_HEADER_BYTES + this.#pageSize));
    } finally {
      this.close();
    }
  }
}

/**
 * Folds the log that a standby has into its live file, as far as it was wholly written. Throws STORE_IN_USE when another program
 * has the standby open, and so knows nothing of what was appended.
 */
export function foldStandby(live: string, expectedFrames: number | null = null): void {
  const database = openWritable(live);
  let folded: unknown;
  try {
    folded = database.rows('PRAGMA wal_checkpoint(PASSIVE)')[0]?.[2];
  } finally {
    database.close();
  }
  const isWhole = expectedFrames === null || folded === expectedFrames;
  if (isWhole && !existsSync(`${live}-wal`)) return;
  throw new AppError(
    'STORE_IN_USE',
    `Another program has the standby ${live} open, so that it could not be brought up to date. Close it there; it goes on by itself.`,
  );
}

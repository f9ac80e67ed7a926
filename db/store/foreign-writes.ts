/**
 * Writes to a store by other programs, of which SQLite tells nobody by itself.
 * 1. While the store is open, data_version of the writer's connection changes with each commit of any other connection and
 *    with none of its own; asking takes two microseconds. Folding the log back may change it too, which costs a reading.
 * 2. While it is closed, size and time of the live file and of its log tell, as they were when this program let go of
 *    them: they stand in a small file beside. A copied store has other times, and is read anew for nothing.
 * 3. A program that was killed while it wrote could not note what it left. Its log is still there then, where whoever
 *    had opened and closed the store afterwards would have folded it back.
 * 4. Of archives size and time tell as well; whether one really changed is for its seal to say.
 */

import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../shared/lib/app-error.ts';
import type { WritableDatabase } from '../engine/sqlite/connection.ts';
import { changedAtMs } from './changed-at.ts';
import { partitionFile, type StoreFolder } from './folder.ts';

/** Size and time of a file; null where there is none. */
const traceSchema = z.object({ bytes: z.number(), changedAtMs: z.number() }).nullable();
type Trace = z.infer<typeof traceSchema>;

const seenSchema = z.object({
  live: traceSchema,
  log: traceSchema,
  archives: z.record(z.string(), traceSchema),
  /** This program was writing. */
  writing: z.boolean(),
});
type Seen = z.infer<typeof seenSchema>;

const NOTHING_SEEN: Seen = { live: null, log: null, archives: {}, writing: false };

/** What another program may have changed. */
export interface ForeignWrites {
  live: boolean;
  /** Archives by name. */
  archives: string[];
}

/** The store as this program last left it, or found it when it had nothing to fear. */
export function readSeen(folder: StoreFolder): Seen {
  try {
    return seenSchema.parse(JSON.parse(readFileSync(seenFile(folder), 'utf8')));
  } catch {
    return NOTHING_SEEN; // missing or damaged, and so nothing to trust
  }
}

/** Whether the live file may have been written since; to be asked before it is opened. */
export function changedWhileClosed(folder: StoreFolder, seen: Seen): boolean {
  const live = traceOf(folder.live);
  if (live === null) return false; // about to be made
  const log = traceOf(logOf(folder));
  if (seen.writing && log !== null && log.bytes > 0) return false;
  return !isSame(live, seen.live) || !isSame(log, seen.log);
}

/** Watches over an open store. */
export class ForeignWriteWatch {
  readonly #live: WritableDatabase;
  readonly #folder: StoreFolder;
  #version: number;
  readonly #identity: bigint | null;
  #suspected: boolean;
  #archives: Map<string, Trace>;

  constructor(live: WritableDatabase, folder: StoreFolder, { seen, suspected }: { seen: Seen; suspected: boolean }) {
    this.#live = live;
    this.#folder = folder;
    this.#suspected = suspected;
    this.#archives = new Map(Object.entries(seen.archives));
    this.#version = this.version();
    this.#identity = identityOf(folder);
    this.#remember(false);
  }

  /** What may have been changed since it was settled. */
  look(): ForeignWrites {
    if (this.version() !== this.#version) this.#suspected = true;
    const archives = this.#archiveNames().filter((name) => !isSame(this.#traceOf(name), this.#archives.get(name)));
    return { live: this.#suspected, archives };
  }

  /** The state of the live file; to be asked before it is read anew, and given to `settle` after that. */
  version(): number {
    return Number(this.#live.rows('PRAGMA data_version')[0]?.[0]);
  }

  /** Nothing that was written up to that version is out of step any more. */
  settle(version: number): void {
    this.#version = version;
    this.#suspected = false;
    this.#remember(false);
  }

  /** The archive was looked at as it is now. */
  settleArchive(name: string): void {
    this.#archives.set(name, this.#traceOf(name));
    this.#remember(false);
  }

  /** Runs what writes to the store; what it does to files is this program's own. */
  async writing<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    const { archives: suspected } = this.look();
    this.#remember(true);
    try {
      const result = await work();
      this.#assertThere();
      return result;
    } catch (error) {
      this.#assertThere(error); // what follows from it says less
      throw error;
    } finally {
      for (const name of this.#archiveNames()) {
        if (!suspected.includes(name)) this.#archives.set(name, this.#traceOf(name));
      }
      this.#remember(false);
    }
  }

  /** What is written to a file that was removed is gone as soon as it is closed, and SQLite does not say so. */
  #assertThere(cause?: unknown): void {
    if (identityOf(this.#folder) === this.#identity) return;
    throw new AppError(
      'DAMAGED',
      `${this.#folder.live} was removed or replaced while it was open, so that what was written since then is not in it. Put the file back or restore it from a backup, start the program again, and do this once more.`,
      cause,
    );
  }

  /** Closes the live file and notes how it was left. */
  close(): void {
    const isKnown = this.#isKnown();
    this.#live.close();
    if (isKnown) this.#write(false);
  }

  #isKnown(): boolean {
    try {
      return !this.look().live;
    } catch {
      return false; // what cannot be read is looked at the next time
    }
  }

  /** First the files, then whether they are still as this program knows them: what is written in between is not missed. */
  #remember(writing: boolean): void {
    const seen = this.#seen(writing);
    if (this.look().live) rmSync(seenFile(this.#folder), { force: true });
    else this.#write(writing, seen);
  }

  #write(writing: boolean, seen: Seen = this.#seen(writing)): void {
    try {
      writeFileSync(seenFile(this.#folder), JSON.stringify(seen));
    } catch {
      // A full disk leaves an older note or half of one, neither of which fits the files: they are read anew.
    }
  }

  #seen(writing: boolean): Seen {
    return {
      live: traceOf(this.#folder.live),
      log: traceOf(logOf(this.#folder)),
      archives: Object.fromEntries(this.#archives),
      writing,
    };
  }

  #archiveNames(): string[] {
    return this.#live.rows('SELECT name FROM archives').map(([name]) => String(name));
  }

  #traceOf(archive: string): Trace {
    return traceOf(partitionFile(this.#folder, archive));
  }
}

function seenFile({ root }: StoreFolder): string {
  return join(root, 'last-seen.json');
}

/** What tells a file from another under the same name; null where there is none. */
function identityOf({ live }: StoreFolder): bigint | null {
  return statSync(live, { bigint: true, throwIfNoEntry: false })?.ino ?? null;
}

function logOf({ live }: StoreFolder): string {
  return `${live}-wal`;
}

function traceOf(file: string): Trace {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? { bytes: stats.size, changedAtMs: changedAtMs(stats) } : null;
}

/** A log that holds nothing is as good as none. */
function isSame(a: Trace | undefined, b: Trace | undefined): boolean {
  const [bytesA, bytesB] = [a?.bytes ?? 0, b?.bytes ?? 0];
  return bytesA === bytesB && (bytesA === 0 || a?.changedAtMs === b?.changedAtMs);
}

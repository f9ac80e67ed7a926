/**
 * Imports files that come into watched folders.
 * 1. One look at a time, one file at a time, the oldest first over all folders. A look while one is on its way does nothing.
 * 2. A file goes through the states of its row in the store, each written before the disk follows it: taken, imported or failed,
 *    moved. Whatever ends the program between two of them, the next look goes on from there.
 * 3. That it was imported is noted in the transaction of the import. So a file is imported once, also where the program was killed
 *    before it could move it.
 * 4. What is no fault of the file (a disk that is full, a store that cannot be written, a drive that is gone) is said once and
 *    tried again, ever more seldom.
 */
import type { Stats } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../../db/engine/engine.ts';
import type { WatchedRow } from '../../../db/store/watched-files.ts';
import type { Job } from '../../../shared/contract/schemas.ts';
import type { WatchedFolder } from '../../../shared/contract/watched.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { AppError, type ErrorCode, isAppError } from '../../../shared/lib/app-error.ts';
import type { Clock } from '../clock.ts';
import { Arrivals, byAge, type Listed } from './arrivals.ts';
import { FolderTroubles } from './folder-troubles.ts';
import { factsOf, listFolder, statOrNull, takeFile, tidyWorking, workingPlace } from './places.ts';
import { readArrival } from './read-arrival.ts';
import { settle } from './settle.ts';

export interface WatcherParts {
  engine: Pick<Engine, 'ask' | 'keep' | 'folder'>;
  clock: Clock;
  folders(): Promise<WatchedFolder[]>;
  /** For how long a file must have stayed as it is. */
  quietMs(): number;
  /** Imports a file; settles when that is over. */
  importFile(input: { path: string; name: string; profile: ImportProfile; claim: string }): Promise<Job>;
  undo(batchId: number, file: string): Promise<Job>;
  /** Told of every file that lies where it belongs. */
  onSettled(row: WatchedRow): Promise<void>;
  /** Told once why something cannot be done at the moment. */
  onTrouble(what: string): void;
}

/** Failures that say nothing of the file: it stays where it is until they are over. */
const NOT_THE_FILE: readonly ErrorCode[] = ['DISK_FULL', 'STORE_UNUSABLE', 'STORE_IN_USE', 'DAMAGED'];
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 10 * 60_000;

/** How a file ends; 'later' where that is not known yet, 'none' where it was never taken. */
type Outcome = Pick<WatchedRow, 'state' | 'message' | 'batchId'> | 'later' | 'none';

export class Watcher {
  readonly #parts: WatcherParts;
  readonly #arrivals = new Map<string, Arrivals>();
  readonly #waiting = new Map<string, number>();
  readonly #troubles: FolderTroubles;
  #trouble: string | null = null;
  /** Nothing more can be done in this look. */
  #isHeldUp = false;
  #waitMs = FIRST_WAIT_MS;
  #notBeforeMs = Number.NEGATIVE_INFINITY;
  #looking: Promise<void> | null = null;
  #isStopping = false;
  #nextInMs: number | null = null;
  #taken = 0;

  constructor(parts: WatcherParts) {
    this.#parts = parts;
    this.#troubles = new FolderTroubles(parts.onTrouble);
  }

  /** Looks now; settles when every file that was there is seen to. Never throws. */
  look(): Promise<void> {
    this.#looking ??= this.#look()
      .catch((error: unknown) => this.#holdUp(wordsOf(error)))
      .finally(() => {
        this.#looking = null;
      });
    return this.#looking;
  }

  /** Takes no further file. */
  stop(): void {
    this.#isStopping = true;
  }

  async stopped(): Promise<void> {
    await this.#looking;
  }

  /** After how many milliseconds a file may have stopped growing; null where none is arriving. */
  nextInMs(): number | null {
    return this.#nextInMs;
  }

  /** Why no file can be imported at the moment. */
  trouble(): string | null {
    return this.#trouble;
  }

  /** Folders that cannot be watched at the moment, with why. */
  troubles(): { name: string; why: string }[] {
    return this.#troubles.all();
  }

  statusOf(folder: string): { trouble: string | null; waiting: number } {
    return { trouble: this.#troubles.of(folder), waiting: this.#waiting.get(folder) ?? 0 };
  }

  async #look(): Promise<void> {
    const { engine, clock, folders } = this.#parts;
    if (this.#isStopping || clock.elapsed() < this.#notBeforeMs) return;
    this.#isHeldUp = false;
    const { unsettled } = await engine.ask('watchedFiles', { folder: engine.folder, limit: 0 });
    const all = await folders();
    this.#troubles.keepOnly(all.flatMap(({ isOn, path }) => (isOn ? [path] : [])));
    for (const row of unsettled) await this.#finish(row, all.find(({ path }) => path === row.folder)?.profile ?? null);
    this.#nextInMs = null;
    const arrived = (await Promise.all(all.filter(({ isOn }) => isOn).map((folder) => this.#arrivedIn(folder)))).flat();
    for (const { folder, file } of arrived.sort((a, b) => byAge(a.file, b.file))) await this.#take(folder, file);
    if (this.#isHeldUp) return;
    this.#trouble = null;
    this.#waitMs = FIRST_WAIT_MS;
  }

  async #arrivedIn(folder: WatchedFolder): Promise<{ folder: WatchedFolder; file: Listed }[]> {
    const { clock, quietMs } = this.#parts;
    const arrivals = this.#arrivals.get(folder.id) ?? new Arrivals();
    this.#arrivals.set(folder.id, arrivals);
    try {
      const listed = await listFolder(folder.path, folder.pattern);
      const { settled, nextInMs, waiting } = arrivals.look(listed, clock.elapsed(), quietMs());
      if (nextInMs !== null) this.#nextInMs = Math.min(nextInMs, this.#nextInMs ?? nextInMs);
      this.#waiting.set(folder.path, waiting);
      this.#troubles.over(folder.path);
      return settled.map((file) => ({ folder, file }));
    } catch (error) {
      this.#troubles.note(folder.path, error);
      return [];
    }
  }

  async #take({ id, path: folder, profile }: WatchedFolder, { name, bytes, modifiedMs }: Listed): Promise<void> {
    if (this.#isStopping || this.#isHeldUp || this.#troubles.of(folder) !== null) return;
    const { engine, clock } = this.#parts;
    const claim = newClaim(clock.now(), this.#taken++);
    const row: WatchedRow = {
      claim,
      folder,
      file: name,
      state: 'taken',
      message: '',
      batchId: null,
      settledAt: null,
      liesAt: workingPlace(claim, name),
      goesTo: null,
      bytes,
      modifiedMs,
    };
    await engine.keep('keepWatched', row);
    const isTaken = await takeFile(folder, name, row.liesAt).catch((error: unknown) => {
      this.#troubles.note(folder, error);
      return false;
    });
    if (!isTaken) return engine.keep('dropWatched', claim);
    this.#arrivals.get(id)?.forget(name);
    this.#waiting.set(folder, Math.max(0, (this.#waiting.get(folder) ?? 0) - 1));
    await this.#finish(row, profile);
  }

  /** Goes on with a file from whatever state it is in. */
  async #finish(row: WatchedRow, profile: string | null): Promise<void> {
    if (this.#isStopping || this.#isHeldUp) return;
    const { engine, clock, onSettled } = this.#parts;
    try {
      const outcome = await this.#outcomeOf(row, profile);
      if (outcome === 'later') return;
      if (outcome === 'none') {
        await tidyWorking(row.folder, row.liesAt);
        return await engine.keep('dropWatched', row.claim);
      }
      const now = new Date(clock.now()).toISOString();
      const keep = (each: WatchedRow) => engine.keep('keepWatched', each).catch(saysImported(row.file, outcome));
      await onSettled(await settle({ ...row, ...outcome }, { now, keep }));
    } catch (error) {
      if (isAppError(error)) throw error; // the store itself could not do something
      this.#troubles.note(row.folder, error);
    }
  }

  async #outcomeOf(row: WatchedRow, profile: string | null): Promise<Outcome> {
    if (row.state === 'failed' || row.state === 'returned') return row;
    const there = await whereItLies(row);
    if (row.state === 'imported') return this.#imported(row, row.message || `It became import ${row.batchId}.`);
    if (!there) return 'none';
    if (isChanged(row, there)) return returned('It was still being written, and is waited for again.');
    const job = await this.#import(row, profile);
    if (!('id' in job)) return this.#failed(row, job);
    if (job.state !== 'done') return this.#failed(row, { code: String(job.result?.code), message: job.message });
    return this.#imported({ ...row, batchId: Number(job.result?.batchId) }, job.message);
  }

  async #import(row: WatchedRow, profileName: string | null): Promise<Job | { code: string; message: string }> {
    const { engine, importFile } = this.#parts;
    const path = join(row.folder, row.liesAt);
    try {
      const profile = await readArrival(engine, path, profileName);
      if (this.#isStopping) return { code: 'CANCELLED', message: '' };
      return await importFile({ path, name: row.file, profile, claim: row.claim });
    } catch (error) {
      return { code: isAppError(error) ? error.code : 'UNEXPECTED', message: wordsOf(error) };
    }
  }

  /** A file that was written to while it was imported was not all there: what came of it is taken back. */
  async #imported(row: WatchedRow, message: string): Promise<Outcome> {
    const { batchId } = row;
    const there = await whereItLies(row);
    if (batchId === null || !there || !isChanged(row, there)) return { state: 'imported', message, batchId };
    const undone = await this.#parts.undo(batchId, row.file);
    if (undone.state === 'done')
      return returned(`It was still being written: import ${batchId} was undone, and the file is waited for again.`);
    if (this.#isStopping) return 'later';
    return {
      state: 'failed',
      message: `It was written to while it was imported, and import ${batchId} could not be undone: ${undone.message} Look whether its records are right.`,
      batchId,
    };
  }

  async #failed(row: WatchedRow, { code, message }: { code: string; message: string }): Promise<Outcome> {
    if (this.#isStopping) return 'later';
    if (NOT_THE_FILE.some((each) => each === code)) this.#holdUp(message);
    if (this.#isHeldUp || !(await whereItLies(row))) return 'later'; // or a drive that went away while it was read
    return { state: 'failed', message, batchId: null };
  }

  #holdUp(why: string): void {
    this.#isHeldUp = true;
    if (this.#trouble !== why) this.#parts.onTrouble(why);
    this.#trouble = why;
    this.#notBeforeMs = this.#parts.clock.elapsed() + this.#waitMs;
    this.#waitMs = Math.min(2 * this.#waitMs, LONGEST_WAIT_MS);
  }
}

/** What the store cannot note of a file that it holds the rows of must not be read as if it held none of them. */
function saysImported(file: string, { state, batchId }: Pick<WatchedRow, 'state' | 'batchId'>) {
  return (error: unknown): never => {
    if (!isAppError(error) || state !== 'imported') throw error;
    throw new AppError(
      error.code,
      `'${file}' was imported as import ${batchId}, and could not be moved to the files that are done: ${error.message} It is moved once that is over, and not imported again.`,
      error,
    );
  };
}

function returned(message: string): Outcome {
  return { state: 'returned', message, batchId: null };
}

/** What is known of a file where its row says that it lies; null where it is not there. Throws where its folder is not there either. */
async function whereItLies({ folder, liesAt }: WatchedRow): Promise<Stats | null> {
  const found = await statOrNull(join(folder, liesAt));
  if (!found && !(await statOrNull(folder))) {
    throw Object.assign(new Error(`${folder} is not there.`), { code: 'ENOENT' });
  }
  return found;
}

function isChanged(row: WatchedRow, there: Stats): boolean {
  const { bytes, modifiedMs } = factsOf(there);
  return bytes !== row.bytes || modifiedMs !== row.modifiedMs;
}

/** A name of its own; names are in the order in which files were taken. */
function newClaim(nowMs: number, nth: number): string {
  const time = new Date(nowMs).toISOString().replaceAll(/[-:.]/g, '');
  return `${time}-${String(nth).padStart(6, '0')}-${crypto.randomUUID().slice(0, 8)}`;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

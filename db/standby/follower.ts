/**
 * Keeps a standby like the live file of a store, beside whoever works with the store.
 * 1. A first copy, or a comparison of every page with the standby that is there, begins at a moment of the live file. From then
 *    on only what is committed is read, from the log. A transaction is held all the while, so that nothing is folded away
 *    unseen; it begins anew with every look, so that nobody waits for it for long.
 * 2. Archives that a commit lists are copied before that commit is, so that the standby is a whole store at any moment.
 * 3. What was committed between two looks becomes one transaction of the standby, on its disk before it counts.
 * 4. What differs though nothing was imported since is damage, of the one or of the other: nothing is copied over it, and a
 *    person is asked. So is a standby that holds more than the store, which was set back.
 */
import { existsSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { AppError, isAppError } from '../../shared/lib/app-error.ts';
import { intoPlace, writeAll } from '../backup/write-whole.ts';
import { openReadable, type ReadableDatabase } from '../engine/sqlite/connection.ts';
import { requireFreeSpace } from '../maintenance/free-space.ts';
import { schemaVersion } from '../migrations/index.ts';
import type { StoreFolder } from '../store/folder.ts';
import { pagesOf, pagesThatDiffer, type WholeFile } from './compare.ts';
import { copyArchives, copyPapers, type ListedArchive, listedArchives, sweepArchives } from './copy-beside.ts';
import { LiveLog, type LogMoment, type LogPlace } from './live-log.ts';
import { tablesThatDiffer } from './same-content.ts';
import { readNote, type StandbyFolder, type StandbyNote, type StoreFacts, writeNote } from './standby-folder.ts';
import { foldStandby, StandbyLog } from './standby-log.ts';
import { readStoreFacts } from './store-facts.ts';

/** Why a standby is not followed until a person has decided. */
export const stopReasons = ['otherStore', 'ahead', 'differs', 'damaged'] as const;
export type StopReason = (typeof stopReasons)[number];

/** What only a person can decide; the standby is left as it is. */
export class FollowStop extends Error {
  override readonly name = 'FollowStop';
  readonly reason: StopReason;

  constructor(reason: StopReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** How far a standby is. */
export type FollowReport =
  | { state: 'copying' | 'comparing'; done: number; total: number }
  | {
      state: 'following';
      /** When the standby last held all that the store had, ISO; null before it ever did. */
      inStepAt: string | null;
      /** What it holds. */
      facts: StoreFacts;
      /** What it is known to lack. */
      missing: { batches: number; records: number };
      /** Archives of which it has no copy, as they are not there or not what was sealed. */
      missingArchives: string[];
    };

export interface FollowerOptions {
  store: StoreFolder;
  standby: StandbyFolder;
  /** When a person last said that the store is right as it is, whatever the standby holds; obeyed once. */
  anewAt: string | null;
  report: (report: FollowReport) => void;
  now: () => Date;
}

/** Frames of the store's log from which on it is folded, so that it stays as small as without a standby. */
const STORE_LOG_FRAMES = 1_000;
/** The same of the standby's own. */
const STANDBY_LOG_FRAMES = 4_000;
const NOTE_EVERY_MS = 1_000;

export class Follower {
  readonly #options: FollowerOptions;
  readonly #live: LiveLog;
  #standby: StandbyLog | null = null;
  #place: LogPlace = { salts: null, frame: 0, sums: [0, 0] };
  readonly #isAnew: boolean;
  #note: StandbyNote;
  #notedAtMs = 0;
  #told = { held: '', atMs: 0 };
  #missingArchives: string[] = [];
  /** Whether what is noted is all that the standby holds, or may be of a commit before. */
  #areFactsNewest = false;

  /** Takes hold of the standby; throws FollowStop where it is not this store's. */
  constructor(options: FollowerOptions) {
    this.#options = options;
    const { store, standby, anewAt } = options;
    const note = readNote(standby);
    if (note === null) throw notThere(standby);
    this.#isAnew = anewAt !== null && anewAt !== note.anewAt;
    if (!this.#isAnew) refuseOtherPlace(note, options);
    this.#note = { ...note, root: store.root, machine: hostname(), schemaVersion, anewAt };
    this.#live = new LiveLog(store.live);
    const [own, found] = [readStoreFacts(this.#live.newest).storeId, note.facts?.storeId];
    if (found === undefined || found === own) return;
    this.#live.close();
    throw new FollowStop(
      'otherStore',
      `${standby.root} holds the standby of another store. Nothing was changed; set another folder for this one.`,
    );
  }

  /** Makes the standby like the store, as it is now. Throws FollowStop in words. */
  begin(): void {
    this.#live.holding(() => {
      const { standby } = this.#options;
      const before = this.#note.facts === null ? null : factsOfStandby(standby);
      const moment = this.#live.look();
      const whole = this.#live.wholeFile(moment);
      const facts = readStoreFacts(this.#live.newest);
      this.#copyArchives(listedArchives(this.#live.newest));
      if (before === null) this.#copy(whole);
      else this.#bringUpToDate(whole, { before, facts });
      this.#place = this.#live.placeOf(moment);
      const held = factsOfStandby(standby);
      if (held === null) throw new AppError('DAMAGED', `${standby.live} cannot be read back. Check its disk.`);
      this.#copyPapers();
      this.#noteInStep(held);
    });
  }

  /** Takes what was committed since the last look. */
  look(): void {
    const { frames, folded } = this.#take();
    if (frames - folded < STORE_LOG_FRAMES) return;
    this.#live.fold();
    this.#take(); // a transaction that begins now does not keep the log from beginning anew
  }

  #take(): LogMoment {
    return this.#live.holding((snapshot) => {
      const at = this.#options.now();
      const moment = this.#live.look();
      const logged = this.#live.since(this.#place, moment);
      if (logged === null) {
        const known = this.#areFactsNewest ? this.#note.facts : null;
        this.#areFactsNewest = true;
        this.#noteInStep(known ?? readStoreFacts(snapshot), at);
        return moment;
      }
      const facts = readStoreFacts(snapshot); // of then or a little before
      this.#tell(facts);
      const archives = [...listedArchives(snapshot), ...listedArchives(this.#live.newest)];
      this.#copyArchives(archives);
      const log = this.#standby ?? this.#openLog(moment);
      log.append(logged.read(), logged.pages);
      this.#place = logged.place;
      if (log.frames >= STANDBY_LOG_FRAMES) log.fold();
      sweepArchives(archives, this.#options.standby);
      this.#areFactsNewest = false;
      this.#noteInStep(facts, at);
      return moment;
    });
  }

  /** Lets go of store and standby, with what is known written down. */
  close(): void {
    this.#standby?.close();
    this.#live.close();
    if (this.#note.facts !== null) writeNote(this.#options.standby, this.#note);
  }

  #copy({ pageSize, pages, read }: WholeFile): void {
    const { standby, report } = this.#options;
    for (const suffix of ['', '-wal', '-shm']) rmSync(standby.live + suffix, { force: true });
    writeNote(standby, { ...this.#note, facts: null, inStepAt: null });
    requireSound(this.#live.newest, 'quick_check');
    requireFreeSpace(standby.root, pages * pageSize, 'The standby', 1);
    intoPlace(standby.live, (descriptor) => {
      for (let first = 0; first < pages; first += PAGES_A_STEP) {
        const content = Buffer.allocUnsafe(Math.min(PAGES_A_STEP, pages - first) * pageSize);
        read(first, content);
        writeAll(descriptor, content);
        report({ state: 'copying', done: first * pageSize, total: pages * pageSize });
      }
    });
  }

  #bringUpToDate(whole: WholeFile, { before, facts }: { before: StoreFacts; facts: StoreFacts }): void {
    const { standby, report } = this.#options;
    const different = pagesThatDiffer(whole, standby.live, (done) =>
      report({ state: 'comparing', done: done * whole.pageSize, total: whole.pages * whole.pageSize }),
    );
    if (!this.#isAnew) this.#refuseDoubtful(different, { before, facts });
    if (different.length === 0) return;
    const log = new StandbyLog(standby.live, whole.pageSize);
    try {
      log.append(pagesOf(whole, different), whole.pages);
      log.fold();
    } finally {
      log.close();
    }
  }

  #refuseDoubtful(different: readonly number[], { before, facts }: { before: StoreFacts; facts: StoreFacts }): void {
    const { standby } = this.#options;
    if (before.generation > facts.generation) {
      throw new FollowStop(
        'ahead',
        `The standby holds ${before.records.toLocaleString('en')} records and the store, which was set back, ${facts.records.toLocaleString('en')}. The standby was left as it is. Fail over to it, or let it follow the store as that is now.`,
      );
    }
    if (different.length === 0) return;
    const isUnchanged = before.generation === facts.generation;
    requireSound(this.#live.newest, isUnchanged ? 'integrity_check' : 'quick_check');
    if (!isUnchanged) return;
    const tables = tablesThatDiffer(this.#live.newest, standby.live);
    if (tables.length === 0) return;
    throw new FollowStop(
      'differs',
      `The store and its standby differ in ${tables.join(', ')} though nothing was imported since they were alike: one of them is damaged. The standby was left as it is. Run the integrity check; then fail over to the standby, or let it follow the store as that is now.`,
    );
  }

  #openLog({ header }: LogMoment): StandbyLog {
    if (header === null) throw new Error('What was committed stands in a log.');
    this.#standby = new StandbyLog(this.#options.standby.live, header.pageSize);
    return this.#standby;
  }

  #copyArchives(archives: readonly ListedArchive[]): void {
    const { store, standby, report } = this.#options;
    const total = archives.reduce((sum, { seal }) => sum + (seal?.bytes ?? 0), 0);
    let done = 0;
    this.#missingArchives = copyArchives(archives, {
      store,
      standby,
      onBytes: (bytes) => {
        done += bytes;
        report({ state: 'copying', done, total });
        this.#told = { held: '', atMs: 0 };
      },
    });
  }

  #copyPapers(): void {
    const { store, standby } = this.#options;
    this.#note.papers = copyPapers(store, standby, this.#note.papers);
  }

  #noteInStep(facts: StoreFacts, at: Date = this.#options.now()): void {
    const isNew = JSON.stringify(facts) !== JSON.stringify(this.#note.facts);
    this.#note = { ...this.#note, facts, inStepAt: at.toISOString() };
    if (isNew) this.#copyPapers();
    if (isNew || at.getTime() - this.#notedAtMs >= NOTE_EVERY_MS) {
      writeNote(this.#options.standby, this.#note);
      this.#notedAtMs = at.getTime();
    }
    this.#tell(facts);
  }

  /** Says what the standby holds, when that is new and now and then, where the store is known to hold `known`. */
  #tell(known: StoreFacts): void {
    const { facts, inStepAt } = this.#note;
    if (facts === null) return;
    const batches = Math.max(0, known.batches - facts.batches);
    const records = Math.max(0, known.records - facts.records);
    const missingArchives = this.#missingArchives;
    const held = JSON.stringify([facts, batches, records, missingArchives]);
    const nowMs = this.#options.now().getTime();
    if (held === this.#told.held && nowMs - this.#told.atMs < NOTE_EVERY_MS) return;
    this.#told = { held, atMs: nowMs };
    this.#options.report({ state: 'following', inStepAt, facts, missing: { batches, records }, missingArchives });
  }
}

const PAGES_A_STEP = 256;

/** A folder that is empty where its disk is mounted must not become the standby while that is away. */
function notThere({ root }: StandbyFolder): AppError {
  return new AppError(
    'NOT_FOUND',
    `There is no standby in ${root}. Check that its disk is there, or set the folder again to begin anew.`,
  );
}

/** A copy of the store in another place, or the store itself where it was moved to, is not followed before a person says so. */
function refuseOtherPlace({ root, machine }: StandbyNote, { store, standby }: FollowerOptions): void {
  if (root === store.root && machine === hostname()) return;
  throw new FollowStop(
    'otherStore',
    `${standby.root} is the standby of the store in ${root} on ${machine}. Nothing was changed; set another folder, or let this store have that one.`,
  );
}

/** What a standby holds, once its log is folded; null where it has to be copied anew, as it cannot be opened. */
function factsOfStandby({ live }: StandbyFolder): StoreFacts | null {
  if (!existsSync(live)) return null;
  try {
    foldStandby(live);
    const database = openReadable(live);
    try {
      return readStoreFacts(database);
    } finally {
      database.close();
      // Reading a file of this kind leaves an empty log beside it.
      for (const suffix of ['-wal', '-shm']) rmSync(live + suffix, { force: true });
    }
  } catch (error) {
    if (isAppError(error) && error.code === 'DAMAGED') return null;
    throw error;
  }
}

/** Throws FollowStop for a live file that is broken: what it holds must not take the place of what the standby has. */
function requireSound(live: ReadableDatabase, check: 'quick_check' | 'integrity_check'): void {
  const findings = soundness(live, check);
  if (findings === 'ok') return;
  throw new FollowStop(
    'damaged',
    `The live file of the store is damaged (${findings}). The standby was left as it is; fail over to it.`,
  );
}

function soundness(live: ReadableDatabase, check: 'quick_check' | 'integrity_check'): string {
  try {
    return live
      .rows(`PRAGMA ${check}(3)`)
      .map(([line]) => String(line))
      .join('; ');
  } catch (error) {
    if (error instanceof AppError && error.code === 'DAMAGED') return error.message;
    throw error;
  }
}

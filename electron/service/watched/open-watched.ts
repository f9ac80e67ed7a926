import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import type { WatchedRow } from '../../../db/store/watched-files.ts';
import type { AppEvent, Job } from '../../../shared/contract/schemas.ts';
import type { Watched, WatchedFolder } from '../../../shared/contract/watched.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { FileRegistry } from '../files.ts';
import { gateRules } from '../gate-rules.ts';
import type { JobRunner } from '../job-runner.ts';
import type { ServiceGround } from '../service-parts.ts';
import type { StoreJobs } from '../store-jobs.ts';
import { type FolderChange, FoldersFile } from './folders-file.ts';
import { logInFolder } from './log-file.ts';
import { factsOf, statOrNull } from './places.ts';
import { Watcher } from './watcher.ts';

const FILES_SHOWN = 200;
const SECOND_MS = 1_000;
/** What the system tells of a folder comes in bursts; one look after them is enough. */
const BURST_MS = 500;

/** The watched folders of a store, as the service and its handlers see them. */
export interface StoreWatch {
  list(): Promise<Watched>;
  add(folder: Omit<WatchedFolder, 'id'>): Promise<void>;
  change(change: FolderChange): Promise<void>;
  remove(id: string): Promise<void>;
  /** Hands a file that failed over to be looked at; it moves to what was imported once it is. */
  open(claim: string): Promise<{ fileId: string; name: string }>;
  /** Puts files that failed back into their folders, to be taken again. */
  again(claims: readonly string[]): Promise<void>;
  /** Folders whose files cannot be taken at the moment, with why. */
  unwatched(): { name: string; why: string }[];
  /** Looks now; settles when every file that was there is seen to. */
  look(): Promise<void>;
  /** Calls back with each file that lies where it belongs, and with what cannot be done; returns how to stop. */
  follow(listener: (told: WatchedRow | string) => void): () => void;
  stop(): void;
  stopped(): Promise<void>;
}

interface OpenedWith {
  jobs: JobRunner;
  storeJobs: StoreJobs;
  files: FileRegistry;
  /** Whether this process stays, and looks at the folders by itself. */
  watches: boolean;
}

/** Opens what watches folders for a store. */
export function openWatched(ground: ServiceGround, { jobs, storeJobs, files, watches }: OpenedWith): StoreWatch {
  const { engine, owns, clock, settings, events, log } = ground;
  const foldersFile = new FoldersFile(engine.folder.root, engine.folder.watched);
  const listeners = new Set<(told: WatchedRow | string) => void>();
  const tellWindows = () => events.publish('event', { type: 'watched' } satisfies AppEvent);
  const tell = (told: WatchedRow | string) => {
    for (const listener of listeners) listener(told);
    tellWindows();
  };
  const finished = (jobId: string): Promise<Job> => jobs.finished(jobId);
  const watcher = new Watcher({
    engine,
    clock,
    folders: () => foldersFile.read(),
    quietMs: () => settings.settings.watchQuietSeconds * SECOND_MS,
    // Nobody is there to ask: what the profile does not decide fails, and waits for somebody to open it.
    importFile: (input) =>
      finished(storeJobs.import({ ...input, gate: gateRules(settings.settings, input.profile) }, async () => {})),
    undo: (batchId, file) => finished(storeJobs.undo(batchId, file)),
    async onSettled(row) {
      await logInFolder(row).catch((error: unknown) =>
        log.warn({ error }, 'the log of a watched folder was not written'),
      );
      tell(row);
    },
    onTrouble(what) {
      log.info(what); // the window, the command line and the list of folders tell of it
      tell(what);
    },
  });
  const looks = new Looks(
    watcher,
    () => settings.settings.watchSeconds * SECOND_MS,
    () => foldersFile.read(),
  );
  if (watches) looks.begin();

  const failedRow = async (claim: string): Promise<WatchedRow> => {
    const row = await engine.ask('watchedFile', { folder: engine.folder, claim });
    if (row?.state !== 'failed') throw new AppError('NOT_FOUND', 'That file was seen to already. Nothing was changed.');
    return row;
  };
  const changed = async () => {
    tellWindows();
    looks.soon();
  };

  return {
    async list() {
      const [folders, { files: newest, failed }] = await Promise.all([
        foldersFile.read(),
        engine.ask('watchedFiles', { folder: engine.folder, limit: FILES_SHOWN }),
      ]);
      const status = folders.map((folder) => ({ ...folder, ...watcher.statusOf(folder.path) }));
      return { isWatching: watches, trouble: watcher.trouble(), folders: status, failed, files: newest };
    },
    async add(folder) {
      await foldersFile.add(folder);
      await changed();
    },
    async change(change) {
      await foldersFile.change(change);
      await changed();
    },
    async remove(id) {
      await foldersFile.remove(id);
      await changed();
    },
    async open(claim) {
      const row = await failedRow(claim);
      const path = join(row.folder, row.liesAt);
      const there = await statOrNull(path);
      if (!there) {
        throw new AppError(
          'NOT_FOUND',
          `${row.file} is no longer in ${row.folder}. Nothing was changed; drop it there again.`,
        );
      }
      await engine.keep('keepWatched', { ...row, ...factsOf(there) });
      const fileId = files.register(path, { claim, onImported: () => looks.soon() });
      return { fileId, name: row.file };
    },
    async again(claims) {
      if (!owns) {
        throw new AppError(
          'STORE_IN_USE',
          'The store is open in another program. Nothing was changed; try the files again there.',
        );
      }
      for (const claim of claims) {
        const row = await failedRow(claim);
        await engine.keep('keepWatched', {
          ...row,
          state: 'returned',
          settledAt: null,
          message: 'Put back to be tried again.',
        });
      }
      await watcher.look();
      await changed();
    },
    unwatched: () => watcher.troubles(),
    look: () => watcher.look(),
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      looks.end();
      watcher.stop();
    },
    stopped: () => watcher.stopped(),
  };
}

/** When the folders are looked at: every so often, when a file may have stopped growing, and soon after the system tells of one. */
class Looks {
  readonly #watcher: Watcher;
  readonly #everyMs: () => number;
  readonly #folders: () => Promise<WatchedFolder[]>;
  readonly #told = new Map<string, FSWatcher>();
  #timer: NodeJS.Timeout | null = null;
  #dueMs = Number.POSITIVE_INFINITY;
  #isOn = false;

  constructor(watcher: Watcher, everyMs: () => number, folders: () => Promise<WatchedFolder[]>) {
    this.#watcher = watcher;
    this.#everyMs = everyMs;
    this.#folders = folders;
  }

  begin(): void {
    this.#isOn = true;
    this.soon();
  }

  soon(): void {
    this.#plan(BURST_MS);
  }

  end(): void {
    this.#isOn = false;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    for (const told of this.#told.values()) told.close();
    this.#told.clear();
  }

  /** A file that grows is told of all the time: the look that is planned is never put off. */
  #plan(inMs: number): void {
    const dueMs = performance.now() + inMs;
    if (!this.#isOn || dueMs >= this.#dueMs) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#dueMs = dueMs;
    this.#timer = setTimeout(() => void this.#look(), inMs).unref();
  }

  async #look(): Promise<void> {
    this.#dueMs = Number.POSITIVE_INFINITY;
    await this.#watcher.look();
    await this.#listen();
    const nextMs = this.#watcher.nextInMs();
    this.#plan(Math.max(BURST_MS, Math.min(this.#everyMs(), nextMs ?? this.#everyMs())));
  }

  /** Has the system tell of folders that are on; where it cannot, as on many network drives, looking every so often is enough. */
  async #listen(): Promise<void> {
    const folders = await this.#folders().catch((): WatchedFolder[] => []); // told by the look
    const wanted = new Set(folders.filter(({ isOn }) => isOn).map(({ path }) => path));
    for (const [path, told] of this.#told) {
      if (wanted.has(path)) continue;
      told.close();
      this.#told.delete(path);
    }
    for (const path of wanted) if (this.#isOn && !this.#told.has(path)) this.#listenTo(path);
  }

  #listenTo(path: string): void {
    const drop = () => {
      this.#told.get(path)?.close();
      this.#told.delete(path);
    };
    try {
      const told = watch(path, { persistent: false }, () => this.soon());
      told.on('error', drop);
      this.#told.set(path, told);
    } catch {
      drop(); // not there, or not told of: the next look tries again
    }
  }
}

/**
 * The engine: readers side by side, one writer, no statement on the calling thread.
 * 1. Readers and writer are worker threads (pools of Piscina, which starts a new thread for one that died).
 * 2. Any reader can read any file; a question over five files is five tasks.
 * 3. The writer takes one task at a time, in order.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { availableParallelism } from 'node:os';
import type { Piscina } from 'piscina';
import type { ReaderMetrics } from '../../shared/contract/health.ts';
import type { Proposal } from '../../shared/contract/indexes.ts';
import { ColumnMemory, type FetchOptions, type MonthOfFile } from '../columns/memory.ts';
import type { SqlStatement } from '../dialects/sqlite/report.ts';
import type { SlowQuestion } from '../indexes/candidates.ts';
import type { QuickCheckOutcome } from '../maintenance/quick-check.ts';
import type { VacuumForecast } from '../maintenance/vacuum-forecast.ts';
import type { Texts } from '../rollup/column-table.ts';
import { RollupMemory } from '../rollup/memory.ts';
import { isUnreadable } from '../store/archives.ts';
import { type Catalog, settingAside } from '../store/catalog.ts';
import { notAsLeft, notAsSealed } from '../store/flaws.ts';
import type { LogState } from '../store/fold-log.ts';
import { existingStoreFolder, LIVE, partitionFile, type StoreFolder, storeFolder } from '../store/folder.ts';
import type { ForeignWrites } from '../store/foreign-writes.ts';
import type { LeftLive } from '../store/open-store.ts';
import { withCancelFlag } from './cancel-flag.ts';
import type { Overheard } from './explain-overheard.ts';
import { ReaderLoad } from './reader-load.ts';
import type { ReaderSettings } from './reader-settings.ts';
import { type RunningJob, withChannel } from './running-job.ts';
import { SliceTurns } from './slice-turns.ts';
import type { PlanChange } from './sqlite/plan-watch.ts';
import { explainDeath, explainWriterDeath, unwrapFailure } from './sqlite/worker-failure.ts';
import { type Begun, sharedNow } from './step-clock.ts';
import type { Progress, ReadResult } from './tasks.ts';
import { threadPool } from './thread-pool.ts';
import { tracePiece, traceRead } from './trace.ts';
import type { Input, JobInput, JobName, JobOutput, Notes, Output, ReaderTasks, WriterTasks } from './worker-tasks.ts';

/** Queries and screens wait on readers, so two even on a small machine; more than eight only wait on the disk. */
const READERS = Math.min(8, Math.max(2, availableParallelism() - 1));

/** Of each file, KiB: with the 8 MiB of other readers a workbook of a million records from five archives took 40 MB more than one of a fifth of them. */
const CACHE_OF_ONCE_KIB = 1_024;
const isReadOnce = new AsyncLocalStorage<true>();

const looksIntoFile: ReadonlySet<keyof ReaderTasks> = new Set(['inspect', 'preview', 'previewFindings']);

/** What a read of a file must find, and what stops it. */
export interface ReadOptions {
  catalogVersion?: number | null;
  generation?: number | null;
  signal?: AbortSignal | undefined;
}

export class Engine {
  readonly folder: StoreFolder;
  /** How many statements run side by side. */
  readonly readers: number = READERS;
  readonly #load = new ReaderLoad();
  readonly sliceTurns = new SliceTurns(READERS, (waitMs) => this.#load.waited(waitMs));
  readonly #readers: Piscina;
  /** Builds the columnar copy beside the readers, so that no question waits for it; its thread ends with the work. */
  readonly #background: Piscina;
  /**
   * Looks into files to be imported, and whether those of the store are whole. What that takes of memory goes with its thread,
   * before an import takes its own.
   */
  readonly #lookers: Piscina;
  /**
   * Reads records page after page for a file that is written, on a thread that ends with the work: it sees each page of a file once, so that
   * what SQLite would keep of it serves nobody.
   */
  readonly #once: Piscina;
  readonly #writer: Piscina | null;
  readonly rollups: RollupMemory;
  readonly columns: ColumnMemory;
  /** Told when SQLite runs a statement in another way than before, or in one file unlike in the others. */
  onPlanChange: (change: PlanChange) => void = () => {};
  /** Told the indexes that statements went by, in the asynchronous context of whoever asked. */
  onIndexesUsed: (indexes: readonly string[]) => void = () => {};
  /** Told why a reader died that nobody was waiting for. */
  onReaderDied: (error: unknown) => void = () => {};
  /** Told of an archive that cannot be read any more; from then on questions are planned without it. */
  onSetAside: (name: string, because: string) => void = () => {};
  /** Told whenever the live file could not be read or written, as it is damaged or gone. */
  onLiveDamaged: (because: string) => void = () => {};
  /** Archives that could not be read since the catalogue was written, and why. */
  readonly #unreadable = new Map<string, string>();
  readonly #asked = new Set<Promise<unknown>>();
  #closed = false;
  readonly #closing = new AbortController();
  #catalog: Promise<Catalog> | null = null;
  /** Another program wrote to live, which is not read anew yet. */
  #outOfStep: PromiseWithResolvers<void> | null = null;
  #texts: { generation: number; texts: Promise<Texts> } | null = null;

  private constructor(folder: StoreFolder, writer: Piscina | null) {
    this.folder = folder;
    this.#writer = writer;
    // The others start when they are needed, not in the way of the first answer.
    this.#readers = threadPool({ worker: 'reader-worker', minThreads: 1, maxThreads: READERS });
    this.#background = threadPool({ worker: 'reader-worker', minThreads: 0, maxThreads: 1, idleMs: 1_000 });
    this.#lookers = threadPool({ worker: 'reader-worker', minThreads: 0, maxThreads: 2, idleMs: 2_000 });
    const reading: ReaderSettings = { cacheKib: CACHE_OF_ONCE_KIB };
    this.#once = threadPool({
      worker: 'reader-worker',
      minThreads: 0,
      maxThreads: 1,
      idleMs: 2_000,
      workerData: reading,
    });
    this.#readers.on('workerDestroy', () => {
      if (!this.#closed) this.#load.died();
    });
    this.#readers.on('error', (error) => this.onReaderDied(error));
    this.columns = new ColumnMemory((of, options) => this.#fetchSegment(of, options));
    this.rollups = new RollupMemory({
      rollup: ({ file, kind }, name, { generation, version }) =>
        this.ask('rollup', { file, name, expected: kind === 'live' ? { generation, version } : null }),
      texts: () => this.ask('texts', this.folder),
    });
  }

  /** Takes the store for writing ('own') or reads beside its owner ('read'). Throws what openStore throws. */
  static async open(root: string, access: 'own' | 'read'): Promise<Engine> {
    if (access === 'read') {
      const engine = new Engine(existingStoreFolder(root), null);
      await engine.catalog(); // a store that cannot be read is told of now, and the first question finds readers at work
      return engine;
    }
    const writer = threadPool({ worker: 'writer-worker', minThreads: 1, maxThreads: 1, workerData: root });
    const engine = new Engine(storeFolder(root), writer); // its first reader starts beside the writer
    try {
      unwrapFailure(await writer.run(undefined, { name: 'open' }));
    } catch (error) {
      await engine.close();
      throw error;
    }
    return engine;
  }

  /** Runs a reader's task by name. */
  async ask<Name extends keyof ReaderTasks>(
    name: Name,
    input: Input<ReaderTasks[Name]>,
  ): Promise<Output<ReaderTasks[Name]>> {
    return this.#ask(looksIntoFile.has(name) ? this.#lookers : this.#readers, name, input);
  }

  async #ask<Name extends keyof ReaderTasks>(
    pool: Piscina,
    name: Name,
    input: Input<ReaderTasks[Name]>,
  ): Promise<Output<ReaderTasks[Name]>> {
    if (this.#closed) throw new Error(`'${name}' was asked of a store that is closed.`);
    const askedAt = sharedNow();
    const answer = pool === this.#readers ? this.#load.during(pool.run(input, { name })) : pool.run(input, { name });
    this.#asked.add(answer);
    try {
      const result: unknown = unwrapFailure(await answer);
      if (hasBegun(result)) {
        this.#load.waited(result.begunAt - askedAt);
        tracePiece(askedAt, result.begunAt);
      }
      return result as Output<ReaderTasks[Name]>;
    } catch (error) {
      this.#tellOfDamage(error);
      throw explainDeath(error);
    } finally {
      this.#asked.delete(answer);
    }
  }

  /** How the readers are doing. */
  readerMetrics(): ReaderMetrics {
    const queued = this.#readers.queueSize;
    return {
      size: this.readers,
      inUse: this.#load.tasks - queued,
      queued: queued + this.sliceTurns.waiting,
      longestWaitMs: this.#load.longestWaitMs(),
      respawns: this.#load.respawns,
    };
  }

  /** Runs statements against one file in one read transaction; throws CANCELLED soon after the signal aborts. */
  async read(
    file: string,
    statements: SqlStatement[],
    { catalogVersion = null, generation = null, signal }: ReadOptions = {},
  ): Promise<ReadResult> {
    const result = await withCancelFlag(signal, (cancel) =>
      this.#ask(isReadOnce.getStore() ? this.#once : this.#readers, 'read', {
        file,
        statements,
        catalogVersion,
        generation,
        cancel,
      }),
    ).catch((error: unknown) => this.#withoutArchive(file, error));
    traceRead({ file, statements, answers: result.answers });
    for (const change of result.planChanges) this.onPlanChange(change);
    if (result.indexes.length > 0) this.onIndexesUsed(result.indexes);
    return result;
  }

  /** Does work that reads much and each page of a file once: its statements run beside those of questions, with little memory. */
  readingOnce<Result>(work: () => Promise<Result>): Promise<Result> {
    return isReadOnce.run(true, work);
  }

  #tellOfDamage(error: unknown): void {
    if (isUnreadable(error) && error.message.includes(this.folder.live)) this.onLiveDamaged(error.message);
  }

  /** Plans on without an archive that cannot be read; throws what is another failure, or of another file. */
  async #withoutArchive(file: string, error: unknown): Promise<ReadResult> {
    if (!isUnreadable(error)) throw error;
    const { partitions } = await this.catalog();
    const archive = partitions.find((partition) => partition.file === file && partition.kind === 'archive');
    if (archive) {
      this.#unreadable.set(archive.name, error.message);
      this.onSetAside(archive.name, error.message);
    } else if (![...this.#unreadable.keys()].some((name) => partitionFile(this.folder, name) === file)) {
      throw error;
    }
    return { begunAt: sharedNow(), current: false, answers: [], planChanges: [], indexes: [] };
  }

  /**
   * The store as it is. Its owner keeps it in memory between changes, as nobody else changes it; a reader beside an
   * owner reads it each time.
   */
  async catalog(): Promise<Catalog> {
    while (this.#outOfStep) await this.#outOfStep.promise;
    const catalog = await (this.#writer ? this.#keptCatalog() : this.ask('catalog', this.folder));
    return this.#unreadable.size === 0 ? catalog : settingAside(catalog, this.#unreadable);
  }

  #keptCatalog(): Promise<Catalog> {
    this.#catalog ??= this.ask('catalog', this.folder).catch((error: unknown) => {
      this.#catalog = null; // a failure is not an answer to keep
      throw error;
    });
    return this.#catalog;
  }

  /** Forgets the catalogue after a change. */
  forgetCatalog(): void {
    this.#catalog = null;
  }

  /** Tries archives again that could not be read, where a job may have mended or put them back. */
  tryArchivesAgain(): void {
    this.#unreadable.clear();
    this.forgetCatalog();
  }

  /** Notes in the store that an archive is set aside. */
  async recordSetAside(name: string, because: string): Promise<void> {
    unwrapFailure(await this.#write('recordSetAside', { name, because }));
    this.forgetCatalog();
  }

  /**
   * Compares every file with what it was when this program let go of it, beside readers and writer, and notes of those that
   * differ that their records are not to be relied on. Returns their names; throws CANCELLED soon after the signal aborts.
   */
  async findDecay(signal?: AbortSignal): Promise<string[]> {
    const found: string[] = [];
    // Live first, before its log is folded into it, after which nobody could tell.
    if (!(await withCancelFlag(signal, (cancel) => this.#isLiveAsLeft(cancel)))) {
      unwrapFailure(await this.#write('recordDecay', { because: notAsLeft(this.folder.live) }));
      found.push(LIVE);
    }
    const { partitions } = await this.catalog();
    for (const { name, kind, file } of partitions) {
      if (kind === 'live') continue;
      const seal = await withCancelFlag(signal, (cancel) =>
        this.#ask(this.#lookers, 'brokenSeal', { folder: this.folder, name, cancel }),
      );
      if (seal === null) continue;
      const doubt = { name, seal, because: notAsSealed(file) };
      if (unwrapFailure(await this.#write('recordDoubt', doubt))) found.push(name);
    }
    if (found.length > 0) this.forgetCatalog();
    return found;
  }

  async #isLiveAsLeft(cancel: SharedArrayBuffer | null): Promise<boolean> {
    const left = unwrapFailure(await this.#write('leftLive', undefined)) as LeftLive | null;
    if (left === null) return true;
    const decayed = await this.#ask(this.#lookers, 'decayedBlocks', { folder: this.folder, left, cancel });
    return decayed === 0 || decayed === null;
  }

  /** Tells no more of what was lost when an archive was rebuilt; false where nothing was told. */
  async acknowledgeRebuilt(name: string): Promise<boolean> {
    const acknowledged = unwrapFailure(await this.#write('recordAcknowledged', { name })) as boolean;
    this.forgetCatalog();
    return acknowledged;
  }

  /** Loads into memory what has changed; answers come from the files until it is there. */
  async loadRollups(): Promise<void> {
    await this.rollups.load(await this.catalog());
  }

  /** Loads the columnar copy as far as memory allows; until a month is there, its file answers. */
  async loadColumns(): Promise<void> {
    const catalog = await this.catalog();
    const loaded = await this.columns.load(catalog);
    if (loaded === 0 || !this.#writer) return;
    const stamps = catalog.partitions.flatMap(({ months }) => months.map(({ stamp }) => stamp));
    await this.#ask(this.#background, 'sweepColumns', { folder: this.folder, stamps });
  }

  /** The dictionaries, at least as new as the catalogue; they only grow. */
  texts({ generation }: Catalog): Promise<Texts> {
    if (this.#texts?.generation !== generation) {
      this.#texts = { generation, texts: this.ask('texts', this.folder) };
      this.#texts.texts.catch(() => {
        this.#texts = null; // a failure is not an answer to keep
      });
    }
    return this.#texts.texts;
  }

  #fetchSegment(
    { partition, month }: MonthOfFile,
    { urgent, build, signal }: FetchOptions,
  ): Promise<SharedArrayBuffer | null> {
    const { file, kind } = partition;
    const stop = signal ? AbortSignal.any([signal, this.#closing.signal]) : this.#closing.signal;
    return withCancelFlag(stop, (cancel) =>
      this.#ask(urgent ? this.#readers : this.#background, 'segment', {
        folder: this.folder,
        partition: { file, kind },
        month,
        build,
        keep: this.#writer !== null,
        cancel,
      }),
    );
  }

  /** Queues a job for the writer; progress arrives while it runs. */
  start<Name extends JobName>(
    name: Name,
    input: JobInput<Name>,
    onProgress: (progress: Progress) => void,
  ): RunningJob<JobOutput<Name>> {
    return withChannel(async (channel) => {
      try {
        return unwrapFailure(await this.#write(name, { ...input, channel }, [channel.port])) as JobOutput<Name>;
      } catch (error) {
        this.#tellOfDamage(error);
        throw error;
      }
    }, onProgress);
  }

  /** Checks whether the pages of live fit together, beside readers and writer. */
  quickCheck(onProgress: (progress: Progress) => void): RunningJob<QuickCheckOutcome> {
    return withChannel(async (channel) => {
      const task = { folder: this.folder, channel };
      return unwrapFailure(
        await this.#background.run(task, { name: 'quickCheckLive', transferList: [channel.port] }),
      ) as QuickCheckOutcome;
    }, onProgress);
  }

  /** What VACUUM would give back; looks at the pages of live, beside readers and writer. */
  forecastVacuum(): Promise<VacuumForecast> {
    return this.#ask(this.#background, 'vacuumForecast', this.folder);
  }

  /** Tries indexes on a copy, beside readers and writer. */
  tryIndexes(
    questions: SlowQuestion[],
    unused: string[],
    onProgress: (progress: Progress) => void,
  ): RunningJob<Proposal[]> {
    const input = { folder: this.folder, questions, unused };
    return withChannel(async (channel) => {
      const task = { ...input, channel };
      return unwrapFailure(
        await this.#background.run(task, { name: 'tryIndexes', transferList: [channel.port] }),
      ) as Proposal[];
    }, onProgress);
  }

  /** Bytes of one index of a file, with the statements that read them; throws CANCELLED soon after the signal aborts. */
  indexBytes(file: string, name: string, signal?: AbortSignal): Promise<Overheard<number>> {
    return withCancelFlag(signal, (cancel) => this.ask('bytesOfIndex', { file, name, cancel }));
  }

  /** What another program may have written; to be asked while no job runs, as it would wait for that. */
  async lookForForeignWrites(): Promise<ForeignWrites> {
    return unwrapFailure(await this.#write('lookForForeignWrites', undefined)) as ForeignWrites;
  }

  /** Cuts the write-ahead log where it is large and nobody reads what is in it; to be asked while no job runs, too. */
  async foldLog(): Promise<LogState> {
    return unwrapFailure(await this.#write('foldLogOfLive', undefined)) as LogState;
  }

  /** Plans no question from now on until `reread` is done. */
  holdQuestions(): void {
    this.#outOfStep ??= Promise.withResolvers();
  }

  /** Reads anew what another program wrote. */
  reread(onProgress: (progress: Progress) => void): RunningJob<JobOutput<'rereadStore'>> {
    this.forgetCatalog(); // until it is done, what was changed is told of with every answer
    const running = this.start('rereadStore', {}, onProgress);
    const over = () => {
      this.forgetCatalog();
      this.#outOfStep?.resolve();
      this.#outOfStep = null;
    };
    running.result.then(over, over); // who started it is told of a failure; files that are out of step answer better than none
    return running;
  }

  async recordJob(job: Input<WriterTasks['recordJob']>): Promise<void> {
    unwrapFailure(await this.#write('recordJob', job));
  }

  /** Has the writer keep something small; it waits for the job that runs. */
  async keep<Name extends keyof Notes>(name: Name, input: Input<Notes[Name]>): Promise<Output<Notes[Name]>> {
    return unwrapFailure(await this.#write(name, input)) as Output<Notes[Name]>;
  }

  /** Lets what is being read finish: an answer that finds its pool gone is thrown at the whole process. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#closing.abort();
    await Promise.allSettled(this.#asked);
    await this.#readers.destroy();
    await this.#background.destroy();
    await this.#lookers.destroy();
    await this.#once.destroy();
    if (this.#writer) {
      await this.#writer.run(undefined, { name: 'close' });
      await this.#writer.destroy();
    }
  }

  async #write(
    name: string,
    task: unknown,
    transferList: import('node:worker_threads').TransferListItem[] = [],
  ): Promise<unknown> {
    if (!this.#writer) throw new Error(`'${name}' was asked of a store opened for reading.`);
    return this.#writer.run(task, { name, transferList }).catch((error: unknown) => {
      throw explainWriterDeath(error);
    });
  }
}

function hasBegun(result: unknown): result is Begun {
  return typeof result === 'object' && result !== null && 'begunAt' in result;
}

/** The engine: the files of a store and what is kept of them in memory; every statement runs on one of its threads. */
import { AsyncLocalStorage } from 'node:async_hooks';
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
import type { Overheard } from './explain/explain-overheard.ts';
import { SliceTurns } from './slices/slice-turns.ts';
import type { PlanChange } from './sqlite/plan-watch.ts';
import { sharedNow } from './step-clock.ts';
import { withCancelFlag } from './threads/cancel-flag.ts';
import { EngineThreads, type PoolName, READERS } from './threads/engine-threads.ts';
import { type RunningJob, withChannel } from './threads/running-job.ts';
import type { Progress, ReadResult } from './threads/tasks.ts';
import type {
  Input,
  JobInput,
  JobName,
  JobOutput,
  Notes,
  Output,
  ReaderTasks,
  WriterTasks,
} from './threads/worker-tasks.ts';
import { traceRead } from './trace.ts';

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
  readonly sliceTurns = new SliceTurns(READERS, (waitMs) => this.#threads.waited(waitMs));
  readonly #threads: EngineThreads;
  readonly rollups: RollupMemory;
  readonly columns: ColumnMemory;
  /** Told when SQLite runs a statement in another way than before, or in one file unlike in the others. */
  onPlanChange: (change: PlanChange) => void = () => {};
  /** Told the indexes that statements went by, in the asynchronous context of whoever asked. */
  onIndexesUsed: (indexes: readonly string[]) => void = () => {};
  /** Told of an archive that cannot be read any more; from then on questions are planned without it. */
  onSetAside: (name: string, because: string) => void = () => {};
  /** Told whenever the live file could not be read or written, as it is damaged or gone. */
  onLiveDamaged: (because: string) => void = () => {};
  /** Archives that could not be read since the catalogue was written, and why. */
  readonly #unreadable = new Map<string, string>();
  readonly #closing = new AbortController();
  #catalog: Promise<Catalog> | null = null;
  /** Another program wrote to live, which is not read anew yet. */
  #outOfStep: PromiseWithResolvers<void> | null = null;
  #texts: { generation: number; texts: Promise<Texts> } | null = null;

  private constructor(folder: StoreFolder, access: 'own' | 'read') {
    this.folder = folder;
    this.#threads = new EngineThreads(folder.root, access);
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
      const engine = new Engine(existingStoreFolder(root), access);
      await engine.catalog(); // a store that cannot be read is told of now, and the first question finds readers at work
      return engine;
    }
    const engine = new Engine(storeFolder(root), access); // its first reader starts beside the writer
    try {
      await engine.#threads.write('open', undefined);
    } catch (error) {
      await engine.close();
      throw error;
    }
    return engine;
  }

  /** Told why a reader died that nobody was waiting for. */
  set onReaderDied(listener: (error: unknown) => void) {
    this.#threads.onReaderDied = listener;
  }

  /** Runs a reader's task by name. */
  async ask<Name extends keyof ReaderTasks>(
    name: Name,
    input: Input<ReaderTasks[Name]>,
  ): Promise<Output<ReaderTasks[Name]>> {
    return this.#ask(looksIntoFile.has(name) ? 'lookers' : 'readers', name, input);
  }

  async #ask<Name extends keyof ReaderTasks>(
    pool: PoolName,
    name: Name,
    input: Input<ReaderTasks[Name]>,
  ): Promise<Output<ReaderTasks[Name]>> {
    try {
      return await this.#threads.ask(pool, name, input);
    } catch (error) {
      this.#tellOfDamage(error);
      throw error;
    }
  }

  /** How the readers are doing. */
  readerMetrics(): ReaderMetrics {
    return this.#threads.metrics(this.sliceTurns.waiting);
  }

  /** Runs statements against one file in one read transaction; throws CANCELLED soon after the signal aborts. */
  async read(
    file: string,
    statements: SqlStatement[],
    { catalogVersion = null, generation = null, signal }: ReadOptions = {},
  ): Promise<ReadResult> {
    const result = await withCancelFlag(signal, (cancel) =>
      this.#ask(isReadOnce.getStore() ? 'once' : 'readers', 'read', {
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
    const catalog = await (this.#threads.hasWriter ? this.#keptCatalog() : this.ask('catalog', this.folder));
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
    await this.#threads.write('recordSetAside', { name, because });
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
      await this.#threads.write('recordDecay', { because: notAsLeft(this.folder.live) });
      found.push(LIVE);
    }
    const { partitions } = await this.catalog();
    for (const { name, kind, file } of partitions) {
      if (kind === 'live') continue;
      const seal = await withCancelFlag(signal, (cancel) =>
        this.#ask('lookers', 'brokenSeal', { folder: this.folder, name, cancel }),
      );
      if (seal === null) continue;
      const doubt = { name, seal, because: notAsSealed(file) };
      if (await this.#threads.write('recordDoubt', doubt)) found.push(name);
    }
    if (found.length > 0) this.forgetCatalog();
    return found;
  }

  async #isLiveAsLeft(cancel: SharedArrayBuffer | null): Promise<boolean> {
    const left = await this.#threads.write('leftLive', undefined);
    if (left === null) return true;
    const decayed = await this.#ask('lookers', 'decayedBlocks', { folder: this.folder, left, cancel });
    return decayed === 0 || decayed === null;
  }

  /** Tells no more of what was lost when an archive was rebuilt; false where nothing was told. */
  async acknowledgeRebuilt(name: string): Promise<boolean> {
    const acknowledged = await this.#threads.write('recordAcknowledged', { name });
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
    if (loaded === 0 || !this.#threads.hasWriter) return;
    const stamps = catalog.partitions.flatMap(({ months }) => months.map(({ stamp }) => stamp));
    await this.#ask('background', 'sweepColumns', { folder: this.folder, stamps });
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
      this.#ask(urgent ? 'readers' : 'background', 'segment', {
        folder: this.folder,
        partition: { file, kind },
        month,
        build,
        keep: this.#threads.hasWriter,
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
        const task = { ...input, channel } as Input<WriterTasks[Name]>; // JobInput is that without its channel
        return (await this.#threads.write(name, task, [channel.port])) as JobOutput<Name>;
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
      return this.#threads.ask('background', 'quickCheckLive', task, [channel.port]);
    }, onProgress);
  }

  /** What VACUUM would give back; looks at the pages of live, beside readers and writer. */
  forecastVacuum(): Promise<VacuumForecast> {
    return this.#ask('background', 'vacuumForecast', this.folder);
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
      return this.#threads.ask('background', 'tryIndexes', task, [channel.port]);
    }, onProgress);
  }

  /** Bytes of one index of a file, with the statements that read them; throws CANCELLED soon after the signal aborts. */
  indexBytes(file: string, name: string, signal?: AbortSignal): Promise<Overheard<number>> {
    return withCancelFlag(signal, (cancel) => this.ask('bytesOfIndex', { file, name, cancel }));
  }

  /** What another program may have written; to be asked while no job runs, as it would wait for that. */
  async lookForForeignWrites(): Promise<ForeignWrites> {
    return await this.#threads.write('lookForForeignWrites', undefined);
  }

  /** Cuts the write-ahead log where it is large and nobody reads what is in it; to be asked while no job runs, too. */
  async foldLog(): Promise<LogState> {
    return await this.#threads.write('foldLogOfLive', undefined);
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
    await this.#threads.write('recordJob', job);
  }

  /** Has the writer keep something small; it waits for the job that runs. */
  async keep<Name extends keyof Notes>(name: Name, input: Input<Notes[Name]>): Promise<Output<Notes[Name]>> {
    return this.#threads.write(name, input);
  }

  /** Lets what is being read finish, and stops what is built in the background. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#threads.close();
  }
}

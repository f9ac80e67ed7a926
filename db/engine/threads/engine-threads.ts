/**
 * The threads of an engine: readers side by side, one writer, and others for what must not stand in the way of questions.
 * 1. All are pools of Piscina, which starts a new thread for one that died.
 * 2. Any reader can read any file; a question over five files is five tasks.
 * 3. The writer takes one task at a time, in order.
 */
import { availableParallelism } from 'node:os';
import type { TransferListItem } from 'node:worker_threads';
import type { Piscina } from 'piscina';
import type { ReaderMetrics } from '../../../shared/contract/health.ts';
import { explainDeath, explainWriterDeath, unwrapFailure } from '../sqlite/worker-failure.ts';
import { type Begun, sharedNow } from '../step-clock.ts';
import { tracePiece } from '../trace.ts';
import { ReaderLoad } from './reader-load.ts';
import type { ReaderSettings } from './reader-settings.ts';
import { threadPool } from './thread-pool.ts';
import type { Input, Output, ReaderTasks, WriterTasks } from './worker-tasks.ts';

/** Queries and screens wait on readers, so two even on a small machine; more than eight only wait on the disk. */
export const READERS = Math.min(8, Math.max(2, availableParallelism() - 1));

const worker = 'reader-worker';

/** Of each file, KiB: with the 8 MiB of other readers a workbook of a million records from five archives took 40 MB more than one of a fifth of them. */
const CACHE_OF_ONCE_KIB = 1_024;

/**
 * Who does a reader's task:
 * - `readers`: what a question waits for;
 * - `background`: builds the columnar copy and checks beside the readers, so that no question waits for it; its thread ends with the work;
 * - `lookers`: look into files to be imported, and whether those of the store are whole; what that takes of memory goes with their
 *   threads, at the latest when an import begins that takes its own;
 * - `once`: reads records page after page for a file that is written, on a thread that ends with the work: it sees each page of a file
 *   once, so that what SQLite would keep of it serves nobody.
 */
export type PoolName = 'readers' | 'background' | 'lookers' | 'once';

export class EngineThreads {
  /** Told why a reader died that nobody was waiting for. */
  onReaderDied: (error: unknown) => void = () => {};
  readonly #pools: Record<PoolName, Piscina>;
  readonly #writer: Piscina | null;
  readonly #load = new ReaderLoad();
  readonly #asked = new Set<Promise<unknown>>();
  /** Tasks of lookers that are not done. */
  #looking = 0;
  #closed = false;

  /** Threads of the store in a folder, with a writer where the store is taken for writing. */
  constructor(root: string, access: 'own' | 'read') {
    this.#writer =
      access === 'own' ? threadPool({ worker: 'writer-worker', minThreads: 1, maxThreads: 1, workerData: root }) : null;
    const reading: ReaderSettings = { cacheKib: CACHE_OF_ONCE_KIB };
    this.#pools = {
      // The others start when they are needed, not in the way of the first answer.
      readers: threadPool({ worker, minThreads: 1, maxThreads: READERS }),
      background: threadPool({ worker, minThreads: 0, maxThreads: 1, idleMs: 1_000 }),
      lookers: lookers(),
      once: threadPool({ worker, minThreads: 0, maxThreads: 1, idleMs: 2_000, workerData: reading }),
    };
    this.#pools.readers.on('workerDestroy', () => {
      if (!this.#closed) this.#load.died();
    });
    this.#pools.readers.on('error', (error) => this.onReaderDied(error));
  }

  get hasWriter(): boolean {
    return this.#writer !== null;
  }

  /** Takes note of a wait for a reader, in milliseconds. */
  waited(waitMs: number): void {
    this.#load.waited(waitMs);
  }

  /** Runs a reader's task by name. Throws what the task threw, or that its thread died. */
  async ask<Name extends keyof ReaderTasks>(
    pool: PoolName,
    name: Name,
    input: Input<ReaderTasks[Name]>,
    transferList: TransferListItem[] = [],
  ): Promise<Output<ReaderTasks[Name]>> {
    if (this.#closed) throw new Error(`'${name}' was asked of a store that is closed.`);
    const askedAt = sharedNow();
    const running: Promise<unknown> = this.#pools[pool].run(input, { name, transferList });
    const answer = pool === 'readers' ? this.#load.during(running) : running;
    this.#asked.add(answer);
    if (pool === 'lookers') this.#looking += 1;
    try {
      const result = unwrapFailure(await answer);
      if (hasBegun(result)) {
        this.#load.waited(result.begunAt - askedAt);
        tracePiece(askedAt, result.begunAt);
      }
      return result as Output<ReaderTasks[Name]>;
    } catch (error) {
      throw explainDeath(error);
    } finally {
      this.#asked.delete(answer);
      if (pool === 'lookers') this.#looking -= 1;
    }
  }

  /** Hands a task to the writer. Throws what the task threw, or that the writer died. */
  async write<Name extends keyof WriterTasks>(
    name: Name,
    input: Input<WriterTasks[Name]>,
    transferList: TransferListItem[] = [],
  ): Promise<Output<WriterTasks[Name]>> {
    if (!this.#writer) throw new Error(`'${name}' was asked of a store opened for reading.`);
    if (name === 'importFile') this.#dismissLookers();
    const written: unknown = await this.#writer.run(input, { name, transferList }).catch((error: unknown) => {
      throw explainWriterDeath(error);
    });
    return unwrapFailure(written) as Output<WriterTasks[Name]>;
  }

  /** Ends the threads that have looked into files, unless one of them is still at it. */
  #dismissLookers(): void {
    if (this.#looking > 0) return;
    const idle = this.#pools.lookers;
    this.#pools.lookers = lookers();
    void idle.destroy();
  }

  /** How the readers are doing; `waiting` is how many pieces of work are held back before they reach them. */
  metrics(waiting: number): ReaderMetrics {
    const queued = this.#pools.readers.queueSize;
    return {
      size: READERS,
      inUse: this.#load.tasks - queued,
      queued: queued + waiting,
      longestWaitMs: this.#load.longestWaitMs(),
      respawns: this.#load.respawns,
    };
  }

  /** Lets what is being read finish: an answer that finds its pool gone is thrown at the whole process. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#asked);
    for (const pool of Object.values(this.#pools)) await pool.destroy();
    if (!this.#writer) return;
    await this.#writer.run(undefined, { name: 'close' });
    await this.#writer.destroy();
  }
}

function lookers(): Piscina {
  return threadPool({ worker, minThreads: 0, maxThreads: 2, idleMs: 2_000 });
}

function hasBegun(result: unknown): result is Begun {
  return typeof result === 'object' && result !== null && 'begunAt' in result;
}

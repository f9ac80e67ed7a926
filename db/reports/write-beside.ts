/**
 * Writes a report file on a thread of its own, so that making a million rows into a sheet, or a font into a page, keeps nobody
 * else waiting. Batches are handed over only as fast as they are written.
 */
import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/lib/app-error.ts';
import type { Cell } from '../../shared/query/answer.ts';
import { type Failure, unwrapFailure } from '../engine/sqlite/worker-failure.ts';
import { WORKER_LIMITS } from '../engine/threads/worker-limits.ts';
import { entryFile } from '../entry-file.ts';
import type { BoardContent } from './board-content.ts';
import type { AboutSection, ReportContent } from './report-content.ts';
import type { WrittenFormat } from './report-writers.ts';
import { writeWholeFile } from './whole-file.ts';

/** What the writing thread begins with: a report, or the tiles of a dashboard. */
export type ReportTask = { path: string } & (
  | { format: WrittenFormat; content: ReportContent }
  | { format: 'board'; content: BoardContent }
);

/** What it is sent: rows, and at last what tells of them. */
export type SupplyMessage = { rows: (readonly Cell[])[] } | { about: AboutSection[] };
/** What it tells: that it has taken a batch, and how many rows it wrote. */
export type ReportMessage = { taken: number } | { written: number } | Failure;

/** Rows of a report as they are read. */
export interface ReportRows {
  batches: AsyncIterable<(readonly Cell[])[]>;
  /** What tells of the rows; asked for after the last batch. */
  about: () => Promise<AboutSection[]>;
}

/** Of a file whose content has all of its rows. */
export function nothingMore(): ReportRows {
  return { batches: (async function* () {})(), about: async () => [] };
}

export interface WrittenReport {
  rows: number;
  bytes: number;
}

/** Batches on their way to the thread: one that it writes, and one that waits. */
const MOST_AHEAD = 2;

/**
 * Writes a report to `path` in one step: what was there is replaced whole or not at all, and nothing is left of what was cancelled or
 * failed. Throws CANCELLED, the disk's refusal in words, and UNEXPECTED where other rows were written than expected.
 */
export async function writeBeside(
  task: ReportTask,
  rows: ReportRows,
  signal: AbortSignal,
  onRows: (done: number) => void,
): Promise<WrittenReport> {
  return writeWholeFile(task.path, async (beside) => {
    const written = await writeOnThread({ ...task, path: beside }, rows, signal, onRows);
    checkWritten(written, task.content.rows);
    return { rows: written };
  });
}

/** Throws where other rows were written than expected: a file that is short must not look whole. */
export function checkWritten(written: number, expected: number): void {
  if (written === expected) return;
  throw changedMeanwhile(`${written} rows were written where ${expected} were expected`);
}

/** What is thrown where a file would not hold what it says. `what` is the beginning of its sentence. */
export function changedMeanwhile(what: string): AppError {
  return new AppError('UNEXPECTED', `${what}, as records changed meanwhile. The file was dropped; export again.`);
}

async function writeOnThread(
  task: ReportTask,
  { batches, about }: ReportRows,
  signal: AbortSignal,
  onRows: (done: number) => void,
): Promise<number> {
  const thread = new WritingThread(task);
  const stop = () => thread.fail(cancelled());
  signal.addEventListener('abort', stop);
  try {
    if (signal.aborted) throw cancelled();
    for await (const rows of batches) {
      await thread.send({ rows });
      onRows(thread.taken);
    }
    await thread.send({ about: await about() });
    return await thread.written;
  } finally {
    signal.removeEventListener('abort', stop);
    await thread.end();
  }
}

function cancelled(): AppError {
  return new AppError('CANCELLED', 'Cancelled. Nothing was kept of it.');
}

/** The thread, how much is on its way to it, and what became of it. */
class WritingThread {
  readonly #worker: Worker;
  readonly #outcome = Promise.withResolvers<number>();
  #ahead = 0;
  #wake = () => {};
  taken = 0;

  constructor(task: ReportTask) {
    this.#worker = new Worker(entryFile('reports/report-worker'), {
      workerData: task,
      resourceLimits: WORKER_LIMITS,
    });
    this.#outcome.promise.catch(() => {}); // told to whoever sends or waits next
    this.#worker.on('message', (message: ReportMessage) => this.#hear(message));
    this.#worker.on('error', (error) => this.fail(error));
    this.#worker.on('exit', () =>
      this.fail(new Error('The thread that writes the report stopped in the middle of it.')),
    );
  }

  get written(): Promise<number> {
    return this.#outcome.promise;
  }

  fail(error: unknown): void {
    this.#outcome.reject(error);
    this.#wake();
  }

  /** Settles when there is room for more; throws what writing failed with. */
  async send(message: SupplyMessage): Promise<void> {
    this.#worker.postMessage(message);
    if ('about' in message) return;
    this.#ahead++;
    while (this.#ahead >= MOST_AHEAD) {
      const woken = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      await Promise.race([woken, this.#outcome.promise]);
    }
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #hear(message: ReportMessage): void {
    if ('taken' in message) {
      this.#ahead--;
      this.taken += message.taken;
      this.#wake();
    } else if ('written' in message) this.#outcome.resolve(message.written);
    else {
      try {
        unwrapFailure(message);
      } catch (error) {
        this.fail(error);
      }
    }
  }
}

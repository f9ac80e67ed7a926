/**
 * The runs of questions in a file of their own, so that they outlive the program and another one can tell of them.
 * 1. They are added in batches, one batch after the other; no question waits for it. A batch is gathered as bytes, which the
 *    collector of memory has nothing to do with.
 * 2. A file that has reached its cap becomes the older one of two, in the place of the one before.
 * 3. What cannot be written is told once, and nothing is written after it: the record is worth no question.
 */
import { appendFile, readFile, rename, stat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import { questionRunSchema } from '../../../shared/contract/health.ts';
import { planSummarySchema } from '../../../shared/query/answer.ts';
import { ifMissing } from '../if-missing.ts';

/** With some 400 bytes a question, five to ten thousand of them in both files. */
const MOST_BYTES = 2 * 1024 * 1024;
const BATCH_MS = 1_000;
const BATCH_BYTES = 64 * 1024;
const LINES_AT_ONCE = 100;

/** A run as it is written: a slow one with its plan. */
const writtenRunSchema = questionRunSchema.extend({ plan: planSummarySchema.optional() });
export type WrittenRun = z.infer<typeof writtenRunSchema>;

export class RunFile {
  readonly #path: string;
  readonly #onFailure: (error: unknown) => void;
  readonly #mostBytes: number;
  readonly #batch = Buffer.allocUnsafe(BATCH_BYTES);
  #filled = 0;
  #timer: NodeJS.Timeout | null = null;
  #bytes: number | null = null;
  #failed = false;
  #last: Promise<void> = Promise.resolve();

  constructor(path: string, onFailure: (error: unknown) => void, mostBytes = MOST_BYTES) {
    this.#path = path;
    this.#onFailure = onFailure;
    this.#mostBytes = mostBytes;
  }

  /** Adds a run behind those before, with others that come soon after it. */
  append(run: WrittenRun): void {
    if (this.#failed) return;
    const line = `${JSON.stringify(run)}\n`;
    const bytes = Buffer.byteLength(line);
    if (this.#filled + bytes > BATCH_BYTES) this.#writeBatch();
    if (bytes > BATCH_BYTES) {
      this.#enqueue(Buffer.from(line));
      return;
    }
    this.#filled += this.#batch.write(line, this.#filled);
    this.#timer ??= setTimeout(() => this.#writeBatch(), BATCH_MS).unref();
  }

  /** Settles when all that was added is written, or will not be. */
  written(): Promise<void> {
    this.#writeBatch();
    return this.#last;
  }

  #writeBatch(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#filled === 0) return;
    this.#enqueue(Buffer.from(this.#batch.subarray(0, this.#filled)));
    this.#filled = 0;
  }

  #enqueue(lines: Buffer): void {
    this.#last = this.#last.then(() => this.#write(lines));
  }

  async #write(lines: Buffer): Promise<void> {
    if (this.#failed) return;
    try {
      this.#bytes ??= await sizeOf(this.#path);
      if (this.#bytes >= this.#mostBytes) {
        await rename(this.#path, olderOf(this.#path));
        this.#bytes = 0;
      }
      await appendFile(this.#path, lines);
      this.#bytes += lines.length;
    } catch (error) {
      this.#failed = true;
      this.#onFailure(error);
    }
  }
}

/** The runs of both files, oldest first; lines that are damaged are passed over. Throws what reading them throws. */
export async function readRuns(path: string): Promise<WrittenRun[]> {
  const runs: WrittenRun[] = [];
  for (const file of [olderOf(path), path]) {
    const lines = (await readFile(file, 'utf8').catch(ifMissing(''))).split('\n');
    for (let at = 0; at < lines.length; at += LINES_AT_ONCE) {
      runs.push(...lines.slice(at, at + LINES_AT_ONCE).flatMap((line) => parseRun(line) ?? []));
      await setImmediate(); // questions are answered on this thread, too
    }
  }
  return runs;
}

function parseRun(line: string): WrittenRun | null {
  try {
    return writtenRunSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null; // a line that a crash or another program cut short
  }
}

function olderOf(path: string): string {
  return path.replace(/\.jsonl$/, '.older.jsonl');
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(ifMissing(null));
  return found?.size ?? 0;
}

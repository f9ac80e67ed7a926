/**
 * The runs of questions in a file of their own, so that they outlive the program and another one can tell of them.
 * 1. They are added in batches, one batch after the other; no question waits for it. A line of a batch holds all of its runs that
 *    are alike, with what they have in common once; one with a plan has a line to itself.
 * 2. A file that has reached its cap becomes the older one of two, in the place of the one before.
 * 3. What cannot be written is told once, and nothing is written after it: the record is worth no question.
 */
import { appendFile, readFile, rename, stat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { questionRunSchema } from '../../../shared/contract/health.ts';
import { type PlanSummary, planSummarySchema } from '../../../shared/query/answer.ts';
import { ifMissing } from '../if-missing.ts';
import type { RunFigures, RunTraits } from './question-run.ts';

/** Of 50 bytes for a question like others before it within the second, 350 for one by itself. */
const MOST_BYTES = 2 * 1024 * 1024;
const BATCH_MS = 1_000;
const BATCH_RUNS = 1_000;
const LINES_AT_ONCE = 100;

/** A run as it was written: a slow one with its plan. */
export interface WrittenRun {
  traits: RunTraits;
  figures: RunFigures;
  plan: PlanSummary | null;
}

const figures = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]);
type WrittenFigures = z.infer<typeof figures>;

const lineSchema = questionRunSchema
  .pick({ kind: true, shape: true, source: true, whyNoRollup: true, cache: true, outcome: true })
  .extend({
    /** Of each run when it ended, how long it took and waited, its rows, files and pieces. */
    runs: z.array(figures),
    plan: planSummarySchema.optional(),
  });
type Line = z.infer<typeof lineSchema>;

export class RunFile {
  readonly #path: string;
  readonly #onFailure: (error: unknown) => void;
  readonly #mostBytes: number;
  #alike = new Map<RunTraits, WrittenFigures[]>();
  #withPlan: Line[] = [];
  #runs = 0;
  #timer: NodeJS.Timeout | null = null;
  #bytes: number | null = null;
  #failed = false;
  #last: Promise<void> = Promise.resolve();

  constructor(path: string, onFailure: (error: unknown) => void, mostBytes = MOST_BYTES) {
    this.#path = path;
    this.#onFailure = onFailure;
    this.#mostBytes = mostBytes;
  }

  /** Adds a run behind those before, with others that come soon after it; those whose traits are one object share a line. */
  append({ traits, figures, plan }: WrittenRun): void {
    if (this.#failed) return;
    const { atMs, elapsedMs, waitMs, rows, partitions, slices } = figures;
    const written: WrittenFigures = [atMs, elapsedMs, waitMs, rows, partitions, slices];
    if (plan) this.#withPlan.push({ ...traits, runs: [written], plan });
    else {
      const alike = this.#alike.get(traits);
      if (alike) alike.push(written);
      else this.#alike.set(traits, [written]);
    }
    this.#runs++;
    if (this.#runs === BATCH_RUNS) this.#writeBatch();
    else this.#timer ??= setTimeout(() => this.#writeBatch(), BATCH_MS).unref();
  }

  /** Settles when all that was added is written, or will not be. */
  written(): Promise<void> {
    this.#writeBatch();
    return this.#last;
  }

  #writeBatch(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#runs === 0) return;
    const lines: Line[] = [...this.#withPlan];
    for (const [traits, runs] of this.#alike) lines.push({ ...traits, runs });
    const text = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    this.#alike = new Map();
    this.#withPlan = [];
    this.#runs = 0;
    this.#last = this.#last.then(() => this.#write(text));
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
      for (const line of lines.slice(at, at + LINES_AT_ONCE)) runs.push(...runsIn(line));
      await setImmediate(); // questions are answered on this thread, too
    }
  }
  return runs.sort((a, b) => a.figures.atMs - b.figures.atMs);
}

function runsIn(text: string): WrittenRun[] {
  const line = parseLine(text);
  if (!line) return [];
  const { runs, plan = null, ...traits } = line;
  return runs.map(([atMs, elapsedMs, waitMs, rows, partitions, slices]) => {
    return { traits, figures: { atMs, elapsedMs, waitMs, rows, partitions, slices }, plan };
  });
}

function parseLine(text: string): Line | null {
  try {
    return lineSchema.safeParse(JSON.parse(text)).data ?? null;
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

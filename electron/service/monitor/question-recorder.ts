/**
 * Keeps what was asked and how long it took.
 * 1. While a question is answered it is only put aside; what is kept of it is made once its answer is on its way: of some at
 *    once, as a turn of the event loop costs more than the making, and soon, as what lives shortly is collected for nothing.
 * 2. Memory holds the newest runs, for exact percentiles, and the newest slow ones with their plan; the file holds both.
 * 3. Values of filters and texts sought are in memory for that moment alone; of slow questions those who try indexes keep them
 *    there. No file holds them.
 */

import type { QuestionRun, SlowQuestion } from '../../../shared/contract/health.ts';
import { isAppError } from '../../../shared/lib/app-error.ts';
import { type HeldRun, HeldRuns } from './held-runs.ts';
import { type AnswerFacts, figuresOf, type Observation, type Question, runOf, traitsOf } from './question-run.ts';
import { Ring } from './ring.ts';
import type { RunFile, WrittenRun } from './run-file.ts';
import { SharedTraits } from './shared-traits.ts';

const RUNS_KEPT = 10_000;
const SLOW_KEPT = 100;
const MADE_AT_ONCE = 32;
const ASIDE_MS = 1_000;

const nothing: AnswerFacts = { rows: 0, cache: 'none', source: null, plan: null };

export interface RecorderSource {
  file: RunFile;
  slowMilliseconds(): number;
  /** Told a slow question with its values, which are kept in memory at most. */
  onSlow?(run: QuestionRun, asked: Question): void;
}

export class QuestionRecorder {
  readonly #source: RecorderSource;
  readonly #runs = new HeldRuns(RUNS_KEPT);
  readonly #traits = new SharedTraits();
  readonly #slow = new Ring<SlowQuestion>(SLOW_KEPT);
  #aside: Observation[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor(source: RecorderSource) {
    this.#source = source;
  }

  /** Puts an answered question aside; `startedAt` is of performance.now(). */
  answered(asked: Question, startedAt: number, facts: AnswerFacts): void {
    this.#put(asked, startedAt, 'answered', facts);
  }

  /** Puts a question aside that ended without an answer. */
  ended(asked: Question, startedAt: number, error: unknown): void {
    const outcome = isAppError(error) && error.code === 'CANCELLED' ? 'cancelled' : 'failed';
    this.#put(asked, startedAt, outcome, nothing);
  }

  /** Adds runs of an earlier time before those of this one. */
  addEarlier(earlier: readonly WrittenRun[]): void {
    const slow = this.#slow.items();
    const slowMs = this.#source.slowMilliseconds();
    this.#runs.addEarlier(earlier.map(({ traits, figures }) => ({ traits: this.#traits.shared(traits), figures })));
    this.#slow.clear();
    for (const { traits, figures, plan } of earlier) {
      if (figures.elapsedMs > slowMs) this.#slow.add({ ...runOf(traits, figures), plan });
    }
    for (const run of slow) this.#slow.add(run);
  }

  /** The runs that are kept, oldest first. */
  runs(): HeldRun[] {
    this.#takeIn();
    return this.#runs.items();
  }

  /** The slow questions that are kept, oldest first. */
  slow(): SlowQuestion[] {
    this.#takeIn();
    return this.#slow.items();
  }

  /** Makes runs of what was put aside. */
  #takeIn(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const slowMs = this.#source.slowMilliseconds();
    for (const seen of this.#aside) {
      const traits = this.#traits.shared(traitsOf(seen));
      const figures = figuresOf(seen);
      const isSlow = figures.elapsedMs > slowMs;
      const { plan } = seen.facts;
      this.#runs.add(traits, figures);
      this.#source.file.append({ traits, figures, plan: isSlow ? plan : null });
      if (!isSlow) continue;
      const run = runOf(traits, figures);
      this.#slow.add({ ...run, plan });
      this.#source.onSlow?.(run, seen.asked);
    }
    this.#aside = [];
  }

  /** Settles when all that was asked is written. */
  async close(): Promise<void> {
    this.#takeIn();
    await this.#source.file.written();
  }

  #put(asked: Question, startedAt: number, outcome: Observation['outcome'], facts: AnswerFacts): void {
    this.#aside.push({ asked, endedAtMs: Date.now(), elapsedMs: performance.now() - startedAt, outcome, facts });
    if (this.#aside.length === MADE_AT_ONCE) setImmediate(() => this.#takeIn());
    this.#timer ??= setTimeout(() => this.#takeIn(), ASIDE_MS).unref();
  }
}

/**
 * Where the time of a question goes. One thread plans, merges and finishes while others read, so that times of all threads
 * would add up to more than the person waited. What is told instead is the person's time, each moment of it once: it
 * belongs to merging while this thread merges, else to reading while any reader is at work, else to waiting.
 */
import { type PlanStep, type PlanSummary, planSteps } from '../../shared/query/answer.ts';

/** Milliseconds on the clock that all threads of the process share; performance.now() begins anew in each of them. */
export function sharedNow(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
}

/** What a reader gives, with the moment on the shared clock at which it began. */
export interface Begun {
  begunAt: number;
}

type Span = readonly [from: number, to: number];

export class StepClock {
  readonly #spent: Record<PlanStep, number> = { plan: 0, wait: 0, read: 0, merge: 0, finish: 0 };
  readonly #read: Span[] = [];
  readonly #merged: Span[] = [];
  #since = performance.now();
  /** Longest time between asking for a reader and its beginning. */
  waitMs = 0;
  /** Pieces of work that readers took. */
  pieces = 0;

  /** Counts what has passed since the last step for this one, and returns it. */
  end(step: PlanStep): number {
    const now = performance.now();
    const elapsedMs = now - this.#since;
    this.#spent[step] += elapsedMs;
    this.#since = now;
    return elapsedMs;
  }

  /** Asks a reader for a piece of the answer. */
  async piece<Result extends Begun>(ask: () => Promise<Result>): Promise<Result> {
    const askedAt = sharedNow();
    const result = await ask();
    this.#read.push([result.begunAt, sharedNow()]);
    this.waitMs = Math.max(this.waitMs, result.begunAt - askedAt);
    this.pieces++;
    return result;
  }

  /** Takes in what a reader gave. */
  merge<Result>(work: () => Result): Result {
    const from = sharedNow();
    const result = work();
    this.#merged.push([from, sharedNow()]);
    return result;
  }

  /** Counts what has passed since the last step for waiting, reading and merging, as pieces were read side by side. */
  endReading(): void {
    const elapsedMs = this.end('read');
    const merged = Math.min(elapsedMs, lengthOf(this.#merged));
    const busy = Math.min(elapsedMs, lengthOf([...this.#read, ...this.#merged]));
    const waited = elapsedMs - busy;
    this.#spent.wait += waited;
    this.#spent.merge += merged;
    this.#spent.read -= waited + merged;
    this.#read.length = 0;
    this.#merged.length = 0;
  }

  get elapsedMs(): number {
    const { plan, wait, read, merge, finish } = this.#spent;
    return plan + wait + read + merge + finish;
  }

  /** The steps that took place, in order; they add up to the time of the whole. */
  steps(): PlanSummary['steps'] {
    const steps: PlanSummary['steps'] = [];
    for (const step of planSteps) {
      const elapsedMs = this.#spent[step];
      if (elapsedMs > 0) steps.push({ step, elapsedMs });
    }
    return steps;
  }
}

/** How long spans are altogether, where they overlap counted once. */
export function lengthOf(spans: readonly Span[]): number {
  let length = 0;
  let coveredTo = Number.NEGATIVE_INFINITY;
  for (const [from, to] of spans.toSorted(([a], [b]) => a - b)) {
    if (to > coveredTo) length += to - Math.max(from, coveredTo);
    coveredTo = Math.max(coveredTo, to);
  }
  return length;
}

import type { RunSource } from '../../../shared/contract/health.ts';
import type { HeldRun } from './question-run.ts';
import { Ring } from './ring.ts';

/** Far more than a plant asks about; the bound only keeps a strange day from growing. */
const MOST_SHARED = 2_000;

/**
 * The newest runs, and of each no more than percentiles are made of, with its words shared among all that are alike: what is
 * held for long is what the collector of memory has to go over.
 */
export class HeldRuns {
  readonly #ring: Ring<HeldRun>;
  readonly #shapes = new Map<string, string>();
  readonly #sources = new Map<string, RunSource>();

  constructor(most: number) {
    this.#ring = new Ring(most);
  }

  add({ at, kind, shape, elapsedMs, source, outcome }: HeldRun): void {
    this.#ring.add({
      at,
      kind,
      shape: shared(this.#shapes, shape, shape),
      elapsedMs,
      source: source && shared(this.#sources, JSON.stringify(source), source),
      outcome,
    });
  }

  /** Oldest first. */
  items(): HeldRun[] {
    return this.#ring.items();
  }

  clear(): void {
    this.#ring.clear();
  }
}

/** The value that was first given for a key. */
function shared<Value>(known: Map<string, Value>, key: string, value: Value): Value {
  const first = known.get(key);
  if (first !== undefined) return first;
  if (known.size >= MOST_SHARED) known.clear();
  known.set(key, value);
  return value;
}

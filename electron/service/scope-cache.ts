import { LRUCache } from 'lru-cache';
import type { CountOptions, DayCounts } from '../../db/engine/day-counts.ts';
import type { PartialCount, RecordsScope } from '../../shared/query/records-query.ts';
import { type MonthGenerations, signature } from './answer-cache.ts';
import { SharedWork, type Waiter } from './shared-work.ts';

const SCOPES_KEPT = 50;

/** Day counts of the scopes a grid scrolls through; read again when a month of theirs has changed. */
export class ScopeCache {
  readonly #entries = new LRUCache<string, { signature: string; counts: DayCounts }>({ max: SCOPES_KEPT });
  readonly #work = new SharedWork<DayCounts, PartialCount>();
  readonly #read: (scope: RecordsScope, options: CountOptions) => Promise<DayCounts>;
  readonly #generations: () => Promise<MonthGenerations>;

  constructor(
    read: (scope: RecordsScope, options: CountOptions) => Promise<DayCounts>,
    generations: () => Promise<MonthGenerations>,
  ) {
    this.#read = read;
    this.#generations = generations;
  }

  /** The day counts of a scope; reading stops when everyone who waits for it has aborted. */
  async get({ from, to, filters, search }: RecordsScope, waiter: Waiter<PartialCount> = {}): Promise<DayCounts> {
    const scope = { from, to, filters, search };
    const current = signature(scope, await this.#generations());
    const key = JSON.stringify(scope);
    const entry = this.#entries.get(key);
    if (entry?.signature === current) return entry.counts;
    return this.#work.run(`${key} ${current}`, waiter, async (signal, onPartial) => {
      const counts = await this.#read(scope, { signal, onPartial });
      this.#entries.set(key, { signature: current, counts });
      return counts;
    });
  }
}

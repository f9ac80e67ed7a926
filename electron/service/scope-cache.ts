import { LRUCache } from 'lru-cache';
import type { DayCounts } from '../../db/engine/day-counts.ts';
import type { RecordsScope } from '../../shared/query/records-query.ts';
import { type MonthGenerations, signature } from './answer-cache.ts';
import { SharedWork } from './shared-work.ts';

const SCOPES_KEPT = 50;

/** Day counts of the scopes a grid scrolls through; read again when a month of theirs has changed. */
export class ScopeCache {
  readonly #entries = new LRUCache<string, { signature: string; counts: DayCounts }>({ max: SCOPES_KEPT });
  readonly #work = new SharedWork<DayCounts>();
  readonly #read: (scope: RecordsScope, signal: AbortSignal) => Promise<DayCounts>;
  readonly #generations: () => Promise<MonthGenerations>;

  constructor(
    read: (scope: RecordsScope, signal: AbortSignal) => Promise<DayCounts>,
    generations: () => Promise<MonthGenerations>,
  ) {
    this.#read = read;
    this.#generations = generations;
  }

  /** The day counts of a scope; reading stops when everyone who waits for it has aborted. */
  async get({ from, to, filters, search }: RecordsScope, signal?: AbortSignal): Promise<DayCounts> {
    const scope = { from, to, filters, search };
    const current = signature(scope, await this.#generations());
    const key = JSON.stringify(scope);
    const entry = this.#entries.get(key);
    if (entry?.signature === current) return entry.counts;
    return this.#work.run(`${key} ${current}`, { signal }, async (wanted) => {
      const counts = await this.#read(scope, wanted);
      this.#entries.set(key, { signature: current, counts });
      return counts;
    });
  }
}

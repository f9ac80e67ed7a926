import { LRUCache } from 'lru-cache';
import type { DayCounts } from '../../db/engine/records.ts';
import type { RecordsScope } from '../../shared/query/records-query.ts';
import { type MonthGenerations, signature } from './answer-cache.ts';

const SCOPES_KEPT = 50;

/** Day counts of the scopes a grid scrolls through; read again when a month of theirs has changed. */
export class ScopeCache {
  readonly #entries = new LRUCache<string, { signature: string; counts: Promise<DayCounts> }>({ max: SCOPES_KEPT });
  readonly #read: (scope: RecordsScope) => Promise<DayCounts>;
  readonly #generations: () => Promise<MonthGenerations>;

  constructor(read: (scope: RecordsScope) => Promise<DayCounts>, generations: () => Promise<MonthGenerations>) {
    this.#read = read;
    this.#generations = generations;
  }

  async get({ from, to, filters, search }: RecordsScope): Promise<DayCounts> {
    const scope = { from, to, filters, search };
    const key = JSON.stringify(scope);
    const current = signature(scope, await this.#generations());
    const entry = this.#entries.get(key);
    if (entry?.signature === current) return entry.counts;
    const counts = this.#read(scope);
    this.#entries.set(key, { signature: current, counts });
    counts.catch(() => this.#entries.delete(key)); // a failure is not an answer to keep
    return counts;
  }
}

/**
 * Answers kept in memory and served only when that is honest.
 * 1. Freshness goes by content: an answer remembers the generation of each month in its range. An import of March
 *    makes stale what touches March, no more; moving a year to an archive changes no number and makes nothing stale.
 * 2. A stale answer is served at once, marked, while one refresh runs behind; the fresh one is handed to `onFresh`.
 * 3. Freshness is stamped on success only. A failed refresh keeps the old answer, is told, and renews nothing; an
 *    answer that has been stale for longer than a day is not served at all.
 */
import { LRUCache } from 'lru-cache';
import { dayFromIso, monthIndexOfDay } from '../../shared/domain/day.ts';
import type { Answer, PartialAnswer, ServedAnswer } from '../../shared/query/answer.ts';
import type { ReportQuery } from '../../shared/query/report-query.ts';
import { SharedWork, type Waiter } from './shared-work.ts';

const BYTES_KEPT = 64 * 1024 * 1024;
const STALE_AT_MOST_MS = 24 * 60 * 60 * 1_000;

/** Generation of each month, as the catalogue has it. */
export type MonthGenerations = ReadonlyMap<number, number>;

export interface CacheSource {
  /** Computes an answer, with the generations it was computed by. */
  compute(
    query: ReportQuery,
    how: { signal: AbortSignal; onPartial: (partial: PartialAnswer) => void; timeLimitSeconds: number | undefined },
  ): Promise<{ answer: Answer; generations: MonthGenerations }>;
  /** The generations of the store now. */
  generations(): Promise<MonthGenerations>;
  onFresh(answer: ServedAnswer): void;
  onFailure(key: string, error: unknown): void;
  now(): number;
}

/** Who asks: shown partial answers while it is computed, but given and kept only whole ones. */
export interface Asker extends Waiter<PartialAnswer> {
  /** For a computation that this one starts; the setting holds when absent. */
  timeLimitSeconds?: number | undefined;
}

interface Entry {
  answer: Answer;
  signature: string;
  staleSince: number | null;
}

export class AnswerCache {
  readonly #source: CacheSource;
  readonly #entries = new LRUCache<string, Entry>({
    maxSize: BYTES_KEPT,
    sizeCalculation: (entry, key) => key.length + JSON.stringify(entry.answer).length,
  });
  readonly #work = new SharedWork<Entry, PartialAnswer>();

  constructor(source: CacheSource) {
    this.#source = source;
  }

  /**
   * The answer to a normalised query: fresh from memory, stale from memory with a refresh behind it, or computed. A
   * computation stops when everyone who waits for it has aborted.
   */
  async get(query: ReportQuery, asker: Asker = {}): Promise<ServedAnswer> {
    const key = JSON.stringify(query);
    const entry = this.#entries.get(key);
    if (entry) {
      const current = signature(query, await this.#source.generations());
      if (entry.signature === current) return { ...entry.answer, key, cache: 'fresh' };
      entry.staleSince ??= this.#source.now();
      if (this.#source.now() - entry.staleSince <= STALE_AT_MOST_MS) {
        this.#refresh(key, query);
        return { ...entry.answer, key, cache: 'stale' };
      }
    }
    const { answer } = await this.#compute(key, query, asker);
    return { ...answer, key, cache: 'miss' };
  }

  #refresh(key: string, query: ReportQuery): void {
    if (this.#work.isRunning(key)) return;
    this.#compute(key, query, {}).then(
      ({ answer }) => this.#source.onFresh({ ...answer, key, cache: 'fresh' }),
      (error: unknown) => this.#source.onFailure(key, error),
    );
  }

  /** One computation at a time for a key; whoever asks meanwhile waits for the same one. */
  #compute(key: string, query: ReportQuery, { timeLimitSeconds, ...waiter }: Asker): Promise<Entry> {
    return this.#work.run(key, waiter, async (signal, onPartial) => {
      const how = { signal, onPartial, timeLimitSeconds };
      const { answer, generations } = await this.#source.compute(query, how);
      const entry: Entry = { answer, signature: signature(query, generations), staleSince: null };
      this.#entries.set(key, entry);
      return entry;
    });
  }
}

/** The generations of the months a query can see, as text: two equal ones mean that nothing it reads has changed. */
export function signature(query: Pick<ReportQuery, 'from' | 'to'>, generations: MonthGenerations): string {
  const bound = (date: string | undefined, open: number) => {
    const day = date === undefined ? null : dayFromIso(date);
    return day === null ? open : monthIndexOfDay(day);
  };
  const [first, last] = [bound(query.from, -Infinity), bound(query.to, Infinity)];
  return [...generations]
    .filter(([month]) => month >= first && month <= last)
    .sort(([a], [b]) => a - b)
    .map(([month, generation]) => `${month}:${generation}`)
    .join(' ');
}

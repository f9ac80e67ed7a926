/** A store that is told what happens to it, for tests of what is kept of its answers. */
import type { Catalog } from '../../../db/store/catalog.ts';
import { catalogOf } from '../../../db/testing/catalog-of.ts';
import { defaultSettings } from '../../../shared/contract/settings.ts';
import type { Answer, PartialAnswer } from '../../../shared/query/answer.ts';
import { parseReportQuery, type ReportQueryInput } from '../../../shared/query/report-query.ts';
import { AnswerCache } from './answer-cache.ts';
import type { Followed } from './kept-answers.ts';

type Seen = Followed<Answer, PartialAnswer>;

/** All that can go on by itself has. */
export const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A store whose every answer is how often one was computed; what is held goes on with `settle`. */
export function fakeStore() {
  const held: { resolve(): void; reject(error: Error): void }[] = [];
  const store = {
    catalog: catalogOf({
      live: [
        ['2024-01-01', '2024-01-31'],
        ['2024-02-01', '2024-02-29'],
      ],
      archive_2023: [['2023-01-01', '2023-12-31']],
    }),
    settings: { ...defaultSettings },
    computed: 0,
    rows: 1,
    nowMs: 0,
    costMs: 10,
    elapsedMs: 0,
    isHeld: false,
    limits: [] as (number | undefined)[],
    signals: [] as AbortSignal[],
    tell: (_: PartialAnswer) => {},
  };
  const compute = async (limit: number, signal: AbortSignal) => {
    const { catalog } = store;
    store.signals.push(signal);
    store.computed++;
    store.elapsedMs += store.costMs;
    const rows = Array.from({ length: Math.min(store.rows, limit) }, () => [store.computed]);
    if (store.isHeld) {
      await new Promise<void>((resolve, reject) => {
        held.push({ resolve, reject });
        signal.addEventListener('abort', () => reject(new Error('taken back')));
      });
    }
    return { rows, catalog };
  };
  const cache = new AnswerCache(
    {
      async report({ limit = Number.POSITIVE_INFINITY }, { signal, onPartial, timeLimitSeconds }) {
        store.tell = onPartial;
        store.limits.push(timeLimitSeconds);
        const { rows, catalog } = await compute(limit, signal);
        return { value: { rows, groups: store.rows } as unknown as Answer, catalogs: [catalog] };
      },
      async page(_, { signal }) {
        const { catalog } = await compute(1, signal);
        return {
          value: { rows: [], way: 'byId', nextCursor: null, previousCursor: null, elapsedMs: 0 },
          catalogs: [catalog],
        };
      },
      async count(_, { signal }) {
        const { rows, catalog } = await compute(1, signal);
        return { value: [{ day: 0, records: rows[0]?.[0] ?? 0 }], catalogs: [catalog, store.catalog] };
      },
      async values(_, { signal }) {
        const { catalog } = await compute(1, signal);
        return { value: { values: [], more: false }, catalogs: [catalog] };
      },
      async lots(_, { signal }) {
        const { rows, catalog } = await compute(1, signal);
        return { value: { lots: [], more: false, newest: rows[0]?.[0] ?? 0 }, catalogs: [catalog] };
      },
    },
    {
      catalog: async () => store.catalog,
      settings: () => store.settings,
      now: () => store.nowMs,
      elapsed: () => store.elapsedMs,
    },
  );
  const queryOf = (query: Partial<ReportQueryInput>) => parseReportQuery({ measures: ['good'], ...query });
  const get = async (query: Partial<ReportQueryInput> = {}) => {
    const { value, outcome } = await cache.reports.get(queryOf(query));
    return `${outcome} ${value.rows[0]?.[0]}`;
  };
  const settle = async (error?: Error) => {
    await settled();
    for (const { resolve, reject } of held.splice(0)) {
      if (error) reject(error);
      else resolve();
    }
    await settled();
  };
  /** Gives a month new records, as they are known by a new stamp. */
  const change = (first: string) => {
    const anew = (month: Catalog['partitions'][number]['months'][number]) =>
      month.stamp.includes(first) ? { ...month, stamp: `${month.stamp}+` } : month;
    const partitions = store.catalog.partitions.map((each) => ({ ...each, months: each.months.map(anew) }));
    store.catalog = { ...store.catalog, generation: store.catalog.generation + 1, partitions };
  };
  /** Follows a question; what is seen gathers in the list. */
  const follow = (query: Partial<ReportQueryInput> = {}, signal?: AbortSignal) => {
    const seen: string[] = [];
    const stream = cache.reports.follow(queryOf(query), { signal });
    const done = (async () => {
      for await (const each of stream) seen.push(inWords(each));
    })();
    done.catch(() => {});
    return { seen, done };
  };
  return Object.assign(store, { cache, get, settle, change, follow, queryOf });
}

/** What one who follows a question sees, as text. */
export function inWords(seen: Seen): string {
  if (seen.type === 'part') return `part ${seen.part.recordsRead}`;
  if (seen.type === 'failed') return `failed: ${seen.error instanceof Error ? seen.error.message : seen.error}`;
  return `${seen.served.outcome} ${seen.served.value.rows[0]?.[0]}`;
}

import { explainPage, explainRecord, explainSearchCount } from '../../../db/engine/explain-records.ts';
import { type PageOptions, readPage, readRecord } from '../../../db/engine/records.ts';
import type { PartialCount, PartialPage, RecordsQuery } from '../../../shared/query/records-query.ts';
import { followWork } from '../cache/follow-work.ts';
import type { Waiter } from '../cache/shared-work.ts';
import type { ServiceParts } from '../service.ts';
import type { Implementer } from './router.ts';

export function recordHandlers(os: Implementer, { engine, cache }: ServiceParts) {
  // The place of a page is looked up for the page, by nobody who asks for a count.
  const dayCounts = async (query: RecordsQuery, signal: AbortSignal | undefined) =>
    (await cache.counts.get(query, { signal, counted: false })).value;
  const page = (query: RecordsQuery, options: PageOptions) =>
    readPage(engine, query, () => dayCounts(query, options.signal), options);
  return {
    records: {
      page: os.records.page.handler(({ input, signal }) => page(input, { signal })),
      followPage: os.records.followPage.handler(async function* ({ input, signal }) {
        const seen = followWork(signal, (waiter: Waiter<PartialPage>) => page(input, waiter));
        for await (const each of seen) {
          yield each.type === 'part' ? { type: 'partial', partial: each.part } : { type: 'page', page: each.result };
        }
      }),
      count: os.records.count.handler(async function* ({ input, signal }) {
        const startedAt = performance.now();
        const seen = followWork(signal, (waiter: Waiter<PartialCount>) => cache.counts.get(input, waiter));
        for await (const each of seen) {
          if (each.type === 'part') {
            yield { type: 'partial', partial: each.part };
            continue;
          }
          const { value, outcome } = each.result;
          const count = value.reduce((sum, { records }) => sum + records, 0);
          yield { type: 'count', count, cache: outcome, elapsedMs: performance.now() - startedAt };
        }
      }),
      get: os.records.get.handler(({ input }) => readRecord(engine, input.id)),
      explain: os.records.explain.handler(({ input, signal }) => {
        if (input.of === 'record') return explainRecord(engine, input.id);
        if (input.of === 'search') return explainSearchCount(engine, input.scope, signal);
        return explainPage(engine, input.query, () => dayCounts(input.query, signal), signal);
      }),
    },
    values: {
      list: os.values.list.handler(async ({ input, signal }) => {
        const { value, outcome } = await cache.values.get(input, { signal });
        return { ...value, cache: outcome };
      }),
    },
  };
}

import { type PageOptions, readPage, readRecord } from '../../../db/engine/records.ts';
import { readValues } from '../../../db/engine/values.ts';
import type { PartialCount, PartialPage, RecordsQuery } from '../../../shared/query/records-query.ts';
import { followWork } from '../follow-work.ts';
import type { ServiceParts } from '../service.ts';
import type { Waiter } from '../shared-work.ts';
import type { Implementer } from './router.ts';

export function recordHandlers(os: Implementer, { engine, dayCounts }: ServiceParts) {
  const page = (query: RecordsQuery, options: PageOptions) =>
    readPage(engine, query, () => dayCounts(query, { signal: options.signal }), options);
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
        const seen = followWork(signal, (waiter: Waiter<PartialCount>) => dayCounts(input, waiter));
        for await (const each of seen) {
          if (each.type === 'part') {
            yield { type: 'partial', partial: each.part };
            continue;
          }
          const count = each.result.reduce((sum, { records }) => sum + records, 0);
          yield { type: 'count', count, elapsedMs: performance.now() - startedAt };
        }
      }),
      get: os.records.get.handler(({ input }) => readRecord(engine, input.id)),
    },
    values: {
      list: os.values.list.handler(({ input }) => readValues(engine, input)),
    },
  };
}

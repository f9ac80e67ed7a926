import { explainPage, explainRecord, explainSearchCount } from '../../../db/engine/explain/explain-records.ts';
import { readHistory, readSource } from '../../../db/engine/pages/record-source.ts';
import { readRecord } from '../../../db/engine/pages/records.ts';
import type { PartialCount, PartialPage } from '../../../shared/query/records-query.ts';
import { followWork } from '../cache/follow-work.ts';
import type { Served } from '../cache/kept-answers.ts';
import type { Waiter } from '../cache/shared-work.ts';
import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

export function recordHandlers(os: Implementer, { engine, cache, files }: ServiceParts) {
  return {
    records: {
      page: os.records.page.handler(async ({ input, signal }) => withOutcome(await cache.pages.get(input, { signal }))),
      followPage: os.records.followPage.handler(async function* ({ input, signal }) {
        const seen = followWork(signal, (waiter: Waiter<PartialPage>) => cache.pages.get(input, waiter));
        for await (const each of seen) {
          if (each.type === 'part') yield { type: 'partial', partial: each.part };
          else yield { type: 'page', page: withOutcome(each.result) };
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
      history: os.records.history.handler(({ input }) => readHistory(engine, input.id)),
      source: os.records.source.handler(async ({ input: { id, fileId } }) => {
        if (fileId === undefined) return readSource(engine, id, null);
        const source = await readSource(engine, id, files.get(fileId).path);
        await files.release(fileId);
        return source;
      }),
      explain: os.records.explain.handler(({ input, signal }) => {
        if (input.of === 'record') return explainRecord(engine, input.id);
        if (input.of === 'search') return explainSearchCount(engine, input.scope, signal);
        return explainPage(engine, input.query, () => cache.dayCounts(input.query, signal), signal);
      }),
    },
    values: {
      list: os.values.list.handler(async ({ input, signal }) => withOutcome(await cache.values.get(input, { signal }))),
    },
  };
}

function withOutcome<Value, Outcome>({ value, outcome }: Served<Value, Outcome>): Value & { cache: Outcome } {
  return { ...value, cache: outcome };
}

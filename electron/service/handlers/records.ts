import { readPage, readRecord } from '../../../db/engine/records.ts';
import { readValues } from '../../../db/engine/values.ts';
import type { ServiceParts } from '../service.ts';
import type { Implementer } from './router.ts';

export function recordHandlers(os: Implementer, { engine, dayCounts }: ServiceParts) {
  return {
    records: {
      page: os.records.page.handler(({ input, signal }) =>
        readPage(engine, input, () => dayCounts(input, signal), signal),
      ),
      count: os.records.count.handler(async ({ input, signal }) => {
        const startedAt = performance.now();
        const days = await dayCounts(input, signal);
        return { count: days.reduce((sum, day) => sum + day.records, 0), elapsedMs: performance.now() - startedAt };
      }),
      get: os.records.get.handler(({ input }) => readRecord(engine, input.id)),
    },
    values: {
      list: os.values.list.handler(({ input }) => readValues(engine, input)),
    },
  };
}

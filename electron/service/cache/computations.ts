import { type DayCounts, readDayCounts } from '../../../db/engine/day-counts.ts';
import type { Engine } from '../../../db/engine/engine.ts';
import { readPage } from '../../../db/engine/records.ts';
import { runReport } from '../../../db/engine/run-report.ts';
import { readValues } from '../../../db/engine/values.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import type { RecordsQuery } from '../../../shared/query/records-query.ts';
import type { Computations } from './answer-cache.ts';

/**
 * Computes answers from a store. Where reading does not say by which catalogue it went, it is the one before it: what is newer
 * than its stamps say is read once more than it had to be, and never taken for what it is not.
 */
export function computationsOf(
  engine: Engine,
  settings: () => Settings,
  /** The counts by which a page is found that begins at a position. */
  dayCounts: (query: RecordsQuery, signal: AbortSignal) => Promise<DayCounts>,
): Computations {
  return {
    async report(query, { signal, onPartial, timeLimitSeconds = settings().timeLimitSeconds }) {
      const limitMs = timeLimitSeconds === 0 ? undefined : timeLimitSeconds * 1_000;
      const { answer, catalog } = await runReport(engine, query, { signal, onPartial, limitMs });
      return { value: answer, catalog };
    },
    async page(query, { signal, onPartial }) {
      const catalog = await engine.catalog();
      return { value: await readPage(engine, query, () => dayCounts(query, signal), { signal, onPartial }), catalog };
    },
    async count(scope, { signal, onPartial }) {
      const catalog = await engine.catalog();
      return { value: await readDayCounts(engine, scope, { signal, onPartial }), catalog };
    },
    async values(question, { signal }) {
      const catalog = await engine.catalog();
      return { value: await readValues(engine, question, signal), catalog };
    },
  };
}

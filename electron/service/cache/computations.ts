import { runReport } from '../../../db/engine/answers/run-report.ts';
import type { Engine } from '../../../db/engine/engine.ts';
import { findLots } from '../../../db/engine/lots/find-lots.ts';
import { readLotStory } from '../../../db/engine/lots/lot-story.ts';
import { readSimilarLots } from '../../../db/engine/lots/similar-lots.ts';
import { readTouchedLots } from '../../../db/engine/lots/touched-lots.ts';
import { type DayCounts, readDayCounts } from '../../../db/engine/pages/day-counts.ts';
import { readPage } from '../../../db/engine/pages/records.ts';
import { readValues } from '../../../db/engine/pages/values.ts';
import type { LotQuestion } from '../../../shared/contract/lots.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import type { RecordsQuery } from '../../../shared/query/records-query.ts';
import type { Computations } from './answer-cache.ts';
import type { LotAnswer } from './kinds.ts';

/** Computes answers from a store. */
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
      return { value: answer, catalogs: [catalog] };
    },
    page: (query, { signal, onPartial }) =>
      between(engine, () => readPage(engine, query, () => dayCounts(query, signal), { signal, onPartial })),
    count: (scope, { signal, onPartial }) => between(engine, () => readDayCounts(engine, scope, { signal, onPartial })),
    values: (question, { signal }) => between(engine, () => readValues(engine, question, signal)),
    lots: (question, { signal }) => between(engine, () => readLots(engine, question, signal)),
  };
}

function readLots(engine: Engine, question: LotQuestion, signal: AbortSignal): Promise<LotAnswer> {
  switch (question.of) {
    case 'find':
      return findLots(engine, question, signal);
    case 'story':
      return readLotStory(engine, question.lot, signal);
    case 'similar':
      return readSimilarLots(engine, question, signal);
    case 'touched':
      return readTouchedLots(engine, question, signal);
  }
}

/** What reading gives, with the store before and after it. */
async function between<Value>(engine: Engine, read: () => Promise<Value>) {
  const before = await engine.catalog();
  const value = await read();
  return { value, catalogs: [before, await engine.catalog()] };
}

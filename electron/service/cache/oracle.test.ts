import { afterAll, beforeAll, expect, test } from 'vitest';
import { Engine } from '../../../db/engine/engine.ts';
import type { RecordDraft } from '../../../db/import/rows/record-draft.ts';
import { undoBatch } from '../../../db/import/undo.ts';
import { archiveYear } from '../../../db/maintenance/archive.ts';
import { createRandom } from '../../../db/sample/random.ts';
import { answerByBruteForce } from '../../../db/testing/oracle.ts';
import { randomDrafts } from '../../../db/testing/random-drafts.ts';
import { queryFacts, randomQuery } from '../../../db/testing/random-query.ts';
import { createStore, insertRecords, unwatched } from '../../../db/testing/test-store.ts';
import { defaultSettings } from '../../../shared/contract/settings.ts';
import type { Answer } from '../../../shared/query/answer.ts';
import { normalizeQuery, type ReportQuery } from '../../../shared/query/report-query.ts';
import { AnswerCache } from './answer-cache.ts';
import { computationsOf } from './computations.ts';

const span = { from: '2022-06-01', to: '2024-03-31' };
const random = createRandom(71);
const drafts = randomDrafts(random, { records: 1_500, ...span, duplicates: 0 });
const { store, path, remove } = createStore();
let engine: Engine;
let cache: AnswerCache;
beforeAll(async () => {
  await insertRecords(store, drafts);
  engine = await Engine.open(path, 'read'); // beside the owner, whose changes it sees at once
  cache = new AnswerCache(
    computationsOf(
      engine,
      () => defaultSettings,
      async () => [], // no page is asked for
    ),
    {
      catalog: () => engine.catalog(),
      settings: () => defaultSettings,
      now: Date.now,
      elapsed: () => performance.now(),
    },
  );
});
afterAll(async () => {
  await engine.close();
  store.close();
  remove();
});

/** What a store goes through between two rounds of questions; each gives the records as they are then. */
const changes: ((records: RecordDraft[]) => Promise<RecordDraft[]>)[] = [
  addMonth('2024-03'),
  addMonth('2023-07'),
  async (records) => {
    archiveYear(store, 2022, unwatched);
    return records;
  },
  addMonth('2024-04'),
  async (records) => {
    undoBatch(store.live, 4, unwatched);
    return records.slice(0, -20);
  },
  addMonth('2022-09'), // late records of a year that is sealed
];

function addMonth(month: string) {
  return async (records: RecordDraft[]) => {
    const more = randomDrafts(random, { records: 20, from: `${month}-01`, to: `${month}-28`, duplicates: 0 });
    const apart = more.map((draft) => ({ ...draft, orderNumber: crypto.randomUUID() })); // none is there already
    await insertRecords(store, apart);
    return [...records, ...apart];
  };
}

/** The same question otherwise: with other bounds, limits and orders that may or may not mean the same. */
function variantOf(query: ReportQuery): ReportQuery {
  const [first] = query.dimensions;
  return normalizeQuery({
    ...query,
    ...(random.chance(0.5) ? { from: random.pick(['2020-01-01', '2022-06-01', '2023-07-11', '2023-07-19']) } : {}),
    ...(random.chance(0.3) ? { to: random.chance(0.5) ? undefined : '2030-12-31' } : {}),
    ...(random.chance(0.5) ? { limit: 1 + random.below(30) } : {}),
    ...(first && random.chance(0.3)
      ? { orderBy: [...query.orderBy, { field: first, direction: 'asc' as const }] }
      : {}),
  });
}

test('through imports, undo and archiving, every answer that is not marked as stale equals the oracle', async () => {
  const facts = queryFacts(drafts);
  const pool = Array.from({ length: 12 }, () => randomQuery(random, facts));
  let records = drafts;
  let staleSeen = 0;
  const check = ({ columns, rows, groups }: Answer, query: ReportQuery) => {
    const seen = { columns: columns.map(({ name }) => name), rows, groups };
    expect(seen, JSON.stringify(query)).toEqual(answerByBruteForce(records, query));
  };
  for (const change of [async (same: RecordDraft[]) => same, ...changes]) {
    records = await change(records);
    for (let nth = 0; nth < 60; nth++) {
      const query = variantOf(random.pick(pool));
      if (random.chance(0.5)) {
        check((await cache.reports.get(query)).value, query);
        continue;
      }
      for await (const seen of cache.reports.follow(query)) {
        if (seen.type !== 'answer') continue;
        if (seen.served.outcome === 'stale') staleSeen++;
        else check(seen.served.value, query);
      }
    }
  }
  const { hits, misses } = cache.metrics().lastHour;
  expect(hits).toBeGreaterThan(100); // or it would prove nothing
  expect(misses).toBeGreaterThan(50);
  expect(staleSeen).toBeGreaterThan(10);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { archiveYear } from '../maintenance/archive.ts';
import { createRandom } from '../sample/random.ts';
import { answerByBruteForce } from '../testing/oracle.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { queryFacts, randomQuery } from '../testing/random-query.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { Engine } from './engine.ts';
import { runReport } from './run-report.ts';

const QUERIES = 1_500;
const drafts = randomDrafts(createRandom(11), { records: 2_500, from: '2011-12-20', to: '2025-01-10' });
let engine: Engine;
let remove: () => void;

beforeAll(async () => {
  const created = createStore();
  await insertRecords(created.store, drafts.slice(0, 2_000));
  for (let year = 2011; year <= 2023; year++) archiveYear(created.store, year, unwatched);
  await insertRecords(created.store, drafts); // late records for sealed years, and 2,000 that are there already
  created.store.close();
  remove = created.remove;
  engine = await Engine.open(created.path, 'own');
});
afterAll(async () => {
  await engine.close();
  remove();
});

test('thirteen archives and live hold the records of both imports, each once', async () => {
  const { answer } = await runReport(engine, { measures: ['records'], dimensions: [], filters: [], orderBy: [] });
  expect(answer.rows).toEqual([[drafts.length]]);
  expect(answer.plan.partitions.filter(({ read }) => read)).toHaveLength(14);
});

test(`${QUERIES} random queries answer exactly as the brute-force oracle does`, async () => {
  const random = createRandom(12);
  const facts = queryFacts(drafts);
  for (let n = 0; n < QUERIES; n++) {
    const query = randomQuery(random, facts);
    const expected = answerByBruteForce(drafts, query);
    const { answer } = await runReport(engine, query);
    const found = { columns: answer.columns.map(({ name }) => name), rows: answer.rows, groups: answer.groups };
    expect(found, `query ${n}: ${JSON.stringify(query)}`).toEqual(expected);
  }
}, 300_000);

import { afterAll, beforeAll, expect, test } from 'vitest';
import { archiveYear } from '../maintenance/archive.ts';
import { createRandom } from '../sample/random.ts';
import { answerByBruteForce } from '../testing/oracle.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { queryFacts, randomQuery } from '../testing/random-query.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { Engine } from './engine.ts';
import { runReport } from './run-report.ts';

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

/** Asks random questions; counts the sources that answered. Every answer must equal the oracle's. */
async function compareWithOracle(seed: number, queries: number): Promise<Map<string, number>> {
  const random = createRandom(seed);
  const facts = queryFacts(drafts);
  const sources = new Map<string, number>();
  for (let n = 0; n < queries; n++) {
    const query = randomQuery(random, facts);
    const { answer } = await runReport(engine, query);
    const found = { columns: answer.columns.map(({ name }) => name), rows: answer.rows, groups: answer.groups };
    expect(found, `query ${n}: ${JSON.stringify(query)}`).toEqual(answerByBruteForce(drafts, query));
    const source = answer.plan.source.replace(/ '\w+'| by \w+/, '');
    sources.set(source, (sources.get(source) ?? 0) + 1);
  }
  return sources;
}

test('random queries over records and the rollups of the files answer exactly as the brute-force oracle does', async () => {
  const sources = await compareWithOracle(12, 800);
  expect(Math.min(sources.get('records') ?? 0, sources.get('rollup') ?? 0)).toBeGreaterThan(50);
}, 120_000);

test('random queries over rollups in memory answer exactly as the brute-force oracle does', async () => {
  await engine.loadRollups();
  const sources = await compareWithOracle(13, 1_000);
  expect(sources.get('rollup in memory')).toBeGreaterThan(100);
  expect(sources.get('rollup')).toBeUndefined();
}, 120_000);

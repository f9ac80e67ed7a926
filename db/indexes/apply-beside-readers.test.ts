import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseReportQuery } from '../../shared/query/report-query.ts';
import { runReport } from '../engine/answers/run-report.ts';
import { Engine } from '../engine/engine.ts';
import { createRandom } from '../sample/random.ts';
import { answerByBruteForce } from '../testing/oracle.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords } from '../testing/test-store.ts';
import type { AdvisableField } from './definitions.ts';

const { store, path, remove } = createStore();
const drafts = randomDrafts(createRandom(97), { records: 4_000, from: '2021-01-01', to: '2024-12-31' });
const query = parseReportQuery({ measures: ['lots', 'records'], dimensions: ['line', 'year'] });
const expected = answerByBruteForce(drafts, query).rows;
const fields: AdvisableField[] = ['day', 'line', 'lot'];
const name = 'records_by_day_line_lot';
let engine: Engine;

beforeAll(async () => {
  await insertRecords(store, drafts);
  store.close();
  engine = await Engine.open(path, 'own');
  for (const year of [2021, 2022, 2023]) await engine.start('archive', { year }, () => {}).result;
  engine.forgetCatalog();
});
afterAll(async () => {
  await engine.close();
  remove();
});

/** Asks again and again until something else is done; tells the indexes by which answers were read. */
async function askWhile(work: Promise<unknown>): Promise<Set<string>> {
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  work.then(over, over);
  const ways = new Set<string>();
  while (!isOver) {
    const { answer } = await runReport(engine, query);
    expect(answer.rows).toEqual(expected);
    if (answer.plan.source.of === 'records') ways.add(answer.plan.source.index);
  }
  await work;
  engine.forgetCatalog();
  return ways;
}

/** Which of the two an answer went by is a matter of which thread was faster. */
const isOneOfTheTwo = (index: string) => index === name || index === 'records_by_day';

test('while an index is made and taken away in every file, every answer is the same, and afterwards goes by it', async () => {
  for (let round = 0; round < 3; round++) {
    const before = await askWhile(engine.start('applyIndex', { fields, shape: 's' }, () => {}).result);
    expect([...before].every(isOneOfTheTwo)).toBe(true);
    const { answer } = await runReport(engine, query);
    expect([answer.rows, answer.plan.source]).toMatchObject([expected, { of: 'records', index: name }]);
    const after = await askWhile(engine.start('revertIndex', { name }, () => {}).result);
    expect([...after].every(isOneOfTheTwo)).toBe(true);
    const { answer: again } = await runReport(engine, query);
    expect([again.rows, again.plan.source]).toMatchObject([expected, { of: 'records', index: 'records_by_day' }]);
  }
});

test('what was changed in the archives is no write of another program', async () => {
  await engine.start('applyIndex', { fields, shape: 's' }, () => {}).result;
  expect(await engine.lookForForeignWrites()).toMatchObject({ live: false, archives: [] });
});

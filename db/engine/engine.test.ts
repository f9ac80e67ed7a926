import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseReportQuery, type ReportQueryInput } from '../../shared/query/report-query.ts';
import { createRandom } from '../sample/random.ts';
import { answerByBruteForce } from '../testing/oracle.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords } from '../testing/test-store.ts';
import { runReport } from './answers/run-report.ts';
import { Engine } from './engine.ts';
import { readDayCounts } from './pages/day-counts.ts';
import { readRecord } from './pages/records.ts';
import type { Progress } from './threads/tasks.ts';

const drafts = randomDrafts(createRandom(15), { records: 4_000, from: '2022-01-01', to: '2024-12-31' });
let engine: Engine;
let path: string;
let remove: () => void;
beforeEach(async () => {
  const created = createStore();
  ({ path, remove } = created);
  await insertRecords(created.store, drafts);
  created.store.close();
  engine = await Engine.open(path, 'own');
});
afterEach(async () => {
  await engine.close();
  remove();
});

const queries: ReportQueryInput[] = [
  { measures: ['records', 'good', 'yield'], dimensions: ['month'] },
  { measures: ['records', 'lots'], dimensions: ['line'], from: '2022-03-01', to: '2023-09-30' },
  { measures: ['records', 'defects'], dimensions: ['defectReason'], from: '2023-01-01', to: '2023-12-31' },
];

test('while a year is archived every answer is the same as before and after', async () => {
  const parsed = queries.map(parseReportQuery);
  const expected = parsed.map((query) => answerByBruteForce(drafts, query).rows);
  const scope = { from: '2022-02-01', to: '2024-11-30', filters: [], search: '' };
  const days = await readDayCounts(engine, scope);
  const record = await readRecord(engine, 7);
  let asked = 0;
  const ask = async () => {
    const answers = await Promise.all(parsed.map((query) => runReport(engine, query)));
    expect(answers.map(({ answer }) => answer.rows)).toEqual(expected);
    expect(await readDayCounts(engine, scope)).toEqual(days);
    expect({ ...(await readRecord(engine, 7)), partition: '' }).toEqual({ ...record, partition: '' });
    asked++;
  };
  for (const year of [2022, 2023]) {
    let running = true;
    const { result } = engine.start('archive', { year }, () => {});
    const ended = result.finally(() => {
      running = false;
    });
    while (running) await ask();
    await ended; // nobody told the engine that its catalogue is old: it has to find out
    await ask();
  }
  expect(asked).toBeGreaterThan(4);
});

test('a long statement leaves the calling thread free, and other questions are answered meanwhile', async () => {
  const slow = {
    sql: 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3e6) SELECT SUM(i) FROM n',
    parameters: {},
  };
  await engine.catalog();
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 5);
  const answers: string[] = [];
  await Promise.all([
    engine.read(engine.folder.live, [slow]).then(() => answers.push('slow')),
    engine.read(engine.folder.live, [{ sql: 'SELECT 1', parameters: {} }]).then(() => answers.push('quick')),
  ]);
  clearInterval(timer);
  expect(answers).toEqual(['quick', 'slow']);
  expect(turns).toBeGreaterThan(3); // a statement on the calling thread leaves it none
});

test('a job tells how far it is, and stops when it is cancelled with nothing kept', async () => {
  const before = await engine.catalog();
  const phases: Progress[] = [];
  const running = engine.start(
    'sample',
    { records: 50_000, from: '2024-01-01', to: '2024-12-31', seed: 1 },
    (progress) => {
      phases.push(progress);
      running.cancel();
    },
  );
  await expect(running.result).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(phases[0]).toMatchObject({ phase: 'reading', total: 50_000, unit: 'rows' });
  engine.forgetCatalog();
  expect(await engine.catalog()).toEqual(before);
});

test('a failure in a worker arrives with its code and its sentence', async () => {
  const failed = engine.start('archive', { year: 1999 }, () => {}).result;
  await expect(failed).rejects.toMatchObject({ name: 'AppError', code: 'NOTHING_TO_ARCHIVE' });
  await expect(engine.read(`${path}/none.db`, [])).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a second reader looks on beside the owner, sees what it changes, and cannot write', async () => {
  const reader = await Engine.open(path, 'read');
  const count = async () => (await runReport(reader, parseReportQuery({ measures: ['records'] }))).answer.rows;
  expect(await count()).toEqual([[drafts.length]]);
  await engine.start('undo', { batchId: 1 }, () => {}).result;
  expect(await count()).toEqual([[0]]);
  await expect(reader.start('undo', { batchId: 1 }, () => {}).result).rejects.toThrow('opened for reading');
  await reader.close();
  await expect(Engine.open(path, 'own')).rejects.toMatchObject({ code: 'STORE_IN_USE' });
});

test('a store is closed while it is read: what was asked is answered, and nothing more is', async () => {
  const reader = await Engine.open(path, 'read');
  const slow = {
    sql: 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3e5) SELECT MAX(i) FROM n',
    parameters: {},
  };
  const asked = Array.from({ length: 6 }, () => reader.read(reader.folder.live, [slow]));
  const loading = reader.loadRollups();
  await reader.close();
  expect((await Promise.all(asked)).map(({ answers }) => answers[0]?.rows)).toEqual(asked.map(() => [[300_000]]));
  await loading;
  await expect(reader.read(reader.folder.live, [])).rejects.toThrow('closed');
});

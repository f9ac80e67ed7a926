/** The parts of the bench that start processes or import, over a plant small enough for a test; their times are not looked at. */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { storeFolder } from '../../db/store/folder.ts';
import { measureBesideImport } from './beside-import.ts';
import { buildStores, type Stores } from './build-stores.ts';
import { measureCold } from './cold.ts';
import { measureGrowth } from './growth.ts';
import { measureImportMemory } from './import-memory.ts';
import { measureLoading } from './loading.ts';
import { bytesOf } from './open-peers.ts';
import { measureRecording } from './recording.ts';
import { measureStart } from './start.ts';
import { measureWindow } from './window-gestures.ts';

const RECORDS = 2_000;
/** Beyond the numbers that systems give to processes. */
const NO_PROCESS = 2 ** 30;
const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
const said: string[] = [];
const say = (line: string) => void said.push(line);
const measuring = { rounds: 1, budgetMs: 1_000, say };
let stores: Stores;

beforeAll(async () => {
  stores = await buildStores(join(folder, String(RECORDS)), RECORDS, say);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('stores that are there are found again', async () => {
  said.length = 0;
  expect(await buildStores(join(folder, String(RECORDS)), RECORDS, say)).toEqual(stores);
  expect(said).toEqual([]);
});

test('what a build that was ended has left is removed by the next one, what is being built is not', async () => {
  const place = join(folder, 'left');
  const ended = join(place, `own.${NO_PROCESS}`);
  const running = join(place, `own.${process.ppid}`);
  for (const path of [ended, running]) mkdirSync(path, { recursive: true });
  await buildStores(place, 100, say, ['own']);
  expect([existsSync(ended), existsSync(running)]).toEqual([false, true]);
});

test('a store is opened without and with its columnar copy, and keeps it', async () => {
  const { builtColumnsMs } = await measureLoading(stores.throughline);
  expect(builtColumnsMs).toBeGreaterThan(0);
  expect(bytesOf(storeFolder(stores.throughline).columns)).toBeGreaterThan(0);
});

test('the service is started in processes of their own, and without a browser no window is opened', async () => {
  said.length = 0;
  const { service, firstChartMs } = await measureStart(stores.throughline, 2, say, null);
  expect(service.readyMs.samples).toBe(2);
  expect(service.answeredMs.bestMs).toBeGreaterThan(service.readyMs.bestMs);
  expect(firstChartMs).toBeUndefined();
  expect(said).toContain('There is no browser to open a window in.');
  expect(await measureWindow(stores.throughline, 2, say, null)).toBeNull();
});

test('questions are asked, and recorded', async () => {
  const costs = await measureRecording(stores.throughline, say, 1);
  expect(costs.map(({ question, recording }) => [question.samples, recording.samples])).toEqual([
    [1, 1],
    [1, 1],
    [1, 1],
  ]);
});

test('a service that cannot be started is told of', async () => {
  await expect(measureStart(join(stores.duckdb, 'beneath-a-file'), 1, say, null)).rejects.toThrow(
    'The service could not be started',
  );
});

test('cold, each peer opens its store and answers in a process of its own', async () => {
  const { opening, questions } = await measureCold(stores, RECORDS, ['month-totals'], measuring);
  expect(Object.keys(opening)).toEqual(['throughline', 'duckdb', 'indexed']);
  expect(questions.map(({ question, times }) => [question, times.throughline?.samples, times.duckdb?.samples])).toEqual(
    [['month-totals', 1, 1]],
  );
});

test('what cannot be asked cold is told of by name', async () => {
  const missing = { ...stores, duckdb: join(folder, 'nowhere.duckdb') };
  await expect(measureCold(missing, RECORDS, ['month-totals'], measuring)).rejects.toThrow(
    "DuckDB could not be asked 'month-totals' cold",
  );
});

test('as the store grows the program is asked of a tenth, three tenths and all of the records', async () => {
  const growth = await measureGrowth(folder, RECORDS, ['top-items'], measuring);
  expect(growth.map(({ records }) => records)).toEqual([200, 600, 2_000]);
  for (const { questions } of growth) expect(questions[0]?.times.throughline?.samples).toBeGreaterThan(0);
});

test('beside an import the questions that rollups and indexes answer are asked, and the store stays as it is', async () => {
  const options = { folder: join(folder, 'beside'), store: stores.throughline, records: RECORDS, say };
  const asked = ['top-items', 'free-filter'] as const;
  const measure = () => measureBesideImport({ ...options, asked, rows: 300, quietMs: 10 }, ['service']);
  const [found] = await measure();
  expect(found?.rows).toBe(300);
  expect(found?.questions.map(({ question }) => question)).toEqual(['top-items']);
  expect(found?.questions[0]?.beside.samples).toBeGreaterThan(0);
  const [again] = await measure();
  expect(again?.rows).toBe(300);
});

test('the memory of an import is told for a file and for one several times as long', async () => {
  const memory = await measureImportMemory(join(folder, 'import'), 300, say, ['workbook']);
  expect(memory.map(({ file, rows }) => [file, rows])).toEqual([
    ['workbook', 300],
    ['workbook', 900],
  ]);
  for (const { beforeBytes, peakBytes } of memory) expect(peakBytes).toBeGreaterThanOrEqual(beforeBytes);
});

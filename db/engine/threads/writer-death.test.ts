import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseReportQuery } from '../../../shared/query/report-query.ts';
import { scratchFolder } from '../../testing/test-store.ts';
import { runReport } from '../answers/run-report.ts';
import { Engine } from '../engine.ts';

const { path, remove } = scratchFolder();
const threads: Worker[] = [];
const onThread = (worker: Worker) => threads.push(worker);
let engine: Engine;
beforeAll(async () => {
  process.on('worker', onThread);
  engine = await Engine.open(path, 'own');
});
afterAll(async () => {
  process.off('worker', onThread);
  await engine.close();
  remove();
});

const sample = (records: number, seed: number, onProgress = () => {}) =>
  engine.start('sample', { records, from: '2024-01-01', to: '2024-03-31', seed }, onProgress).result;

async function records(): Promise<unknown> {
  engine.forgetCatalog();
  return (await runReport(engine, parseReportQuery({ measures: ['records'] }))).answer.rows;
}

test('a writer that dies is told of to whoever waits for it, keeps nothing of its job, and the jobs behind it are done', async () => {
  await sample(100, 1);
  const writer = threads[0]; // its thread was made first
  const { promise: isBusy, resolve } = Promise.withResolvers<void>();
  const told = expect(sample(200_000, 2, resolve)).rejects.toThrow(
    'The thread that writes stopped in the middle of this, and another one has taken its place. Nothing half-done was kept; look whether it is done before you try again.',
  );
  const [behind, after] = [sample(50, 3), sample(25, 4)];
  await isBusy;
  await writer?.terminate();
  await told;
  expect(await behind).toMatchObject({ inserted: 50 });
  expect(await after).toMatchObject({ inserted: 25 });
  expect(await records()).toEqual([[175]]);
  expect(await engine.start('integrity', {}, () => {}).result).toMatchObject({ sound: true, records: 175 });
});

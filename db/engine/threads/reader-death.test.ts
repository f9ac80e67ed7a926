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

/** Asks for what takes longer than ending the thread that works on it. */
function readForLong(): Promise<unknown> {
  const sql =
    'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000000) SELECT count(*) FROM n';
  return engine.read(engine.folder.live, [{ sql, parameters: {} }]);
}

test('a reader that dies is told of to whoever waits for it, counted, and replaced', async () => {
  await engine.catalog();
  // The thread of the writer was made first, the one reader second.
  const reader = threads[1];
  const asked = readForLong();
  const told = expect(asked).rejects.toThrow(
    'A reader stopped in the middle of this question, and another one has taken its place. Nothing was changed; ask again.',
  );
  expect(engine.readerMetrics()).toMatchObject({ inUse: 1, queued: 0, respawns: 0 });
  await reader?.terminate();
  await told;
  expect(engine.readerMetrics()).toMatchObject({ inUse: 0, queued: 0, respawns: 1 });
  const { answer } = await runReport(engine, parseReportQuery({ measures: ['records'] }));
  expect(answer.rows).toEqual([[0]]);
});

import type { Worker } from 'node:worker_threads';
import { afterAll, expect, test } from 'vitest';
import { sampleSource } from '../sample/sample-source.ts';
import { dumpTables } from '../testing/dump.ts';
import { createStore, unwatched } from '../testing/test-store.ts';
import { importRows } from './import-rows.ts';
import { stageBeside } from './stage/stage-beside.ts';

const { store, remove } = createStore();
afterAll(() => {
  store.close();
  remove();
});

const importSample = (records: number, seed: number, report = () => {}) => {
  const options = { records, from: '2024-01-01', to: '2024-03-31', seed };
  return importRows(store, sampleSource(options), { ...unwatched, report }, (task, here) =>
    stageBeside({ kind: 'sample', options }, task, here),
  );
};

test('a thread that dies while it reads a file is told of, leaves nothing of the file, and the next import is done', async () => {
  await importSample(100, 1);
  const before = dumpTables(store.live);
  const threads: Worker[] = [];
  const onThread = (thread: Worker) => void threads.push(thread);
  process.on('worker', onThread);
  try {
    const dies = importSample(300_000, 2, () => void threads[0]?.terminate());
    await expect(dies).rejects.toThrow(
      'The thread that reads the file stopped in the middle of it. Nothing was imported; import it again.',
    );
  } finally {
    process.off('worker', onThread);
  }
  expect(dumpTables(store.live)).toEqual(before);
  expect(await importSample(50, 3)).toMatchObject({ inserted: 50 });
});

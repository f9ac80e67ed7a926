import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compareRollups } from '../rollup/refresh.ts';
import { tryMutatedFiles } from '../testing/mutated-files.ts';
import { createStore } from '../testing/test-store.ts';

const { store, path, remove } = createStore();
afterAll(() => {
  store.close();
  remove();
});

/** More, and all of it of each file: npm run faults -- --only files --count 100000. */
const FILES = 10_000;
const SEED = 20_261_121;

test('Any file ends in records that stand in it or in a sentence, and leaves the store as it was', async () => {
  const faults: string[] = [];
  const counts = await tryMutatedFiles({
    seed: SEED,
    count: FILES,
    path: join(path, 'file'),
    store,
    guessEvery: 20,
    importEvery: 100,
    onFaults: (found) => void faults.push(...found),
  });
  expect(faults).toEqual([]);
  expect(counts.withRecords).toBeGreaterThan(FILES / 4);
  expect(counts.refused).toBeGreaterThan(FILES / 10);
  expect(counts.compared).toBeGreaterThan(20 * FILES);
  expect(store.live.rows('PRAGMA integrity_check')).toEqual([['ok']]);
  expect(compareRollups(store.live)).toEqual([]);
}, 600_000);

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareRollups } from '../rollup/refresh.ts';
import { type MutatedFiles, tryMutatedFiles } from './mutated-files.ts';
import { createStore } from './test-store.ts';

const MOST_MS = 600_000;

/** A test that any of so many files ends in records that stand in it or in a sentence, and leaves the store as it was. */
export function testMutatedFiles({ seed, from, count }: Pick<MutatedFiles, 'seed' | 'count'> & { from: number }): void {
  test(
    `each of ${count} files that came to harm ends in records that stand in it, or in a sentence`,
    async () => {
      const { store, path, remove } = createStore();
      const faults: string[] = [];
      try {
        const counts = await tryMutatedFiles({
          seed,
          from,
          count,
          path: join(path, 'file'),
          store,
          guessEvery: 20,
          importEvery: 100,
          onFaults: (found) => void faults.push(...found),
        });
        expect(faults).toEqual([]);
        expect(counts.withRecords).toBeGreaterThan(count / 5);
        expect(counts.refused).toBeGreaterThan(count / 10);
        expect(counts.compared).toBeGreaterThan(20 * count);
        expect(store.live.rows('PRAGMA integrity_check')).toEqual([['ok']]);
        expect(compareRollups(store.live)).toEqual([]);
      } finally {
        store.close();
        remove();
      }
    },
    MOST_MS,
  );
}

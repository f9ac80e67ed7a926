import { expect, test } from 'vitest';
import { scratchFolder } from '../../../db/testing/test-store.ts';
import { runMixedLoad } from '../mixed-load.ts';

test('under mixed load every answer is true, no record is lost and nothing is thrown that nobody looks after', async () => {
  const { path, remove } = scratchFolder();
  try {
    const load = await runMixedLoad({ folder: path, minutes: 0.1, seed: 3, records: 3_000 });
    expect(load.faults).toEqual([]);
    expect(load.answers).toBeGreaterThan(0);
    expect(load.compared).toBeGreaterThan(0);
    expect(load.orders.map(({ name }) => name)).toContain('archive');
  } finally {
    remove();
  }
}, 120_000); // on a machine with much to do

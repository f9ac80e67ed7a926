import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEngine } from '../../testing/test-engine.ts';
import type { Engine } from '../engine.ts';

/** Counts for hours, asking now and then whether it should go on, as statements over records do. */
const endless = {
  sql: `WITH RECURSIVE numbers (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM numbers WHERE id < 1e12)
    SELECT COUNT(*) FROM numbers AS r WHERE (r.id & 511 <> 0 OR keep_going())`,
  parameters: {},
};

/** Processor time that this process takes within so many milliseconds, in microseconds. */
async function processorTime(withinMs: number): Promise<number> {
  const before = process.cpuUsage();
  await setTimeout(withinMs);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

let engine: Engine;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ engine, remove } = await createEngine());
});
afterAll(() => remove());

test('the readers are idle after a question was taken back', async () => {
  const controller = new AbortController();
  const asked = Array.from({ length: 6 }, () =>
    engine.read(engine.folder.live, [endless], { signal: controller.signal }),
  );
  const settled = Promise.allSettled(asked); // more than there are readers: some still wait in the queue
  await setTimeout(300);
  const busy = await processorTime(300);
  controller.abort();
  await expect.poll(() => processorTime(300)).toBeLessThan(busy / 2);
  for (const outcome of await settled)
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'CANCELLED' } });
});

test('a reader that was stopped answers the next question', async () => {
  const { answers } = await engine.read(engine.folder.live, [{ sql: 'SELECT 1', parameters: {} }]);
  expect(answers[0]?.rows).toEqual([[1]]);
});

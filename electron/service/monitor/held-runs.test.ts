import { expect, test } from 'vitest';
import { HeldRuns } from './held-runs.ts';
import type { HeldRun } from './question-run.ts';

const run = (minute: number, changes: Partial<HeldRun> = {}): HeldRun => ({
  at: `2026-03-02T12:${String(minute).padStart(2, '0')}:00.000Z`,
  kind: 'report',
  shape: 'report of total; all days',
  elapsedMs: minute,
  source: { of: 'rollup', rollup: 'lines', in: 'memory' },
  outcome: 'answered',
  ...changes,
});

test('the newest are held, oldest first, each as it was', () => {
  const runs = [run(1), run(2, { source: null }), run(3, { source: { of: 'columns' } }), run(4, { outcome: 'failed' })];
  const held = new HeldRuns(3);
  for (const each of runs) held.add(each);
  expect(held.items()).toEqual(runs.slice(1));
  held.clear();
  expect(held.items()).toEqual([]);
});

test('no more is held of a run than there is a use for, and what is alike once', () => {
  const held = new HeldRuns(3);
  held.add(Object.assign(run(1), { whyNoRollup: [], rows: 5 }));
  held.add(run(2));
  const [first, second] = held.items();
  expect(first).toEqual(run(1));
  expect(first?.source).toBe(second?.source);
});

test('however many shapes there are, each run keeps its own', () => {
  const held = new HeldRuns(10_000);
  for (let at = 0; at < 5_000; at++) held.add(run(0, { shape: `shape ${at}` }));
  expect(held.items().map(({ shape }) => shape)).toEqual(Array.from({ length: 5_000 }, (_, at) => `shape ${at}`));
});

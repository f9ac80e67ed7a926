import { expect, test } from 'vitest';
import { HeldRuns } from './held-runs.ts';
import type { RunFigures, RunTraits } from './question-run.ts';

const traits: RunTraits = {
  kind: 'report',
  shape: 'report of total; all days',
  source: { of: 'rollup', rollup: 'lines', in: 'memory' },
  whyNoRollup: [],
  cache: 'miss',
  outcome: 'answered',
};
const failed: RunTraits = { ...traits, source: null, outcome: 'failed' };
const figures = (atMs: number): RunFigures => {
  return { atMs, elapsedMs: atMs / 8, waitMs: 1, rows: 2, partitions: 3, slices: 4 };
};
const held = ({ kind, shape, source, outcome }: RunTraits, atMs: number) => {
  return { kind, shape, source, outcome, atMs, elapsedMs: atMs / 8 };
};

test('the newest are held, oldest first, each as it was', () => {
  const runs = new HeldRuns(3);
  for (let at = 1; at <= 7; at++) {
    runs.add(at % 2 === 0 ? failed : traits, figures(at));
    if (at === 2) expect(runs.items()).toEqual([held(traits, 1), held(failed, 2)]);
    if (at === 3) expect(runs.items()).toHaveLength(3);
  }
  expect(runs.items()).toEqual([held(traits, 5), held(failed, 6), held(traits, 7)]);
});

test('those of an earlier time stand before them, as far as there is room', () => {
  const runs = new HeldRuns(3);
  runs.add(traits, figures(8));
  runs.addEarlier([{ traits: failed, figures: figures(1) }]);
  expect(runs.items()).toEqual([held(failed, 1), held(traits, 8)]);
  runs.add(traits, figures(9));
  runs.addEarlier([2, 3, 4, 5].map((at) => ({ traits, figures: figures(at) })));
  expect(runs.items()).toEqual([held(failed, 1), held(traits, 8), held(traits, 9)]);
  runs.add(failed, figures(10));
  expect(runs.items()).toEqual([held(traits, 8), held(traits, 9), held(failed, 10)]);
});

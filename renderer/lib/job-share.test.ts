import { expect, it } from 'vitest';
import { followShare, type JobShare } from './job-share.ts';

const shares = (...steps: Parameters<typeof followShare>[1][]) => {
  let share: JobShare | null = null;
  return steps.map((step) => {
    share = followShare(share, step);
    return Math.round(share.share * 100);
  });
};
const step = (phase: string, done: number, total: number | null) => ({ kind: 'import' as const, phase, done, total });

it('goes on from phase to phase, and stands where nothing is counted', () => {
  expect(
    shares(step('reading', 50, 100), step('comparing', 0, null), step('writing', 5, 10), step('adding up', 0, null)),
  ).toEqual([38, 75, 86, 95]);
});

it('never goes back: neither where an estimate grows nor where a phase comes again', () => {
  expect(shares(step('reading', 90, 100), step('reading', 95, 200), step('reading', 200, 200))).toEqual([68, 68, 75]);
  expect(shares(step('writing', 10, 10), step('reading', 1, 10))).toEqual([92, 92]);
});

it('knows phases that name what they are at, and fills the whole bar with those of other jobs', () => {
  const backup = { kind: 'backup' as const, phase: 'copying archive_2024', done: 1, total: 2 };
  expect(followShare(null, backup).share).toBeCloseTo(0.35);
  expect(followShare(null, { kind: 'undo', phase: 'removing', done: 1, total: 4 })).toEqual({
    share: 0.25,
    isCounted: true,
  });
  expect(followShare(null, { kind: 'vacuum', phase: 'compacting', done: 0, total: null })).toEqual({
    share: 0,
    isCounted: false,
  });
});

import { describe, expect, it } from 'vitest';
import { followPace, type JobPace, perSecond, timeLeftMs } from './job-pace.ts';

function paceOf(steps: [atMs: number, done: number][], phase = 'writing'): JobPace | null {
  return steps.reduce<JobPace | null>((pace, [atMs, done]) => followPace(pace, { phase, done }, atMs), null);
}

describe('the pace of a job', () => {
  it('is unknown until a second was measured', () => {
    expect(perSecond(paceOf([[0, 0]]))).toBeNull();
    const short = paceOf([
      [0, 0],
      [500, 4_000],
    ]);
    expect(perSecond(short)).toBeNull();
    expect(timeLeftMs(short, { done: 4_000, total: 8_000 })).toBeNull();
  });

  it('tells the rate and the time that is left', () => {
    const pace = paceOf([
      [0, 0],
      [1_000, 5_000],
      [2_000, 10_000],
    ]);
    expect(perSecond(pace)).toBe(5_000);
    expect(timeLeftMs(pace, { done: 10_000, total: 35_000 })).toBe(5_000);
    expect(timeLeftMs(pace, { done: 10_000, total: null })).toBeNull();
  });

  it('is that of the last ten seconds, not of the whole time', () => {
    const pace = paceOf([
      [0, 0],
      [20_000, 1_000],
      [29_000, 10_000],
    ]);
    expect(perSecond(pace)).toBe(1_000);
  });

  it('is measured anew in another phase', () => {
    const reading = paceOf([
      [0, 0],
      [5_000, 50_000],
    ]);
    expect(perSecond(followPace(reading, { phase: 'writing', done: 10 }, 5_100))).toBeNull();
  });
});

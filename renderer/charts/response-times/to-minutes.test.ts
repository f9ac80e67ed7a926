import { expect, it } from 'vitest';
import { clockTicks, toMinutes } from './to-minutes.ts';

const minute = (at: string, p50: number) => ({ at, count: 2, p50, p95: p50, p99: p50, worst: p50 });
const asked = [minute('2026-01-05T10:00:00Z', 1), minute('2026-01-05T10:01:00Z', 2), minute('2026-01-05T10:07:00Z', 3)];

it('breaks the line where no question was asked, and nowhere else', () => {
  const minutes = toMinutes(asked, 0);
  expect(minutes.map(({ p50 }) => p50)).toEqual([1, 2, null, 3]);
  expect(minutes[2]).toMatchObject({ atMs: Date.parse('2026-01-05T10:02:00Z'), count: 0, worst: null });
});

it('leaves out what is older than the stretch that is looked at', () => {
  expect(toMinutes(asked, Date.parse('2026-01-05T10:01:00Z')).map(({ p50 }) => p50)).toEqual([2, null, 3]);
});

it('puts ticks on full steps of the clock', () => {
  const from = new Date(2026, 0, 5, 9, 52).getTime();
  const ticks = clockTicks(from, from + 3_600_000, 600_000);
  expect(ticks.map((at) => new Date(at).getMinutes())).toEqual([0, 10, 20, 30, 40, 50]);
});

it('has no tick where the stretch is shorter than a step and lies between two', () => {
  const from = new Date(2026, 0, 5, 9, 52).getTime();
  expect(clockTicks(from, from + 60_000, 600_000)).toEqual([]);
});

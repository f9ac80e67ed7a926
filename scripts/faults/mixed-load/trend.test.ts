import { expect, test } from 'vitest';
import { trendOf } from './trend.ts';

const minute = (value: number, nth: number) => ({ atMs: nth * 60_000, value });

test('what is steady after warming up has no trend, however much the warming up took', () => {
  const samples = [10, 500, 900, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000].map(minute);
  expect(trendOf(samples)).toEqual({ first: 1_000, last: 1_000, perMinute: 0 });
});

test('what grows is told by how much a minute', () => {
  const samples = Array.from({ length: 30 }, (_, nth) => minute(100 + 3 * nth, nth));
  const trend = trendOf(samples);
  expect(trend?.perMinute).toBeCloseTo(3);
  expect(trend?.last).toBeGreaterThan(trend?.first ?? 0);
});

test('of a few samples there is no trend', () => {
  expect(trendOf([1, 2, 3, 4].map(minute))).toBeNull();
});

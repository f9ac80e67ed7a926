import { expect, test } from 'vitest';
import { summarizeTimes } from './statistics.ts';

test('the median is the middle value, or lies halfway between the two in the middle', () => {
  expect(summarizeTimes([9, 1, 5]).medianMs).toBe(5);
  expect(summarizeTimes([9, 1, 5, 6]).medianMs).toBe(5.5);
});

test('a percentile is a value that was measured, and not above so many of them', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(summarizeTimes(hundred)).toEqual({
    bestMs: 1,
    medianMs: 50.5,
    p95Ms: 95,
    p99Ms: 99,
    mostMs: 100,
    samples: 100,
  });
  expect(summarizeTimes([3, 2]).p95Ms).toBe(3);
  expect(summarizeTimes([4])).toEqual({ bestMs: 4, medianMs: 4, p95Ms: 4, p99Ms: 4, mostMs: 4, samples: 1 });
});

test('order does not matter and the list is left as it was', () => {
  const samples = [3, 1, 2];
  summarizeTimes(samples);
  expect(samples).toEqual([3, 1, 2]);
});

test('nothing measured is refused', () => {
  expect(() => summarizeTimes([])).toThrow('Nothing was measured.');
});

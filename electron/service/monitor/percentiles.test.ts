import { expect, test } from 'vitest';
import { percentilesOf } from './percentiles.ts';

const upTo = (last: number) => Array.from({ length: last }, (_, at) => last - at);

test.each<[number[], number, number, number, number]>([
  [[7], 7, 7, 7, 7],
  [[3, 1], 1, 3, 3, 3],
  [upTo(100), 50, 95, 99, 100],
  [upTo(1_000), 500, 950, 990, 1_000],
  [[5, 5, 5, 900], 5, 900, 900, 900],
])('of %j', (times, p50, p95, p99, worst) => {
  expect(percentilesOf(times)).toEqual({ count: times.length, p50, p95, p99, worst });
});

test('there are none of no times', () => {
  expect(percentilesOf([])).toBeNull();
});

test('are those that counting finds, one by one', () => {
  let state = 42;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  for (let round = 0; round < 50; round++) {
    const times = Array.from({ length: 1 + Math.floor(random() * 300) }, () => Math.floor(random() * 50));
    /** The least time that such a share of all did not exceed. */
    const counted = (share: number) =>
      Math.min(...times.filter((time) => times.filter((other) => other <= time).length >= share * times.length));
    expect(percentilesOf(times)).toMatchObject({ p50: counted(0.5), p95: counted(0.95), p99: counted(0.99) });
  }
});

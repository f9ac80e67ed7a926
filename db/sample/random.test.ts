import { expect, test } from 'vitest';
import { createRandom } from './random.ts';
import { weightedChoice } from './weighted-choice.ts';

test('the stream of a seed is the same on every machine', () => {
  const random = createRandom(42);
  expect([random.next(), random.next(), random.next()].map((number) => number * 2 ** 32)).toEqual([
    3882964438, 1177149777, 1632668721,
  ]);
});

test('numbers lie between 0 and 1 and fill the range evenly', () => {
  const random = createRandom(3);
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let i = 0; i < 100_000; i += 1) {
    const tenth = random.below(10);
    tenths[tenth] = (tenths[tenth] ?? Number.NaN) + 1;
  }
  expect(tenths).toHaveLength(10);
  expect(Math.min(...tenths)).toBeGreaterThan(9_600);
  expect(Math.max(...tenths)).toBeLessThan(10_400);
});

test('seeds that differ a little, or only above 32 bits, give different streams', () => {
  const firsts = [0, 1, 2, -1, 2 ** 32, 2 ** 33].map((seed) => createRandom(seed).next());
  expect(new Set(firsts).size).toBe(6);
});

test('a choice falls on each value by its share', () => {
  const random = createRandom(4);
  const choose = weightedChoice([
    ['often', 9],
    ['seldom', 1],
  ]);
  const seldom = Array.from({ length: 10_000 }, () => choose(random)).filter((value) => value === 'seldom').length;
  expect(seldom).toBeGreaterThan(850);
  expect(seldom).toBeLessThan(1_150);
});

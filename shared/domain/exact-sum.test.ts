import { expect, test } from 'vitest';
import { ExactSum } from './exact-sum.ts';

test('a sum is exact beyond what a number holds, in whatever order, and null without data', () => {
  const values = Array.from({ length: 3_000 }, (_, at) => 8_000_000_000.1 + at / 1_000_000);
  const sumOf = (terms: readonly unknown[]) => {
    const sum = new ExactSum();
    for (const term of terms) sum.add(term);
    return sum.value;
  };
  const millionths = values.reduce((sum, value) => sum + BigInt(Math.round(value * 1_000_000)), 0n);
  expect(sumOf(values)).toBe(Number(millionths / 1_000_000n) + Number(millionths % 1_000_000n) / 1_000_000);
  expect(sumOf(values.toReversed())).toBe(sumOf(values));
  expect(sumOf([0.1, null, 0.2])).toBe(0.3);
  expect(sumOf([-1.5, 1.5])).toBe(0);
  expect(sumOf([null, 'x'])).toBeNull();
});

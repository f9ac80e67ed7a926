import { expect, test } from 'vitest';
import { bytesOf } from './bytes-of.ts';

test('rows weigh by what they hold, long texts and many rows more', () => {
  const row = ['2024-01-01', 3, null];
  expect(bytesOf([row, row])).toBeGreaterThan(1.5 * bytesOf([row]));
  expect(bytesOf('x'.repeat(1_000))).toBeGreaterThan(1_000);
  expect(bytesOf([0.5])).toBeGreaterThan(bytesOf([1]));
  expect(bytesOf({ rows: [row], asOf: 'now' })).toBeGreaterThan(bytesOf([row]));
});

test('a million whole numbers weigh eight megabytes', () => {
  expect(bytesOf(new Array(1e6).fill(1)) / 8e6).toBeCloseTo(1, 3);
});

import { expect, it } from 'vitest';
import { decimalsNeeded } from './precision.ts';

it('shows whole numbers without decimals', () => {
  expect(decimalsNeeded([12, 0, null, 4_000_000])).toBe(0);
});

it('shows all values of a column with the decimals the finest of them needs', () => {
  expect(decimalsNeeded([12, 30.5, 0.25])).toBe(2);
});

it('stops at three decimals', () => {
  expect(decimalsNeeded([0.123456])).toBe(3);
});

it('never takes decimals away while scrolling', () => {
  expect(decimalsNeeded([12], 2)).toBe(2);
});

import { expect, it } from 'vitest';
import { decimalsNeeded, decimalsOf, decimalsOfSum } from './precision.ts';

it('shows whole numbers without decimals', () => {
  expect(decimalsNeeded([12, 0, null, 4_000_000])).toBe(0);
});

it('shows all values of a column with the decimals the finest of them needs', () => {
  expect(decimalsNeeded([12, 30.5, 0.25])).toBe(2);
});

it('does not show thousandths of thousands', () => {
  expect(decimalsNeeded([8_096.241, 110.325])).toBe(1);
});

it('shows all decimals of a single record', () => {
  expect(decimalsOf(8_096.241)).toBe(3);
  expect(decimalsOf(12)).toBe(0);
  expect(decimalsOf(0.123456)).toBe(6);
});

it('shows a sum that stands by itself without zeroes after the decimal mark', () => {
  expect(decimalsOfSum(879_903.98)).toBe(0);
  expect(decimalsOfSum(879_903.94)).toBe(1);
  expect(decimalsOfSum(0.5)).toBe(1);
  expect(decimalsOfSum(0)).toBe(0);
});

it('stops at three decimals', () => {
  expect(decimalsNeeded([0.123456])).toBe(3);
});

it('never takes decimals away while scrolling', () => {
  expect(decimalsNeeded([12], 2)).toBe(2);
});

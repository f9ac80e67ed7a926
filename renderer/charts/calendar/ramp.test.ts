import { expect, test } from 'vitest';
import { extentOf, tintOf } from './ramp.ts';

const values = new Map([
  ['2024-01-01', 0.6],
  ['2024-01-02', null],
  ['2024-01-03', 0.8],
]);

test('days without data do not stretch the ramp', () => {
  expect(extentOf(values)).toEqual({ least: 0.6, most: 0.8 });
  expect(extentOf(new Map([['2024-01-01', null]]))).toBeNull();
});

test('the least is palest and the most darkest, less dark where a number stands in it', () => {
  const percent = (tint: string) => Number(/(\d+)%/.exec(tint)?.[1]);
  const extent = { least: 0.6, most: 0.8 };
  expect([0.6, 0.7, 0.8].map((value) => percent(tintOf(value, extent, false)))).toEqual([8, 54, 100]);
  expect(percent(tintOf(0.8, extent, true))).toBe(58);
  expect(percent(tintOf(0.6, { least: 0.6, most: 0.6 }, false))).toBe(100);
});

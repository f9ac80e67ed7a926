import { expect, test } from 'vitest';
import { safeWritten } from './formula-start.ts';

test('what would be run is shown, and numbers stay numbers', () => {
  expect(['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\tx'].map(safeWritten)).toEqual([
    "'=1+1",
    "'+cmd|x",
    "'-2+3",
    "'@SUM(A1)",
    "'\tx",
  ]);
  for (const number of ['-12', '-1,234.5', '+3 %', '-1 234,5', '-1e-6', '12', 'L-01', '']) {
    expect(safeWritten(number)).toBe(number);
  }
});

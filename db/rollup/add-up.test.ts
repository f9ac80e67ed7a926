import { expect, test } from 'vitest';
import { addUp, countUp } from './add-up.ts';

const rows = (...column: number[]) => ({
  column: Float64Array.from(column),
  rows: Int32Array.from(column.keys()),
});

test('rows of several columns are added into their groups; what is not recorded adds nothing, not even 0', () => {
  const parts = [rows(5, Number.NaN, 7), { column: Float64Array.of(100, 200, 300), rows: Int32Array.of(2, 0) }];
  const { whole, millionths, found } = addUp(parts, Int32Array.of(0, 1, 0, 2, 0), 4);
  expect([...millionths]).toEqual([112, 0, 300, 0]);
  expect([...whole]).toEqual([0, 0, 0, 0]);
  expect([...found]).toEqual([1, 0, 1, 0]);
});

test('a sum that no double holds is held as whole units and the rest, exactly', () => {
  const amounts = Array.from({ length: 40 }, (_, index) => 2 ** 52 - index * 1_234_567);
  const { whole, millionths } = addUp([rows(...amounts)], new Int32Array(amounts.length), 1);
  const exact = amounts.reduce((sum, amount) => sum + BigInt(amount), 0n);
  expect(exact).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
  expect(BigInt(whole[0] ?? 0) * 1_000_000n + BigInt(millionths[0] ?? 0)).toBe(exact);
});

test('counts are added up likewise', () => {
  expect([...countUp([rows(1, 2), rows(4)], Int32Array.of(1, 0, 1), 2)]).toEqual([2, 5]);
});

import { expect, test } from 'vitest';
import { codesFor, groupTable } from './group-table.ts';

test.each([
  ['few groups, by their codes', 16_384, 0],
  ['more groups, through an array', 2 ** 21, 0],
  ['very many groups, through a map', 2 ** 40, 2 ** 39],
])('%s: a group has one slot, and a slot leads back to its group', (_, possible, base) => {
  const table = groupTable(possible);
  const asked = [5, 3, 5, 0, 16_383, 3].map((code) => base + code);
  const codes = codesFor(possible, asked.length);
  codes.set(asked);
  const slots = [...table.slotsOf(codes, asked.length, new Int32Array(asked.length))];
  expect(slots.map((slot) => table.codeOf(slot))).toEqual(asked);
  expect(new Set(slots).size).toBe(4);
  expect(Math.max(...slots)).toBeLessThan(table.size());
  codes.set([base + 3, base + 7]);
  const [known, added] = table.slotsOf(codes, 2, new Int32Array(2));
  expect(known).toBe(slots[1]);
  expect(table.codeOf(added ?? -1)).toBe(base + 7);
});

test('slots are given out as groups occur where there are many, so that sums need few places', () => {
  for (const possible of [2 ** 21, 2 ** 21 + 1]) {
    const table = groupTable(possible);
    const codes = codesFor(possible, 3);
    codes.set([2_000_000, 9, 2_000_000]);
    expect([...table.slotsOf(codes, 3, new Int32Array(3))]).toEqual([0, 1, 0]);
    expect(table.size()).toBe(2);
  }
});

test('only the codes that are counted are looked at', () => {
  const table = groupTable(2 ** 21);
  table.slotsOf(Int32Array.of(4, 5, 6), 1, new Int32Array(3));
  expect(table.size()).toBe(1);
});

test('codes are kept in the narrower kind of number as long as it holds them', () => {
  expect(codesFor(2 ** 31 - 1, 1)).toBeInstanceOf(Int32Array);
  expect(codesFor(2 ** 31, 1)).toBeInstanceOf(Float64Array);
});

import { expect, it } from 'vitest';
import { nextSort, sortRows } from './sort-rows.ts';

const same = (value: number | string | null) => value;

it('sorts numbers as numbers and words as words, either way', () => {
  expect(sortRows([9, 10, 1], same, true)).toEqual([1, 9, 10]);
  expect(sortRows([9, 10, 1], same, false)).toEqual([10, 9, 1]);
  expect(sortRows(['b', 'a', 'c'], same, true)).toEqual(['a', 'b', 'c']);
});

it('puts rows without a value last, either way', () => {
  expect(sortRows([null, 2, 1], same, true)).toEqual([1, 2, null]);
  expect(sortRows([null, 1, 2], same, false)).toEqual([2, 1, null]);
});

it('keeps equal rows as they were, and the list that it was given', () => {
  const rows = [
    { name: 'first', size: 1 },
    { name: 'second', size: 1 },
  ];
  expect(sortRows(rows, ({ size }) => size, false).map(({ name }) => name)).toEqual(['first', 'second']);
  expect(sortRows(rows, ({ name }) => name, false)).not.toBe(rows);
});

it('begins with the largest number or the first word, and turns at a second click', () => {
  const byName = nextSort({ column: 'size', ascending: false }, 'name', false);
  expect(byName).toEqual({ column: 'name', ascending: true });
  expect(nextSort(byName, 'name', false)).toEqual({ column: 'name', ascending: false });
  expect(nextSort(byName, 'size', true)).toEqual({ column: 'size', ascending: false });
});

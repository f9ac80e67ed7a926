import { expect, test } from 'vitest';
import { dayFromIso } from '../../shared/domain/day.ts';
import type { ColumnTable } from './column-table.ts';
import { indexKeys } from './key-index.ts';
import { monthTable } from './month-table.ts';

const day = (date: string) => dayFromIso(date) ?? 0;

function tableOf(rows: [date: string, item: number, good: number][]): ColumnTable {
  const items = Int32Array.from(rows, ([, item]) => item);
  const good = Float64Array.from(rows, ([, , amount]) => amount);
  return {
    days: Int32Array.from(rows, ([date]) => day(date)),
    keys: { item: items },
    reasons: null,
    records: new Float64Array(rows.length).fill(2),
    sums: { good, total: good, rework: new Float64Array(rows.length).fill(Number.NaN) },
    index: indexKeys('item', items),
  };
}

const days = tableOf([
  ['2023-12-31', 3, 10],
  ['2024-01-01', 3, 20],
  ['2024-01-31', 3, 30],
  ['2024-01-31', 5, Number.NaN],
  ['2024-03-09', 3, 50],
]);

test('a month holds its days key by key, at its first day', () => {
  const months = monthTable(days);
  expect([...(months?.days ?? [])]).toEqual(['2023-12-01', '2024-01-01', '2024-01-01', '2024-03-01'].map(day));
  expect([...(months?.keys.item ?? [])]).toEqual([3, 3, 5, 3]);
  expect([...(months?.records ?? [])]).toEqual([2, 4, 2, 2]);
  expect([...(months?.sums.good ?? [])]).toEqual([10, 50, Number.NaN, 50]);
  expect([...(months?.sums.rework ?? [])]).toEqual(Array.from({ length: 4 }, () => Number.NaN));
});

test('columns that are one by day are one by month, and rows are found by the same key', () => {
  const months = monthTable(days);
  expect(months?.sums.total).toBe(months?.sums.good);
  expect(months?.index).toEqual(indexKeys('item', Int32Array.of(3, 3, 5, 3)));
});

test('there are no months where the sum of one is more than a double holds exactly', () => {
  const huge = 2 ** 52 - 1;
  const rows: [string, number, number][] = [
    ['2024-01-01', 3, huge],
    ['2024-01-02', 3, huge],
  ];
  expect(monthTable(tableOf(rows))).toBeNull();
  expect(monthTable(tableOf(rows.slice(0, 1)))?.sums.good?.[0]).toBe(huge);
});

test('no days are no months', () => {
  expect(monthTable(tableOf([]))?.days).toHaveLength(0);
});

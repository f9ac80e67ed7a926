import { expect, test } from 'vitest';
import { toPareto } from './to-pareto.ts';

test('reasons add up to the whole, the largest first', () => {
  const rows = toPareto([
    { key: 'scratch', values: { defects: 20 } },
    { key: 'burr', values: { defects: 60 } },
    { key: 'colour', values: { defects: 20 } },
  ]);
  expect(rows.map((row) => row.key)).toEqual(['burr', 'scratch', 'colour']);
  expect(rows.map((row) => row.cumulative)).toEqual([0.6, 0.8, 1]);
});

test('defects without a reason come last, however many they are', () => {
  const rows = toPareto([
    { key: null, values: { defects: 90 } },
    { key: 'burr', values: { defects: 10 } },
  ]);
  expect(rows.map((row) => row.key)).toEqual(['burr', null]);
});

test('reasons without defects are left out', () => {
  expect(toPareto([{ key: 'burr', values: { defects: 0 } }])).toEqual([]);
});

import { expect, test } from 'vitest';
import { periodsOf } from './periods.ts';

test('a range has every period in it, also those in which nothing was made', () => {
  expect(periodsOf('2024-01-01', '2024-03-31', 'month').map((period) => period.name)).toEqual([
    '2024-01',
    '2024-02',
    '2024-03',
  ]);
});

test('a period that the range cuts is marked, a whole one is not', () => {
  const periods = periodsOf('2024-01-15', '2024-03-31', 'month');
  expect(periods.map((period) => period.partial)).toEqual([true, false, false]);
  expect(periods[0]).toMatchObject({ from: '2024-01-15', to: '2024-01-31' });
  expect(periodsOf('2024-01-02', '2024-01-30', 'month')).toMatchObject([{ partial: true }]);
});

test('ISO weeks go over the turn of the year', () => {
  expect(periodsOf('2024-12-30', '2025-01-12', 'week')).toEqual([
    { name: '2025-W01', from: '2024-12-30', to: '2025-01-05', partial: false },
    { name: '2025-W02', from: '2025-01-06', to: '2025-01-12', partial: false },
  ]);
});

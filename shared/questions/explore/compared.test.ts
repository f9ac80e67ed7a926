import { expect, test } from 'vitest';
import { comparedRange, earlierPeriods } from './compared.ts';

test('a year earlier ends where its month ends', () => {
  const range = { from: '2025-02-01', to: '2025-02-28' };
  expect(comparedRange(range, 'year', null)).toEqual({ from: '2024-02-01', to: '2024-02-29' });
});

test('a year earlier is the same date of the calendar; 29 February and week 53 have none', () => {
  const leap = { from: '2024-02-28', to: '2024-03-01' };
  expect([...earlierPeriods('day', leap, comparedRange(leap, 'year', null), 'year')]).toEqual([
    ['2024-02-28', '2023-02-28'],
    ['2024-03-01', '2023-03-01'],
  ]);
  const weeks = { from: '2020-12-21', to: '2021-01-10' };
  expect([...earlierPeriods('week', weeks, comparedRange(weeks, 'year', null), 'year')]).toEqual([
    ['2020-W52', '2019-W52'],
    ['2021-W01', '2020-W01'],
  ]);
});

test('the same weekdays are whole weeks away, before or a year of weeks', () => {
  const now = { from: '2025-03-03', to: '2025-03-12' };
  const before = comparedRange(now, 'beforeWeekdays', null);
  expect(before).toEqual({ from: '2025-02-17', to: '2025-02-26' });
  expect(comparedRange(now, 'yearWeekdays', null)).toEqual({ from: '2024-03-04', to: '2024-03-13' });
  const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();
  for (const [day, earlier] of earlierPeriods('day', now, before, 'beforeWeekdays'))
    expect(weekday(day)).toBe(weekday(earlier));
});

test('days of a year to date stand beside those of the same name, also where one of both years has a 29 February', () => {
  const now = { from: '2025-01-01', to: '2025-03-02' };
  const before = comparedRange(now, 'before', '2025-03-02');
  expect(before).toEqual({ from: '2024-01-01', to: '2024-03-02' });
  const beside = earlierPeriods('day', now, before, 'before');
  expect([beside.get('2025-02-28'), beside.get('2025-03-01')]).toEqual(['2024-02-28', '2024-03-01']);
});

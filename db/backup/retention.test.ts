import { expect, test } from 'vitest';
import { keptBackups } from './retention.ts';

const HOUR_MS = 3_600_000;
/** A backup every so many hours, the newest with the highest number. */
const every = (hours: number, count: number, until = '2024-12-31T22:00:00Z') =>
  Array.from({ length: count }, (_, at) => ({
    number: at + 1,
    madeAt: new Date(Date.parse(until) - (count - 1 - at) * hours * HOUR_MS).toISOString(),
  }));
const keptOf = (backups: { number: number; madeAt: string }[], daily: number, weekly: number, monthly: number) => {
  const kept = keptBackups(backups, { daily, weekly, monthly });
  return backups.filter(({ number }) => kept.has(number)).map(({ madeAt }) => madeAt.slice(0, 13));
};

test('all of the last 24 hours are kept, whatever the rule', () => {
  expect(keptOf(every(6, 9), 0, 0, 0)).toEqual(['2024-12-31T04', '2024-12-31T10', '2024-12-31T16', '2024-12-31T22']);
  expect(keptOf([], 7, 5, 12)).toEqual([]);
});

test('of the days before, the newest of each', () => {
  expect(keptOf(every(12, 9), 3, 0, 0)).toEqual(['2024-12-29T22', '2024-12-30T22', '2024-12-31T10', '2024-12-31T22']);
});

test('weeks are those of ISO, so that the turn of a year does not split one', () => {
  // Sunday 12-29 ends a week; 12-30 and 12-31 belong to the first week of 2025.
  expect(keptOf(every(24, 12), 0, 2, 0)).toEqual(['2024-12-29T22', '2024-12-31T22']);
});

test('months reach back over gaps: a month without a backup uses up none of the count', () => {
  const backups = ['2023-05-02', '2023-05-30', '2024-02-01', '2024-12-31'].map((day, at) => ({
    number: at + 1,
    madeAt: `${day}T22:00:00.000Z`,
  }));
  expect(keptOf(backups, 0, 0, 3)).toEqual(['2023-05-30T22', '2024-02-01T22', '2024-12-31T22']);
  expect(keptOf(backups, 1, 1, 2)).toEqual(['2024-02-01T22', '2024-12-31T22']);
});

test('a year of daily backups comes down to those of the rule, and going on day by day keeps as many', () => {
  let kept: { number: number; madeAt: string }[] = [];
  for (const backup of every(24, 366)) {
    const numbers = keptBackups([...kept, backup], { daily: 7, weekly: 5, monthly: 12 });
    kept = [...kept, backup].filter(({ number }) => numbers.has(number));
  }
  expect(kept.map(({ madeAt }) => madeAt.slice(5, 10))).toEqual([
    ...['01-31', '02-29', '03-31', '04-30', '05-31', '06-30', '07-31', '08-31', '09-30', '10-31', '11-30'],
    ...['12-08', '12-15', '12-22', '12-25', '12-26', '12-27', '12-28', '12-29', '12-30', '12-31'],
  ]);
});

test('a clock that was wrong removes nothing newer: the newest is the one with the highest number', () => {
  const backups = [
    { number: 1, madeAt: '2031-01-01T00:00:00.000Z' },
    { number: 2, madeAt: '2024-12-31T00:00:00.000Z' },
  ];
  expect(keptBackups(backups, { daily: 1, weekly: 0, monthly: 0 }).has(2)).toBe(true);
});

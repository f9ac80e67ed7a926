import { expect, test } from 'vitest';
import { dayFromIso, isoFromDay } from './day.ts';
import { periodBefore } from './period-before.ts';
import { type DateRange, datesOfPreset, lengthInDays } from './range.ts';

test('a year of whole weeks is compared with as many weeks right before', () => {
  expect(periodBefore({ from: '2023-09-11', to: '2024-09-08' }, '2024-09-08')).toEqual({
    from: '2022-09-12',
    to: '2023-09-10',
    count: 52,
    unit: 'week',
    isToDate: false,
  });
});

test('a number of days is preceded by as many days', () => {
  const before = periodBefore({ from: '2025-11-11', to: '2025-11-17' }, null);
  expect(before).toEqual({ from: '2025-11-04', to: '2025-11-10', count: 7, unit: 'day', isToDate: false });
  expect(lengthInDays(before)).toBe(7);
});

test('whole months are preceded by as many months, however many days they have', () => {
  expect(periodBefore({ from: '2025-03-01', to: '2025-03-31' }, null)).toEqual({
    from: '2025-02-01',
    to: '2025-02-28',
    count: 1,
    unit: 'month',
    isToDate: false,
  });
  expect(periodBefore({ from: '2024-11-18', to: '2025-11-17' }, null)).toMatchObject({ from: '2023-11-18', count: 12 });
});

test('a calendar year is preceded by a year', () => {
  expect(periodBefore({ from: '2024-01-01', to: '2024-12-31' }, null)).toEqual({
    from: '2023-01-01',
    to: '2023-12-31',
    count: 1,
    unit: 'year',
    isToDate: false,
  });
});

test('a year, quarter or month that has got as far as the newest record is compared with the same part of the one before', () => {
  const last = '2025-11-17';
  expect(periodBefore({ from: '2025-01-01', to: last }, last)).toEqual({
    from: '2024-01-01',
    to: '2024-11-17',
    count: 1,
    unit: 'year',
    isToDate: true,
  });
  expect(periodBefore({ from: '2025-10-01', to: last }, last)).toMatchObject({
    from: '2025-07-01',
    to: '2025-08-17',
    unit: 'quarter',
  });
  expect(periodBefore({ from: '2025-11-01', to: last }, last)).toMatchObject({
    from: '2025-10-01',
    to: '2025-10-17',
    unit: 'month',
  });
});

test('the year of records that are kept by month has as many months beside it, its last one asked for by its first day or its last', () => {
  const last = '2025-11-01';
  for (const to of [last, '2025-11-30']) {
    const range = { from: '2025-01-01', to };
    const before = periodBefore(range, last);
    expect(before).toMatchObject({ from: '2024-01-01', unit: 'year', isToDate: true });
    expect(firstsOfMonths(before)).toBe(firstsOfMonths(range));
  }
});

test('what ends before the newest record, and a week or a day that begins with a month, is compared with what is right before it', () => {
  const before = (from: string, to: string, last = to) => periodBefore({ from, to }, last);
  expect(before('2025-01-01', '2025-11-30', '2025-12-24')).toMatchObject({ from: '2024-02-01', count: 11 });
  expect(before('2025-11-01', '2025-11-17', '2025-12-24')).toMatchObject({ from: '2025-10-15', count: 17 });
  expect(before('2025-11-01', '2025-11-07')).toMatchObject({ from: '2025-10-25', to: '2025-10-31' });
  expect(before('2025-11-01', '2025-11-01')).toMatchObject({ from: '2025-10-31', to: '2025-10-31' });
});

test('the period before never reaches into its range, and a year to date is the same dates on every day of seven years', () => {
  const [first, end] = ['2018-12-30', '2026-01-02'].map((date) => dayFromIso(date) ?? 0) as [number, number];
  for (let day = first; day <= end; day++) {
    const last = isoFromDay(day);
    for (const preset of ['last7days', 'last30days', 'last90days', 'last12months', 'thisMonth', 'thisYear'] as const) {
      const range = datesOfPreset(preset, '2000-01-01', last);
      const before = periodBefore(range, last);
      expect(before.to < range.from && before.from <= before.to, `${preset} on ${last}`).toBe(true);
    }
    const month = Number(last.slice(5, 7));
    if (month === 1 || last.endsWith('-12-31')) continue; // a month of its own, or all of the year
    const year = datesOfPreset('thisYear', '2000-01-01', last);
    const before = periodBefore(year, last);
    const sameDate = `${Number(last.slice(0, 4)) - 1}${last.slice(4)}`;
    const isEndOfFebruary = month === 2 && lengthInDays(year) >= 59;
    expect(before.to.slice(0, isEndOfFebruary ? 7 : 10), last).toBe(sameDate.slice(0, isEndOfFebruary ? 7 : 10));
    expect(firstsOfMonths(before), last).toBe(firstsOfMonths(year));
  }
});

/** How many months begin in a range. */
function firstsOfMonths({ from, to }: DateRange): number {
  let count = 0;
  for (let day = dayFromIso(from) ?? 0; isoFromDay(day) <= to; day++) if (isoFromDay(day).endsWith('-01')) count++;
  return count;
}

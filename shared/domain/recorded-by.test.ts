import { expect, test } from 'vitest';
import { dayFromIso } from './day.ts';
import { recordedBy } from './recorded-by.ts';

const day = (iso: string) => dayFromIso(iso) ?? Number.NaN;
const monthOf = (first: string, last = first) => ({ firstDay: day(first), lastDay: day(last) });

test('records of one day in each month are of months, whichever day that is', () => {
  const ofFirsts = ['2021-10-01', '2021-11-01', '2021-12-01'].map((date) => monthOf(date));
  expect(recordedBy(ofFirsts)).toBe('month');
  expect(recordedBy(['2021-10-29', '2021-11-30', '2021-12-31'].map((date) => monthOf(date)))).toBe('month');
});

test('records of one day in each quarter or year are of quarters and years', () => {
  expect(recordedBy(['2021-01-01', '2021-04-01', '2021-07-01', '2021-10-01'].map((date) => monthOf(date)))).toBe(
    'quarter',
  );
  expect(recordedBy(['2018-01-01', '2019-01-01', '2020-01-01', '2021-01-01'].map((date) => monthOf(date)))).toBe(
    'year',
  );
});

test('months that begin and end on one and the same weekday are of weeks', () => {
  const mondays = [monthOf('2024-01-01', '2024-01-29'), monthOf('2024-02-05', '2024-02-26')];
  expect(recordedBy([...mondays, monthOf('2024-03-04', '2024-03-25')])).toBe('week');
  expect(recordedBy(mondays)).toBe('day');
});

test('records of several days in a month are of days, and so is what tells nothing yet', () => {
  expect(recordedBy([monthOf('2024-01-02', '2024-01-31'), monthOf('2024-02-01'), monthOf('2024-03-01')])).toBe('day');
  expect(recordedBy([])).toBe('day');
  expect(recordedBy([monthOf('2024-01-01')])).toBe('day');
  expect(recordedBy([monthOf('2024-01-01'), monthOf('2024-02-01')])).toBe('day');
});

test('a few days far apart are of days', () => {
  expect(recordedBy(['2001-03-05', '2007-08-01', '2024-02-10'].map((date) => monthOf(date)))).toBe('day');
});

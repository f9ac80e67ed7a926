import { expect, test } from 'vitest';
import {
  dayFromIso,
  dayFromParts,
  daysOfMonthIndex,
  isoFromDay,
  isoWeekOfDay,
  lastDayOfPeriod,
  monthIndexOfDay,
  partsOfDay,
  periodGrains,
  periodOfDay,
} from './day.ts';

const day = (text: string) => dayFromIso(text) ?? Number.NaN;

test.each([
  ['2024-12-30', '2025-W01'],
  ['2021-01-01', '2020-W53'],
  ['2024-12-29', '2024-W52'],
  ['2016-01-03', '2015-W53'],
  ['2026-01-01', '2026-W01'],
  ['1969-12-31', '1970-W01'],
])('%s lies in ISO week %s', (date, week) => {
  expect(isoWeekOfDay(day(date))).toBe(week);
});

test.each([
  '2025-02-30',
  '2025-02-29',
  '1900-02-29',
  '2025-04-31',
  '2025-13-01',
  '2025-00-10',
  '2025-01-00',
  '2025-1-1',
  '25-01-01',
  '2025-01-01T00:00',
  ' 2025-01-01',
  '20250101',
  '',
])("'%s' is no date", (text) => {
  expect(dayFromIso(text)).toBeNull();
});

test('leap days exist in leap years', () => {
  expect(isoFromDay(day('2024-02-29'))).toBe('2024-02-29');
  expect(isoFromDay(day('2000-02-29'))).toBe('2000-02-29');
});

test('day 0 is 1970-01-01, and days before it are negative', () => {
  expect(day('1970-01-01')).toBe(0);
  expect(day('1969-12-31')).toBe(-1);
  expect(dayFromParts(2024, 1, 31)).toBe(19_753);
});

/** Counts on from day to day, as on paper: no library knows of it. */
function* calendarOnPaper(firstYear: number, lastYear: number) {
  // 1990-01-01 was a Monday, the first day of 1990-W01; 7,305 days after 1970-01-01.
  let number = 7_305;
  let weekday = 0;
  let week = 0;
  let weekYear = firstYear;
  for (let year = firstYear; year <= lastYear; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      for (let date = 1; date <= lengthOfMonth(year, month); date += 1) {
        if (weekday === 0) {
          // The Monday from 29 December to 4 January begins week 1 of the year that has four of its days or more.
          const beginsYear = (month === 12 && date >= 29) || (month === 1 && date <= 4);
          week = beginsYear ? 1 : week + 1;
          if (beginsYear) weekYear = month === 12 ? year + 1 : year;
        }
        yield { number, year, month, date, week: `${weekYear}-W${String(week).padStart(2, '0')}` };
        number += 1;
        weekday = (weekday + 1) % 7;
      }
    }
  }
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

test('every day from 1990 to 2060 has the number, date, week, month and quarter that counting on paper gives', () => {
  let days = 0;
  for (const { number, year, month, date, week } of calendarOnPaper(1990, 2060)) {
    const two = (value: number) => String(value).padStart(2, '0');
    const iso = `${year}-${two(month)}-${two(date)}`;
    const seen = [
      dayFromIso(iso),
      isoFromDay(number),
      isoWeekOfDay(number),
      periodOfDay(number, 'month'),
      periodOfDay(number, 'quarter'),
      periodOfDay(number, 'year'),
    ];
    const quarter = month <= 3 ? 'Q1' : month <= 6 ? 'Q2' : month <= 9 ? 'Q3' : 'Q4';
    const wanted = [number, iso, week, `${year}-${two(month)}`, `${year}-${quarter}`, `${year}`];
    if (seen.join() !== wanted.join()) expect(seen, iso).toEqual(wanted);
    days += 1;
  }
  expect(days).toBe(25_933);
});

test('the last day of a period is the one before the name changes', () => {
  for (const grain of periodGrains) {
    for (let number = day('1999-12-20'); number < day('2001-02-01'); number += 1) {
      const last = lastDayOfPeriod(number, grain);
      const seen = [number, last, last + 1].map((each) => periodOfDay(each, grain));
      if (last < number || seen[0] !== seen[1] || seen[1] === seen[2]) expect.soft(seen, grain).toBe('one period');
    }
  }
});

test('day and week are periods of their own', () => {
  expect(periodOfDay(day('2024-12-30'), 'day')).toBe('2024-12-30');
  expect(periodOfDay(day('2024-12-30'), 'week')).toBe('2025-W01');
});

test('a month index holds the days of its month, from the first to the last', () => {
  const february = monthIndexOfDay(day('2024-02-10'));
  expect(daysOfMonthIndex(february)).toEqual({ first: day('2024-02-01'), last: day('2024-02-29') });
  expect(daysOfMonthIndex(february + 10)).toEqual({ first: day('2024-12-01'), last: day('2024-12-31') });
  expect(monthIndexOfDay(day('1969-12-31')) + 1).toBe(monthIndexOfDay(0));
});

test('a day number comes apart into year, month and day', () => {
  expect(partsOfDay(day('2024-02-29'))).toEqual({ year: 2024, month: 2, day: 29 });
});

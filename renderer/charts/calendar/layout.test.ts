import { expect, test } from 'vitest';
import { calendarSizes, dayAfterKey, dayAt, placeOfDay, stripsOf } from './layout.ts';

const february = { from: '2024-02-01', to: '2024-02-29' };
const dayOf = (range: typeof february, first: number, date: string) =>
  stripsOf(range, first)[0]?.days.find((day) => day.date === date);

test('weeks begin where the locale has it: the first of February 2024 was a Thursday', () => {
  expect(dayOf(february, 1, '2024-02-01')).toEqual({ date: '2024-02-01', column: 0, row: 3 });
  expect(dayOf(february, 7, '2024-02-01')).toEqual({ date: '2024-02-01', column: 0, row: 4 });
  expect(dayOf(february, 1, '2024-02-05')).toEqual({ date: '2024-02-05', column: 1, row: 0 });
  expect(dayOf(february, 7, '2024-02-04')).toEqual({ date: '2024-02-04', column: 1, row: 0 });
});

test('twelve months are one strip, also over the end of a year; each month is named where it begins', () => {
  const [strip, ...others] = stripsOf({ from: '2024-03-15', to: '2025-03-14' }, 1);
  expect(others).toEqual([]);
  expect(strip?.year).toBeNull();
  expect(strip?.days).toHaveLength(365);
  expect(strip?.months.map(({ month }) => month).slice(0, 2)).toEqual(['2024-03', '2024-04']);
  expect(strip?.months).toHaveLength(13);
});

test('more than that is a strip a year, and no day is lost or doubled between them', () => {
  const strips = stripsOf({ from: '2022-11-20', to: '2024-03-02' }, 7);
  expect(strips.map(({ year }) => year)).toEqual([2022, 2023, 2024]);
  const days = strips.flatMap((strip) => strip.days.map(({ date }) => date));
  expect(days).toHaveLength(42 + 365 + 62);
  expect(new Set(days).size).toBe(days.length);
  expect(Math.max(...strips.map(({ columns }) => columns))).toBeLessThanOrEqual(54);
});

test('every day has a place of its own, at which it is found again', () => {
  const strips = stripsOf({ from: '2022-11-20', to: '2024-03-02' }, 3);
  const sizes = calendarSizes(strips, 900);
  for (const { date } of strips.flatMap(({ days }) => days)) {
    const { x, y } = placeOfDay(date, strips, sizes);
    expect(dayAt(x + 1, y + 1, strips, sizes)).toBe(date);
    expect(dayAt(x + sizes.cellWidth - 1, y + sizes.cellHeight - 1, strips, sizes)).toBe(date);
  }
  expect(dayAt(2, 2, strips, sizes)).toBeNull();
});

test('cells fit the width, and hold numbers where they are wide', () => {
  const year = stripsOf({ from: '2024-01-01', to: '2024-12-31' }, 1);
  expect(calendarSizes(year, 1_200)).toMatchObject({ cellWidth: 21, cellHeight: 21, hasNumbers: false });
  expect(calendarSizes(year, 300).cellWidth).toBe(8);
  expect(calendarSizes(stripsOf(february, 1), 700)).toMatchObject({ cellWidth: 60, cellHeight: 26, hasNumbers: true });
});

test('keys go by day and week, and not beyond the ends', () => {
  const range = { from: '2024-01-01', to: '2024-12-31' };
  expect(dayAfterKey(null, 'ArrowRight', range)).toBe('2024-01-01');
  expect(dayAfterKey('2024-02-28', 'ArrowDown', range)).toBe('2024-02-29');
  expect(dayAfterKey('2024-02-28', 'ArrowRight', range)).toBe('2024-03-06');
  expect(dayAfterKey('2024-02-28', 'PageUp', range)).toBe('2024-01-31');
  expect(dayAfterKey('2024-12-30', 'ArrowRight', range)).toBe('2024-12-31');
  expect(dayAfterKey('2024-06-01', 'Home', range)).toBe('2024-01-01');
  expect(dayAfterKey('2024-06-01', 'End', range)).toBe('2024-12-31');
  expect(dayAfterKey('2024-06-01', 'Tab', range)).toBeNull();
});

import { expect, test } from 'vitest';
import { daysOfTyped, typedRange } from './typed-range.ts';

test('a typed date is a day, a month or a year, with any mark between', () => {
  const day = { from: '2024-02-05', to: '2024-02-05' };
  for (const text of ['2024-02-05', '2024.2.5', '2024/02/05', ' 2024. 2. 5. ']) expect(daysOfTyped(text)).toEqual(day);
  expect(daysOfTyped('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  expect(daysOfTyped('2023')).toEqual({ from: '2023-01-01', to: '2023-12-31' });
});

test('what is no day of the calendar, or could be two, is no date', () => {
  for (const text of ['', '2023-02-29', '2023-13', '05/02/2024', '24-02-05', '2024-02-05x']) {
    expect(daysOfTyped(text)).toBeNull();
  }
});

test('a month or a year alone is all of it; a day alone waits for its end', () => {
  expect(typedRange('2024-03', '')).toEqual({ from: '2024-03-01', to: '2024-03-31' });
  expect(typedRange('2024-03-01', '')).toBeNull();
  expect(typedRange('2023', '2024-02')).toEqual({ from: '2023-01-01', to: '2024-02-29' });
  expect(typedRange('2024-03-02', '2024-03-01')).toBeNull();
  expect(typedRange('2024-03-02', '2024-03-02')).toEqual({ from: '2024-03-02', to: '2024-03-02' });
});

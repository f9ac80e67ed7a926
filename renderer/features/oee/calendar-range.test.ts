import { expect, test } from 'vitest';
import { calendarRange } from './calendar-range.ts';

const bounds = { from: '2023-03-01', to: '2024-10-15' };

test('a day stands among those of its year that have records', () => {
  expect(calendarRange({ from: '2024-02-05', to: '2024-02-05' }, bounds)).toEqual({
    from: '2024-01-01',
    to: '2024-10-15',
  });
  expect(calendarRange({ from: '2023-12-20', to: '2024-01-10' }, bounds)).toEqual({
    from: '2023-03-01',
    to: '2024-10-15',
  });
});

test('a long range is shown as it is', () => {
  const range = { from: '2023-05-01', to: '2023-09-30' };
  expect(calendarRange(range, bounds)).toEqual(range);
});

test('a range beyond the records is not cut', () => {
  const range = { from: '2024-12-01', to: '2024-12-05' };
  expect(calendarRange(range, bounds)).toEqual({ from: '2024-01-01', to: '2024-12-05' });
});

import { expect, test } from 'vitest';
import { otherOrderOf } from './other-order.ts';

test.each([
  ['DD/MM/YYYY', 'MM/DD/YYYY'],
  ['M.D.YY HH:mm', 'D.M.YY HH:mm'],
  ['D. M. YYYY', 'M. D. YYYY'],
  ['DDMMYY', 'MMDDYY'],
])('%s with day and month the other way round is %s', (format, other) => {
  expect(otherOrderOf(format)).toBe(other);
});

test.each(['YYYY-MM-DD', 'D MMM YYYY', 'MMM D, YYYY', 'Do MMM YYYY', 'epoch-seconds', 'MM/YYYY', 'HH:mm'])(
  '%s has no day and month in front that could stand the other way round',
  (format) => {
    expect(otherOrderOf(format)).toBeNull();
  },
);

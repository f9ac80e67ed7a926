import { expect, test } from 'vitest';
import { leaps, withRowsAhead } from './look-ahead.ts';

const drawn = { first: 300, last: 340 };

test('the rows ahead are asked for on the way that is scrolled', () => {
  expect(withRowsAhead(292, drawn, 10_000)).toEqual({ first: 300, last: 440 });
  expect(withRowsAhead(308, drawn, 10_000)).toEqual({ first: 200, last: 340 });
});

test('nothing ahead is asked for where the list rests, or has leapt to another place', () => {
  expect(withRowsAhead(300, drawn, 10_000)).toEqual(drawn);
  expect(leaps(5_000, drawn)).toBe(true);
  expect(withRowsAhead(5_000, drawn, 10_000)).toEqual(drawn);
});

test('no rows are asked for beyond the ends of the list', () => {
  expect(withRowsAhead(292, drawn, 360)).toEqual({ first: 300, last: 359 });
  expect(withRowsAhead(292, drawn, 341)).toEqual(drawn);
  expect(withRowsAhead(48, { first: 40, last: 80 }, 10_000)).toEqual({ first: 0, last: 80 });
});

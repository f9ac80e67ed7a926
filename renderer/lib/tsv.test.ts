import { expect, it } from 'vitest';
import { toTsv } from './tsv.ts';

it('puts cells into columns and rows into lines', () => {
  expect(
    toTsv([
      ['L-01', '12'],
      ['L-02', ''],
    ]),
  ).toBe('L-01\t12\r\nL-02\t');
});

it('keeps a note of several lines in one cell', () => {
  expect(toTsv([['belt\ttorn\n"again"', 'x']])).toBe('"belt\ttorn\n""again"""\tx');
});

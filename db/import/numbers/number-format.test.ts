import { describe, expect, it } from 'vitest';
import { compileNumberFormat, type NumberMarks } from './number-format.ts';

function plain(decimalMark: NumberMarks['decimalMark'], thousandsMark: NumberMarks['thousandsMark'], text: string) {
  return compileNumberFormat({ decimalMark, thousandsMark })(text);
}

describe('a number as a file writes it', () => {
  it.each([
    ['.', '', '12.5', '12.5'],
    [',', '', '36814,544', '36814.544'],
    [',', '.', '1.234.567,8', '1234567.8'],
    [',', '.', '-1.234', '-1234'],
    ['.', ',', '1,234.5', '1234.5'],
    ['.', ',', '12,34,567', '1234567'],
    [',', ' ', '1\u00a0234\u202f567,5', '1234567.5'],
    ['.', "'", '1’234.5', '1234.5'],
    ['.', '', '1e3', '1e3'],
  ] as const)('with decimal %s and thousands "%s" reads %s as %s', (decimal, thousands, text, expected) => {
    expect(plain(decimal, thousands, text)).toBe(expected);
  });

  it.each([
    ['.', '', '1,234'],
    [',', '', '1.5'],
    [',', '.', '1.5'],
    [',', '.', '1.2345'],
    ['.', ',', '1,23'],
    ['.', '', '12 pcs'],
    ['.', '', '1 234'],
  ] as const)('with decimal %s and thousands "%s" never takes %s for another number', (decimal, thousands, text) => {
    expect(plain(decimal, thousands, text)).toBeNull();
  });

  it('cannot have one mark in both roles', () => {
    expect(() => compileNumberFormat({ decimalMark: ',', thousandsMark: ',' })).toThrow(/cannot be both/);
  });
});

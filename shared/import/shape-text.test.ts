import { expect, test } from 'vitest';
import { betweenRows } from './shape.ts';
import { columnInWords, shapeText } from './shape-text.ts';

test('columns that no heading names are called in the language of the window, others as the file has them', () => {
  expect(columnInWords(shapeText.en, betweenRows.text)).toBe('Between rows');
  expect(columnInWords(shapeText.ko, betweenRows.text)).toBe('행 사이의 글');
  expect(columnInWords(shapeText.ko, betweenRows.date)).toBe('행 사이의 날짜');
  expect(columnInWords(shapeText.ko, 'Line')).toBe('Line');
  const seen = { column: `Line, ${betweenRows.date}`, example: 'L1', line: 3 };
  expect(shapeText.ko.findings.blocks(seen)).toContain('Line, 행 사이의 날짜.');
});

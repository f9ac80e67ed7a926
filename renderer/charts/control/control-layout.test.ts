import { expect, test } from 'vitest';
import { wordBeside } from './control-layout.ts';

test('the word of a mark at the top of a control chart stands beside it rather than beyond the edge', () => {
  expect(wordBeside({ x: 100, y: 60, size: 5, isAbove: true })).toEqual({ x: 100, y: 51, textAnchor: 'middle' });
  expect(wordBeside({ x: 100, y: 60, size: 5, isAbove: false })).toEqual({ x: 100, y: 77, textAnchor: 'middle' });
  expect(wordBeside({ x: 100, y: 12, size: 5, isAbove: true })).toEqual({ x: 109, y: 16, textAnchor: 'start' });
});

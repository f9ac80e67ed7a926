import { expect, test } from 'vitest';
import { typedDelimiter, writtenDelimiter } from './written-delimiter.ts';

test.each([
  [';', ';'],
  ['\\x01', '\x01'],
  ['\\t', '\t'],
  [' : ', ' : '],
  ['', null],
  ['long', null],
  ['"', null],
])('%j that was typed is the delimiter %j', (typed, delimiter) => {
  expect(typedDelimiter(typed)).toBe(delimiter);
});

test('A delimiter is shown so that typing it gives it again', () => {
  for (const delimiter of ['^', '\x1f', '\t', '||', ' : '])
    expect(typedDelimiter(writtenDelimiter(delimiter))).toBe(delimiter);
});

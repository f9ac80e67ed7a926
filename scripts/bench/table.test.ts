import { expect, test } from 'vitest';
import { figure, markdownTable, plainTable } from './table.ts';

const table = {
  header: ['question', 'ms'],
  rows: [
    ['by month', '1.2'],
    ['a|b', '1,234'],
  ],
};

test('in a terminal names begin and figures end in one line', () => {
  expect(plainTable(table)).toBe('question     ms\n--------  -----\nby month    1.2\na|b       1,234');
});

test('on a page a bar inside a cell does not end it', () => {
  expect(markdownTable(table)).toBe('| question | ms |\n|---|---:|\n| by month | 1.2 |\n| a\\|b | 1,234 |');
});

test.each([
  [0.314, '0.31'],
  [4.72, '4.7'],
  [127.6, '128'],
  [5312.4, '5,312'],
])('%d is shown as %s', (value, shown) => {
  expect(figure(value)).toBe(shown);
});

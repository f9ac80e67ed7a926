import { expect, test } from 'vitest';
import { headerLineOf } from './find-header.ts';

const rowsOf = (lines: string[], first = 1) => lines.map((line, at) => ({ line: first + at, cells: line.split(',') }));
const data = Array.from({ length: 20 }, (_, at) => `2024-01-${10 + at},L1,P${at},${at * 10},1`);

test.each<[string, string[], number]>([
  ['in the first line', ['date,line,item,good,defects', ...data], 1],
  [
    'below a title and an empty line of delimiters',
    ['Daily output', 'Printed 2024-02-01', ',,,,', 'date,line,item,good,defects', ...data],
    4,
  ],
  [
    'below a title that fills its row with delimiters',
    ['Daily output,,,,', 'Plant 3,,,,', 'date,line,item,good,defects', ...data],
    3,
  ],
  ['with a column that has no name', ['date,line,item,,defects', ...data], 1],
  ['below a legend of two cells', ['Unit:,pieces', 'date,line,item,good,defects', ...data], 2],
  [
    'made of numbers, above rows that are hardly filled',
    [',Downtime,,,', 'Batch,1,2,3,4', '422111,,60,,', '422112,20,,,', '422117,,,10,5'],
    2,
  ],
])('a heading is found %s', (_, lines, line) => {
  expect(headerLineOf(rowsOf(lines))).toBe(line);
});

test('the line is that of the file, blank lines included', () => {
  expect(headerLineOf(rowsOf(['date,line,good', '2024-01-01,L1,5'], 7))).toBe(7);
});

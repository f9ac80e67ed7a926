import { expect, test } from 'vitest';
import { formatBytes, formatTable } from './table.ts';

test('columns line up, numbers to the right, and no data is an en dash', () => {
  const columns = [
    { title: 'line', align: 'left' as const },
    { title: 'good', align: 'right' as const },
  ];
  expect(
    formatTable(columns, [
      ['Filling', '1,200'],
      ['라인 1', null],
    ]),
  ).toBe(['line      good', 'Filling  1,200', '라인 1       –'].join('\n'));
});

test('what a plant wrote cannot break the table or steer the terminal', () => {
  const table = formatTable([{ title: 'line', align: 'left' }], [['L\n1'], ['\x1b[2J'], ['A'.repeat(500)]]);
  expect(table.split('\n').map((line) => line.slice(0, 5))).toEqual(['line', 'L␣1', '␣[2J', 'AAAAA']);
  expect(table.length).toBeLessThan(200);
});

test('sizes are given in the unit that suits them', () => {
  expect([0, 999, 1_000, 5_000_000].map(formatBytes)).toEqual(['0 B', '999 B', '1.0 kB', '5.0 MB']);
});

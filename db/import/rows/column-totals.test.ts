import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inspectFile } from '../inspect.ts';
import { columnTotals, joinedTotals } from './column-totals.ts';

const folder = mkdtempSync(join(tmpdir(), 'column-totals-'));
afterAll(() => rmSync(folder, { recursive: true }));

const options = { delimiter: ';', decimalMark: ',', thousandsMark: '.', nulls: ['NA'] } as const;

async function totalsOf(content: string) {
  const path = join(folder, 'file.csv');
  writeFileSync(path, content);
  return columnTotals(path, { ...options, nulls: [...options.nulls] });
}

describe('the totals of columns', () => {
  it('are exact, whatever the number of decimals', async () => {
    const { rows, columns } = await totalsOf(
      `n;t\n${'0,1;x\n'.repeat(10)}1.000.000.000.000.000,00000000001;y\n-2e-1;NA\n;\nNA;z\n`,
    );
    expect(rows).toBe(13);
    expect(columns[0]).toEqual({
      name: 'n',
      filled: 12,
      blank: 1,
      numeric: 12,
      sum: '1000000000000000.80000000001',
      min: '-0.2',
      max: '1000000000000000.00000000001',
      distinct: 3,
    });
  });

  it('count what is blank and keep text apart', async () => {
    const { columns } = await totalsOf('a;b\nx;1\nNA;z\nb;\n');
    expect(columns).toEqual([
      { name: 'a', filled: 2, blank: 1, numeric: 0, sum: null, min: 'b', max: 'x', distinct: 2 },
      { name: 'b', filled: 2, blank: 1, numeric: 1, sum: '1', min: '1', max: '1', distinct: 2 },
    ]);
  });

  it('stop counting different values at a thousand', async () => {
    const { columns } = await totalsOf(`a;b\n${Array.from({ length: 1_500 }, (_, index) => `${index};1`).join('\n')}`);
    expect(columns.map((column) => column.distinct)).toEqual([1_000, 1]);
  });
});

it('The totals of two files are those of both their columns, of the second as often as rows of the first find it', async () => {
  const [path, values] = [join(folder, 'lots.csv'), join(folder, 'values.csv')];
  writeFileSync(path, 'Date;Lot;Good\n2024-01-01;B1;10\n2024-01-02;B2;20\n2024-01-03;B2;30\n2024-01-04;B9;40\n');
  writeFileSync(values, 'Lot;Good;Torque\nB1;1;2.5\nB2;2;4\nB3;3;8\nB4;4;16\n');
  const second = { path: values, name: 'values.csv' };
  const { profile } = await inspectFile(path, { joinOn: [{ column: 'Lot', other: 'Lot' }] }, second);
  const { rows, columns, joined } = await joinedTotals(path, profile, second);
  expect({ rows, joined }).toEqual({ rows: 4, joined: { unmatched: 1, refused: 0 } });
  expect(columns.map(({ name, filled, sum }) => [name, filled, sum])).toEqual([
    ['Date', 4, null],
    ['Lot', 4, null],
    ['Good', 4, '100'],
    ['Good (2)', 3, '5'],
    ['Torque', 3, '10.5'],
  ]);
});

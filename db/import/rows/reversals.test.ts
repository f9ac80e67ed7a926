import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { collectRows } from '../../testing/collect-rows.ts';
import { scratchFolder } from '../../testing/test-store.ts';
import { csvSource } from '../csv-source.ts';
import { inspectFile } from '../inspect.ts';
import { wasNegative } from './field-readers.ts';

const folder = scratchFolder();
afterAll(folder.remove);

async function look(heading: string, ...marks: readonly string[]) {
  const path = join(folder.path, 'movements.csv');
  const rows = marks.map((mark, at) => `2024-03-0${at + 1};L1;${mark};${10 + at}`);
  writeFileSync(path, [`Date;Line;${heading};Quantity`, ...rows, ''].join('\n'));
  const { profile, preview } = await inspectFile(path);
  const read = async (by: typeof profile) => {
    const { rows: records, rejections } = await collectRows(await csvSource(path, 'movements.csv', by));
    return { good: records.map(({ goodQuantity }) => (goodQuantity ?? 0) / 1e6), rejections };
  };
  return { profile, read, asked: preview.ambiguities.filter(({ field }) => field === 'reversals') };
}

describe('Rows that take back others', () => {
  test.each([
    ['Movement type', ['101', '102', '101'], '102'],
    ['BWART', ['101', '261', '262'], '262'],
    ['Debit/Credit', ['S', 'H', 'S'], 'H'],
    ['Dr/Cr', ['Dr', 'Cr', 'Dr'], 'Cr'],
    ['+/-', ['+', '-', '+'], '-'],
    ['Sign', ['', '-', ''], '-'],
    ['Storno', ['', 'X', ''], 'X'],
    ['Cancelled flag', ['0', '1', '0'], '1'],
    ['취소여부', ['N', 'Y', 'N'], 'Y'],
  ])('are asked about by %s', async (heading, marks, sample) => {
    const { asked, profile, read } = await look(heading, ...marks);
    expect(asked).toMatchObject([{ column: heading, sample, choices: ['aside', 'kept'] }]);
    const at = marks.indexOf(sample);
    const { good, rejections } = await read(profile);
    expect(good).toEqual([10, 11, 12].filter((_, each) => each !== at));
    expect(rejections.map(({ reason }) => reason)).toEqual([
      `Good: '${sample}' in column '${heading}' takes back another row, so that what it counts is negative`,
    ]);
    expect(rejections.every(wasNegative)).toBe(true);
  });

  test('are asked about by a column of signs without a heading', async () => {
    expect((await look('', '+', '-', '+')).asked).toMatchObject([{ column: 'Column 3', sample: '-' }]);
  });

  test('are read like any other where somebody says so', async () => {
    const { profile, read } = await look('Movement type', '101', '102', '101');
    const kept = { column: 'Movement type', in: ['102'], are: 'kept' as const };
    expect(await read({ ...profile, reversals: kept })).toMatchObject({ good: [10, 11, 12], rejections: [] });
  });

  test('of a file without the column are refused in words', async () => {
    const { profile, read } = await look('Movement type', '101', '102', '101');
    const other = { column: 'BWART', in: ['102'], are: 'aside' as const };
    await expect(read({ ...profile, reversals: other })).rejects.toThrow("a column 'BWART' that the file lacks");
  });

  test.each([
    ['nothing is taken back', 'Movement type', ['101', '101', '261']],
    ['a number only looks like it', 'Station', ['101', '102', '101']],
    ['all have one side', 'Debit/Credit', ['S', 'S', 'S']],
    ['nothing is cancelled', 'Storno', ['', '', '']],
    ['a column holds other words as well', 'Storno', ['X', 'see note', '']],
    ['signs are those of something else', 'Trend', ['+', '-', '+']],
    ['it is a reason that has a number', 'Reversal reason', ['1', '0', '1']],
    ['a lone dash is a blank', 'Sign', ['-', 'A', '-']],
  ])('are not asked about where %s', async (_, heading, marks) => {
    expect((await look(heading, ...marks)).asked).toEqual([]);
  });

  test('that have a sign of their own are no question', async () => {
    const path = join(folder.path, 'signed.csv');
    writeFileSync(
      path,
      'Date;Line;Movement type;Quantity\n2024-03-01;L1;101;10\n2024-03-02;L1;102;-10\n2024-03-03;L1;101;12\n',
    );
    expect((await inspectFile(path)).preview.ambiguities).toEqual([]);
  });
});

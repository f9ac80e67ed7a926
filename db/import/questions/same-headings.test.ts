import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { collectRows } from '../../testing/collect-rows.ts';
import { scratchFolder } from '../../testing/test-store.ts';
import { csvSource } from '../csv-source.ts';
import { inspectFile, previewFile } from '../inspect.ts';

const folder = scratchFolder();
afterAll(folder.remove);

function fileOf(...lines: readonly string[]): string {
  const path = join(folder.path, 'same.csv');
  writeFileSync(path, [...lines, ''].join('\n'));
  return path;
}

const asked = async (...lines: readonly string[]) =>
  (await inspectFile(fileOf(...lines))).preview.ambiguities.filter(({ field }) => field === 'sameHeading');

describe('Two columns with the same heading', () => {
  test('are asked about, with what stands in each of them', async () => {
    const questions = await asked('Date,Line,Qty,Qty', '2024-03-01,L1,100,7', '2024-03-02,L1,120,9');
    expect(questions).toEqual([
      {
        field: 'sameHeading',
        column: 'Qty',
        columns: ['Qty', 'Qty (2)'],
        sample: 'Qty: 100, 120; Qty (2): 7, 9',
        message:
          "2 columns have the heading 'Qty': 'Qty' (such as 100, 120) and 'Qty (2)' (such as 7, 9). 'Qty' is read: check that this is the one that is meant.",
        choices: ['Qty', 'Qty (2)'],
      },
    ]);
  });

  test.each([
    ['with a row of units', ['Date,Line,Good,Good', ',,pcs,pcs', '2024-03-01,L1,5,7', '2024-03-02,L1,6,7']],
    ['numbered by the program that wrote them', ['Date,Line,Good,Good.1', '2024-03-01,L1,5,7', '2024-03-02,L1,6,7']],
    ['of dates', ['Date,Date,Line,Good', '2024-03-01,2024-03-02,L1,5', '2024-03-02,2024-03-03,L1,5']],
  ])('are asked about %s', async (_, lines) => {
    expect(await asked(...lines)).toHaveLength(1);
  });

  test.each([
    ['they hold the same', ['Date,Line,Qty,Qty', '2024-03-01,L1,100,100', '2024-03-02,L1,120,120']],
    ['one holds nothing', ['Date,Line,Qty,Qty', '2024-03-01,L1,,100', '2024-03-02,L1,,120']],
    ['only one holds numbers', ['Date,Line,Qty,Qty', '2024-03-01,L1,100,pcs', '2024-03-02,L1,120,pcs']],
    ['nothing is read from them', ['Date,Line,Qty,Foo,Foo', '2024-03-01,L1,100,1,2', '2024-03-02,L1,120,2,3']],
  ])('are not asked about where %s', async (_, lines) => {
    expect(await asked(...lines)).toEqual([]);
  });

  test('are read from the one that holds something', async () => {
    const { profile } = await inspectFile(fileOf('Date,Line,Qty,Qty', '2024-03-01,L1,,100', '2024-03-02,L1,,120'));
    expect(profile.fields.goodQuantity).toEqual({ column: 'Qty (2)' });
  });

  test('each keep how they are written, so that the other can be read as well', async () => {
    const path = fileOf('Date,Line,Qty,Qty', '2024-03-01,L1,100,7 kg', '2024-03-02,L1,120,9 kg');
    const { profile } = await inspectFile(path);
    const chosen = { ...profile, fields: { ...profile.fields, goodQuantity: { column: 'Qty (2)' } } };
    const { ambiguities } = await previewFile(path, chosen);
    expect(ambiguities.find(({ field }) => field === 'sameHeading')?.choices).toEqual(['Qty (2)', 'Qty']);
    const { rows } = await collectRows(await csvSource(path, 'same.csv', chosen));
    expect(rows.map(({ goodQuantity }) => goodQuantity)).toEqual([7_000_000, 9_000_000]);
  });
});

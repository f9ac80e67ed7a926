import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { choiceOfSource, timesYield, yieldChoice, yieldOfChoice } from '../../../shared/import/yield-choice.ts';
import { collectRows } from '../../testing/collect-rows.ts';
import { scratchFolder } from '../../testing/test-store.ts';
import { csvSource } from '../csv-source.ts';
import { inspectFile, previewFile } from '../inspect.ts';

const folder = scratchFolder();
afterAll(folder.remove);

function fileOf(header: string, rows: readonly string[]): string {
  const path = join(folder.path, 'lots.csv');
  writeFileSync(path, [header, ...rows, ''].join('\n'));
  return path;
}

const lots = [
  '2024-01-05;L1;240000;95.785;94.697',
  '2024-01-06;L1;240000;98.5;97.348',
  '2024-01-07;L1;120000;101.2;99.2',
];

describe('A file with the size of each lot and its yield', () => {
  test('has the good quantity as one times the other, and is asked about', async () => {
    const path = fileOf('date;line;size;tbl_yield;batch_yield', lots);
    const { profile, preview } = await inspectFile(path);
    expect(profile.fields.goodQuantity).toEqual({ column: 'size', scale: -2, times: 'batch_yield' });
    expect(preview.ambiguities).toEqual([
      {
        field: 'yield',
        column: 'size',
        sample: '94.697',
        message: expect.stringContaining("The good quantity is read as 'size' times 'batch_yield'"),
        choices: ['percent:batch_yield', 'percent:tbl_yield', 'nothing'],
      },
    ]);
    const { rows } = await collectRows(await csvSource(path, 'lots.csv', profile));
    expect(rows.map(({ goodQuantity }) => goodQuantity)).toEqual([227_272_800_000, 233_635_200_000, 119_040_000_000]);
    const { goodQuantity: _, ...fields } = profile.fields;
    const without = await previewFile(path, { ...profile, fields });
    expect(without.ambiguities.map(({ field, choices }) => [field, choices[0]])).toEqual([['yield', 'nothing']]);
  });

  test.each([
    ['as shares', ['2024-01-05;L1;100;0.95', '2024-01-06;L1;200;0.975', '2024-01-07;L1;300;1.01'], [95, 195, 303]],
    [
      'with percent signs',
      ['2024-01-05;L1;100;95 %', '2024-01-06;L1;200;97.5 %', '2024-01-07;L1;300;101 %'],
      [95, 195, 303],
    ],
  ])('is read where yields are written %s', async (_, rows, good) => {
    const path = fileOf('date;line;batch size;Yield', rows);
    const { profile } = await inspectFile(path);
    expect(profile.fields.goodQuantity).toEqual({ column: 'batch size', times: 'Yield' });
    const read = await collectRows(await csvSource(path, 'lots.csv', profile));
    expect(read.rows.map(({ goodQuantity }) => (goodQuantity ?? 0) / 1_000_000)).toEqual(good);
  });

  test.each([
    ['it has the good quantity', 'date;line;size;good;yield', ['2024-01-05;L1;100;95;95']],
    ['what is called a yield is no share', 'date;line;size;yield', ['2024-01-05;L1;100;950']],
    ['there is no size', 'date;line;down minutes;yield', ['2024-01-05;L1;100;95']],
  ])('is not asked about where %s', async (_, header, rows) => {
    const { profile, preview } = await inspectFile(fileOf(header, rows));
    expect(preview.ambiguities.filter(({ field }) => field === 'yield')).toEqual([]);
    expect(profile.fields.goodQuantity ?? {}).not.toHaveProperty('times');
  });
});

test('An answer about a yield is the source that it makes, and back', () => {
  for (const choice of [yieldChoice('percent', 'a:b'), yieldChoice('share', 'y')]) {
    const taken = yieldOfChoice(choice);
    expect(taken && choiceOfSource(timesYield('size', taken.scale, taken.column))).toBe(choice);
  }
  expect([yieldOfChoice('nothing'), choiceOfSource(undefined), choiceOfSource({ column: 'good' })]).toEqual([
    null,
    'nothing',
    null,
  ]);
});

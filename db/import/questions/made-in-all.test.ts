import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { collectRows } from '../../testing/collect-rows.ts';
import { scratchFolder } from '../../testing/test-store.ts';
import { csvSource } from '../csv-source.ts';
import { inspectFile, previewFile } from '../inspect.ts';

const folder = scratchFolder();
afterAll(folder.remove);

const path = join(folder.path, 'export.csv');
const good = [40, 12, 33, 25, 51];
const bad = [2, 0, 3, 1, 4];

async function look(headings: string, cells: (at: number) => (number | string)[]) {
  const rows = good.map((_, at) => [`2024-03-1${at}`, 'L1', ...cells(at)].join(';'));
  writeFileSync(path, [`Date;Line;${headings}`, ...rows, ''].join('\n'));
  const { profile, preview } = await inspectFile(path);
  const { rows: records } = await collectRows(await csvSource(path, 'export.csv', profile));
  return {
    profile,
    asked: preview.ambiguities,
    records: records.map(({ goodQuantity, defectQuantity }) =>
      [goodQuantity, defectQuantity].map((each) => each && each / 1e6),
    ),
  };
}

const both = good.map((each, at) => [each, bad[at]]);
const made = (at: number) => (good[at] ?? 0) + (bad[at] ?? 0);

test.each(['Total', 'Total parts', 'Input', '투입수량', 'Produced'])(
  'what good leaves of %s is scrap, and that is asked',
  async (heading) => {
    const { asked, records, profile } = await look(`${heading};Good`, (at) => [made(at), good[at] ?? 0]);
    expect(records).toEqual(both);
    expect(asked).toMatchObject([
      {
        field: 'leftOver',
        column: heading,
        columns: [heading, 'Good'],
        sample: '42, 40',
        choices: ['scrap', 'nothing'],
      },
    ]);
    const { defectQuantity: _, ...fields } = profile.fields;
    const without = await previewFile(path, { ...profile, fields });
    expect(without.ambiguities).toMatchObject([{ field: 'leftOver', choices: ['nothing', 'scrap'] }]);
  },
);

test.each(['Total', '총 수량', 'Input'])('good is what the scrap leaves of %s, and that is asked', async (heading) => {
  const { asked, records } = await look(`${heading};Scrap`, (at) => [made(at), bad[at] ?? 0]);
  expect(records).toEqual(both);
  expect(asked).toMatchObject([{ field: 'scrapWithin', choices: ['within', 'apart'] }]);
});

test.each<[string, string, (at: number) => (number | string)[]]>([
  ['is less in a row', 'Total;Good', (at) => [made(at) - (at === 1 ? 1 : 0), good[at] ?? 0]],
  ['is the same', 'Total;Good', (at) => [good[at] ?? 0, good[at] ?? 0]],
  ['is far more, as a counter is', 'Total;Good', (at) => [1_000 * (at + 1), good[at] ?? 0]],
  ['is a time', 'Total (min);Good', (at) => [made(at), good[at] ?? 0]],
])('nothing is made of a column that %s', async (_, headings, cells) => {
  const { profile, asked } = await look(headings, cells);
  expect(profile.fields.defectQuantity).toBeUndefined();
  expect(asked.filter(({ field }) => field === 'leftOver')).toEqual([]);
});

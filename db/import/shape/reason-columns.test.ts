import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { collectRows } from '../../testing/collect-rows.ts';
import { scratchFolder } from '../../testing/test-store.ts';
import { csvSource } from '../csv-source.ts';
import { inspectFile } from '../inspect.ts';

const folder = scratchFolder();
afterAll(folder.remove);

const scratches = [0, 2, 0, 1, 3, 0];
const dents = [1, 0, 0, 2, 0, 0];
const stains = [0, 0, 1, 0, 1, 0];

async function look(headings: string, cells: (at: number) => (number | string)[]) {
  const path = join(folder.path, 'export.csv');
  const rows = scratches.map((_, at) => [`2024-03-1${at}`, 'L1', 40 + at, ...cells(at)].join(';'));
  writeFileSync(path, [`Date;Line;${headings}`, ...rows, ''].join('\n'));
  const { profile, preview } = await inspectFile(path);
  const { rows: records } = await collectRows(await csvSource(path, 'export.csv', profile));
  const asked = preview.ambiguities.filter(({ field }) => field === 'reasons');
  return {
    reasons: [...profile.defectColumns, ...profile.downtimeColumns].map(({ column }) => column),
    asked,
    records,
  };
}

const three = (at: number) => [scratches[at] ?? 0, dents[at] ?? 0, stains[at] ?? 0];
const sum = (at: number) => three(at).reduce((total, each) => total + each, 0);

describe('Columns that each count one reason', () => {
  test('are read without a word where they add up to the defects', async () => {
    const { reasons, asked, records } = await look('Good;Scrap;Scratch;Dent;Stain', (at) => [sum(at), ...three(at)]);
    expect(reasons).toEqual(['Scratch', 'Dent', 'Stain']);
    expect(asked).toEqual([]);
    expect(records[3]?.defects).toEqual([
      { reason: 'Dent', amount: 2_000_000 },
      { reason: 'Scratch', amount: 1_000_000 },
    ]);
  });

  test('are minutes where they add up to the downtime', async () => {
    const minutes = (at: number) => [7.5 * (at % 3), 4 * (at % 2)];
    const { reasons, asked, records } = await look('Good;Downtime (min);Setup;Jam', (at) => [
      minutes(at).reduce((total, each) => total + each),
      ...minutes(at),
    ]);
    expect(reasons).toEqual(['Setup', 'Jam']);
    expect(asked).toEqual([]);
    expect(records.at(-1)).toMatchObject({
      downMinutes: 19_000_000,
      downtimes: [{ reason: 'Setup' }, { reason: 'Jam' }],
    });
  });

  test('are asked about where nothing else says what was not good', async () => {
    const { reasons, asked, records } = await look('Good;Scratch;Dent;Stain', three);
    expect(reasons).toHaveLength(3);
    expect(asked).toMatchObject([{ columns: reasons, choices: ['defectQuantity', 'downMinutes', 'nothing'] }]);
    expect(records.map(({ defectQuantity }) => (defectQuantity ?? 0) / 1e6)).toEqual(scratches.map((_, at) => sum(at)));
  });

  test.each<[string, string, (at: number) => (number | string)[]]>([
    ['measurements', 'Good;Temp;Pressure;Speed', (at) => [80 + at, 5, 120 - at]],
    ['fractions', 'Good;Temp;Pressure;Speed', (at) => [0, 0.5 * at, 0]],
    ['shares', 'Good;Scratch %;Dent %;Stain %', three],
    ['what is more than was made', 'Good;In stock;Ordered;Returned', (at) => [500 * at, 0, 0]],
    ['what does not add up to the scrap that is given', 'Good;Scrap;Scratch;Dent;Stain', (at) => [9, ...three(at)]],
  ])('are not %s', async (_, headings, cells) => {
    const { reasons, asked } = await look(headings, cells);
    expect([reasons, asked]).toEqual([[], []]);
  });
});

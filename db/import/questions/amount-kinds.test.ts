import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { collectRows } from '../../testing/collect-rows.ts';
import { scratchFolder } from '../../testing/test-store.ts';
import { csvSource } from '../csv-source.ts';
import { inspectFile } from '../inspect.ts';

const folder = scratchFolder();
afterAll(folder.remove);

async function look(heading: string, kinds: readonly string[], quantity = 'Quantity') {
  const path = join(folder.path, 'kinds.csv');
  const rows = kinds.map((kind, at) => `2024-03-0${1 + (at % 9)};L1;${kind};${10 + ((7 * at) % 5)}`);
  writeFileSync(path, [`Date;Line;${heading};${quantity}`, ...rows, ''].join('\n'));
  const { profile, preview } = await inspectFile(path);
  const { rows: records, rejections } = await collectRows(await csvSource(path, 'kinds.csv', profile));
  return { profile, records, rejections, asked: preview.ambiguities.filter(({ field }) => field === 'kinds') };
}

describe('A column that says what the quantity of its row counts', () => {
  test.each([
    ['Type', ['Good', 'Scrap', 'Good', 'Rework'], ['goodQuantity', 'defectQuantity', 'goodQuantity', 'reworkQuantity']],
    ['Art', ['Gut', 'Ausschuss'], ['goodQuantity', 'defectQuantity']],
    ['Typ', ['Plan', 'Ist', 'Plan', 'Ist'], ['plannedQuantity', 'goodQuantity', 'plannedQuantity', 'goodQuantity']],
    ['Result', ['OK', 'NG', 'OK'], ['goodQuantity', 'defectQuantity', 'goodQuantity']],
    ['구분', ['양품', '불량'], ['goodQuantity', 'defectQuantity']],
    ['区分', ['良品', '不良'], ['goodQuantity', 'defectQuantity']],
  ])('is asked about, and proposed: %s with %j', async (heading, kinds, fields) => {
    const { asked, records } = await look(heading, kinds);
    expect(asked).toMatchObject([{ column: heading }]);
    expect(asked[0]?.choices[1]).toBe('goodQuantity');
    const amounts = ['goodQuantity', 'defectQuantity', 'reworkQuantity', 'plannedQuantity'] as const;
    expect(records.map((record) => amounts.filter((amount) => record[amount] !== null))).toEqual(
      fields.map((field) => [field]),
    );
  });

  test('sets rows aside that were cancelled, and have no quantity by it', async () => {
    const { asked, records, rejections } = await look('Status', ['Completed', 'Cancelled', 'Completed', 'Planned']);
    expect(asked).toMatchObject([{ sample: 'Completed, Planned' }]);
    expect(records.map(({ goodQuantity, plannedQuantity }) => [goodQuantity, plannedQuantity])).toEqual([
      [10_000_000, null],
      [14_000_000, null],
      [null, 11_000_000],
    ]);
    expect(rejections.map(({ line }) => line)).toEqual([3]);
  });

  test.each([
    ['all rows say the same', 'Type', ['Good', 'Good', 'Good'], 'Quantity'],
    ['most rows say something else', 'Product', ['Good', 'Scrap', 'A-100', 'A-200'], 'Quantity'],
    ['it is blank mostly', 'Type', ['Good', 'Scrap', '', '', ''], 'Quantity'],
    ['the quantity is called what is planned', 'Type', ['Good', 'Scrap'], 'Planned quantity'],
  ])('is not asked about where %s', async (_, heading, kinds, quantity) => {
    expect((await look(heading, kinds, quantity)).asked).toEqual([]);
  });
});

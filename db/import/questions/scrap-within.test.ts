import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { collectRows } from '../../testing/collect-rows.ts';
import { scratchFolder } from '../../testing/test-store.ts';
import { csvSource } from '../csv-source.ts';
import { fieldOfName } from '../headings/field-of-name.ts';
import { inspectFile, previewFile } from '../inspect.ts';
import { allMadeNames } from './scrap-within.ts';

const folder = scratchFolder();
afterAll(folder.remove);

const made = [40, 12, 33, 25, 51];
const path = join(folder.path, 'export.csv');

async function look(
  headings: string,
  scrap: (at: number) => string | number,
  fields?: Partial<ImportProfile['fields']>,
) {
  const rows = made.map((amount, at) => `2024-03-1${at};L1;${amount};${scrap(at)}`);
  writeFileSync(path, [`Date;Line;${headings}`, ...rows, ''].join('\n'));
  const { profile } = await inspectFile(path);
  const changed = { ...profile, fields: { ...profile.fields, ...fields } };
  const { ambiguities } = await previewFile(path, changed);
  return { profile, changed, asked: ambiguities.filter(({ field }) => field === 'scrapWithin') };
}

test('of what was made it is asked whether the scrap is within it, and it counts as good until somebody says so', async () => {
  const { profile, asked } = await look('Output (pcs);Scrap', (at) => at);
  expect(profile.fields.goodQuantity).toEqual({ column: 'Output (pcs)' });
  expect(asked).toMatchObject([
    { column: 'Output (pcs)', columns: ['Output (pcs)', 'Scrap'], sample: '12, 1', choices: ['apart', 'within'] },
  ]);
});

test('where it is within, good is what the scrap leaves, and the question stays with that answer', async () => {
  const goodQuantity = { column: '생산수량', minus: '불량수량' };
  const { changed, asked } = await look('생산수량;불량수량', (at) => at, { goodQuantity });
  expect(asked[0]?.choices).toEqual(['within', 'apart']);
  const { rows } = await collectRows(await csvSource(path, 'export.csv', changed));
  expect(rows.map(({ goodQuantity: good }) => (good ?? 0) / 1e6)).toEqual(made.map((amount, at) => amount - at));
});

test('nobody is asked of what can only be apart: good by its name, no scrap, or more scrap than was made', async () => {
  expect((await look('Good;Scrap', (at) => at)).asked).toEqual([]);
  expect((await look('Produced;Scrap', () => 0)).asked).toEqual([]);
  expect((await look('Produced;Scrap', (at) => (at === 1 ? 13 : 2))).asked).toEqual([]);
  expect((await look('Produced;Planned', (at) => at)).asked).toEqual([]);
});

test.each(['Quantity', 'Qty (pcs)', 'Menge', 'Stückzahl', 'Count', '수량', '실적수량', '数量', 'Cantidad', 'Adet'])(
  'of %s beside scrap it is asked as well',
  async (heading) => {
    expect((await look(`${heading};Scrap`, (at) => at)).asked).toMatchObject([{ choices: ['apart', 'within'] }]);
  },
);

test.each<[string, (amount: number, at: number) => number | string]>([
  ['Plan', (amount, at) => amount + at],
  ['Total', (amount, at) => amount + at],
  ['Scrap rate', (amount, at) => `${((100 * at) / (amount + at)).toFixed(2)} %`],
  ['FPY', (amount, at) => (amount / (amount + at)).toFixed(4)],
])('nobody is asked where %s tells that scrap stands beside what is good', async (heading, of) => {
  const { profile, asked } = await look(`Quantity;Scrap;${heading}`, (at) => `${at};${of(made[at] ?? 0, at)}`);
  expect(asked).toEqual([]);
  expect(profile.fields.goodQuantity).toEqual({ column: 'Quantity' });
});

test.each<[string, (amount: number, at: number) => number | string]>([
  ['Netto', (amount, at) => amount - at],
  ['불량률', (amount, at) => `${((100 * at) / amount).toFixed(2)}%`],
  ['FPY', (amount, at) => ((amount - at) / amount).toFixed(4)],
])('good is what the scrap leaves where %s tells that it is within', async (heading, of) => {
  const { profile, asked } = await look(`수량;불량;${heading}`, (at) => `${at};${of(made[at] ?? 0, at)}`);
  expect(asked).toEqual([]);
  expect(profile.fields.goodQuantity).toEqual({ column: '수량', minus: '불량' });
});

test('a rate too coarse to tell the two apart leaves it open', async () => {
  const { asked } = await look('Quantity;Scrap;Rate', (at) => `1;${Math.round(100 / (made[at] ?? 1))}`);
  expect(asked).toHaveLength(1);
});

test.each(['Actual', 'Ist', 'Total output (pcs)', 'Sum of Produced', '실적', 'Rückgemeldete Menge'])(
  'a column called %s may have the scrap within it, too',
  async (heading) => {
    expect((await look(`${heading};Scrap`, (at) => at)).asked).toHaveLength(1);
  },
);

test('every name of all that was made is one of the good quantity', () => {
  expect(allMadeNames.filter((name) => fieldOfName(name) !== 'goodQuantity')).toEqual([]);
});

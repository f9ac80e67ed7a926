import { afterAll, beforeAll, expect, test } from 'vitest';
import { archiveYear } from '../../maintenance/archive.ts';
import { draftOf } from '../../testing/draft.ts';
import { createEngine } from '../../testing/test-engine.ts';
import { insertRecords, unwatched } from '../../testing/test-store.ts';
import type { Engine } from '../engine.ts';
import { readValues } from './values.ts';

let engine: Engine;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ engine, remove } = await createEngine(async (store) => {
    const lots = ['L24-3', 'L24-1', 'XL24-9', 'L23-7', 'l24-lower'];
    await insertRecords(
      store,
      lots.map((lotNumber, index) => draftOf(index === 3 ? '2023-05-01' : '2024-05-01', 'Press', 1, { lotNumber })),
    );
    await insertRecords(store, [
      draftOf('2024-05-02', 'Press', 1, { line: null, itemCode: 'A-100', itemName: 'Cover' }),
    ]);
    archiveYear(store, 2023, unwatched);
  }));
});
afterAll(() => remove());

const valuesOf = async (field: Parameters<typeof readValues>[1]['field'], search: string, limit = 10) =>
  (await readValues(engine, { field, search, limit })).values.map(({ value }) => value);

test('lots of live and archives that begin with the text stand before those that only contain it', async () => {
  expect(await valuesOf('lot', 'L24')).toEqual(['L24-1', 'L24-3', 'XL24-9', 'l24-lower']);
  expect(await valuesOf('lot', '23-7')).toEqual(['L23-7']);
});

test('a limit that cuts the list says so', async () => {
  expect(await readValues(engine, { field: 'lot', search: 'L24', limit: 1 })).toEqual({
    values: [{ value: 'L24-1', label: 'L24-1' }],
    more: true,
  });
});

test("'not recorded' leads the list where records lack the field, and only without a search", async () => {
  expect(await valuesOf('line', '')).toEqual([null, 'Press']);
  expect(await valuesOf('line', 'ress')).toEqual(['Press']);
});

test('an item is found by its name and labelled with it', async () => {
  expect(await readValues(engine, { field: 'item', search: 'cov', limit: 5 })).toEqual({
    values: [{ value: 'A-100', label: 'Cover' }],
    more: false,
  });
});

test('a list that nobody waits for any more is not read', async () => {
  const asked = readValues(engine, { field: 'lot', search: 'L24', limit: 5 }, AbortSignal.abort());
  await expect(asked).rejects.toMatchObject({ code: 'CANCELLED' });
});

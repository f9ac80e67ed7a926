import { afterEach, beforeEach, expect, test } from 'vitest';
import { undoBatch } from '../import/undo.ts';
import { checkIntegrity } from '../maintenance/integrity.ts';
import { createRandom } from '../sample/random.ts';
import { readCatalog } from '../store/catalog.ts';
import { changedMonths, monthStamps } from '../testing/month-stamps.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { compareRollups, runsOf } from './refresh.ts';

let created: ReturnType<typeof createStore>;
beforeEach(() => {
  created = createStore();
});
afterEach(() => {
  created.store.close();
  created.remove();
});

const drafts = randomDrafts(createRandom(31), { records: 400, from: '2024-01-01', to: '2024-03-31' });

test('consecutive days are added up together, a month at most', () => {
  expect(runsOf([3, 1, 2, 7])).toEqual([
    { from: 1, to: 3 },
    { from: 7, to: 7 },
  ]);
  expect(runsOf(Array.from({ length: 40 }, (_, day) => day))).toEqual([
    { from: 0, to: 30 },
    { from: 31, to: 39 },
  ]);
});

test('rollups agree with the records after an import, an update by key and an undo', async () => {
  const { store } = created;
  await insertRecords(store, drafts);
  expect(compareRollups(store.live)).toEqual([]);
  const corrected = drafts.slice(0, 40).map((draft) => ({ ...draft, goodQuantity: 5_000_000, defects: [] }));
  const keys = [
    'production_date',
    'line_id',
    'item_id',
    'shift_id',
    'lot_number',
    'operator_id',
    'site_id',
    'started_at',
  ];
  const { batchId, updated } = await insertRecords(store, corrected, keys);
  expect(updated).toBeGreaterThan(0);
  expect(compareRollups(store.live)).toEqual([]);
  undoBatch(store.live, batchId, unwatched);
  expect(compareRollups(store.live)).toEqual([]);
});

test('a rollup that disagrees is found, named and built again by the integrity check', async () => {
  const { store } = created;
  await insertRecords(store, drafts);
  store.live.run(
    'UPDATE rollup_items SET sum_good = COALESCE(sum_good, 0) + 1 WHERE production_date = (SELECT MIN(production_date) FROM rollup_items)',
  );
  store.live.run('DELETE FROM rollup_lines WHERE production_date = (SELECT MAX(production_date) FROM rollup_lines)');
  const before = readCatalog(store.live, store.folder);
  const stamps = monthStamps(store);
  const { sound, findings } = checkIntegrity(store, unwatched);
  expect(sound).toBe(false);
  expect(findings.map((finding) => finding.replace(/\d+/, 'N'))).toEqual([
    "live: the rollup 'lines' disagreed with the records in N groups; it was built again from them",
    "live: the rollup 'items' disagreed with the records in N groups; it was built again from them",
  ]);
  expect(compareRollups(store.live)).toEqual([]);
  const healed = readCatalog(store.live, store.folder);
  expect(healed.version).toBeGreaterThan(before.version);
  expect(healed.generation).toBeGreaterThan(before.generation);
  expect(changedMonths(store, stamps)).toEqual([...stamps.keys()]); // what was made of them is out of date
  expect(checkIntegrity(store, unwatched).sound).toBe(true);
});

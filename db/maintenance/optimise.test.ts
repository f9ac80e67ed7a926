import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppError } from '../../shared/lib/app-error.ts';
import { createRandom } from '../sample/random.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { dumpTables } from '../testing/dump.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { optimise } from './optimise.ts';

let store: OwnedStore;
let remove: () => void;
beforeEach(async () => {
  ({ store, remove } = createStore());
  await insertRecords(store, randomDrafts(createRandom(91), { records: 500, from: '2023-01-01', to: '2024-12-31' }));
});
afterEach(() => {
  store.close();
  remove();
});

const counted = () =>
  store.live
    .rows('SELECT idx, stat FROM sqlite_stat1 WHERE idx IS NOT NULL ORDER BY idx')
    .map(([name]) => String(name));

test('every index of live that has keys is counted, and no record changes', () => {
  const before = dumpTables(store.live);
  const { tables, indexes } = optimise(store, unwatched);
  expect(counted()).toEqual(expect.arrayContaining(['records_by_day', 'records_by_lot']));
  expect(indexes).toBe(counted().length);
  expect(tables).toBeGreaterThan(3);
  const [stat] = store.live.rows("SELECT stat FROM sqlite_stat1 WHERE idx = 'records_by_day'")[0] ?? [];
  expect(String(stat)).toMatch(/^500 /);
  expect(dumpTables(store.live)).toEqual(before);
});

test('what is counted anew takes the place of what was counted before', async () => {
  optimise(store, unwatched);
  await insertRecords(store, randomDrafts(createRandom(92), { records: 300, from: '2025-01-01', to: '2025-03-31' }));
  optimise(store, unwatched);
  const [stat] = store.live.rows("SELECT stat FROM sqlite_stat1 WHERE idx = 'records_by_day'")[0] ?? [];
  expect(String(stat)).toMatch(/^800 /);
});

test('cancelled half-way it leaves nothing', () => {
  let steps = 0;
  const context = {
    report() {},
    checkCancelled() {
      if (++steps === 3) throw new AppError('CANCELLED', 'Cancelled.');
    },
  };
  expect(() => optimise(store, context)).toThrow('Cancelled.');
  expect(store.live.rows("SELECT name FROM sqlite_schema WHERE name = 'sqlite_stat1'")).toEqual([]);
});

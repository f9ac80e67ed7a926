import { afterEach, beforeEach, expect, test } from 'vitest';
import { archiveYear } from '../maintenance/archive.ts';
import { createRandom } from '../sample/random.ts';
import { readBatches } from '../store/batches.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { draftOf } from '../testing/draft.ts';
import { dumpTables } from '../testing/dump.ts';
import { cancelledAt, failingAt, interruptEverywhere } from '../testing/interruptions.ts';
import { changedMonths, monthStamps } from '../testing/month-stamps.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { undoBatch } from './undo.ts';

let store: OwnedStore;
let remove: () => void;
beforeEach(() => {
  ({ store, remove } = createStore());
});
afterEach(() => {
  store.close();
  remove();
});

/** What tells of an import even when it was undone: its line in the history, counters and stamps, and texts that were learned. */
const marks = ['import_batches', 'batch_details', 'record_changes', 'store_state', 'partition_months', 'file_info'];
const texts = ['sites', 'lines', 'shifts', 'operators', 'units', 'items', 'defect_reasons', 'downtime_reasons'];
const content = () => ({
  tables: dumpTables(store.live, [...marks, ...texts]),
  months: store.live.rows('SELECT month, records, first_day, last_day FROM partition_months ORDER BY 1'),
});

const first = randomDrafts(createRandom(51), { records: 200, from: '2024-01-01', to: '2024-03-31', duplicates: 0 }).map(
  (draft, at) => ({ ...draft, orderNumber: `WO-${at}` }),
);
const changed = randomDrafts(createRandom(52), {
  records: 120,
  from: '2024-03-01',
  to: '2024-05-31',
  duplicates: 0,
}).map((draft, at) => ({ ...draft, orderNumber: `WO-${at + 150}` }));

test('an undone import leaves every table as it was before it', async () => {
  await insertRecords(store, first, ['order_number']);
  const before = content();
  const { batchId, inserted, updated } = await insertRecords(store, changed, ['order_number']);
  expect([inserted, updated]).toEqual([70, 50]);
  expect(content()).not.toEqual(before);
  expect(undoBatch(store.live, batchId, unwatched)).toEqual({ batchId, removed: 70, restored: 50 });
  expect(content()).toEqual(before);
  expect(readBatches(store.live).map(({ state }) => state)).toEqual(['undone', 'imported']);
});

test('an undone import can be imported again, and every undone store is empty again', async () => {
  const empty = content();
  const { batchId } = await insertRecords(store, first);
  undoBatch(store.live, batchId, unwatched);
  expect(content()).toEqual(empty);
  const again = await insertRecords(store, first);
  expect(again.inserted).toBe(first.length);
  undoBatch(store.live, again.batchId, unwatched);
  expect(content()).toEqual(empty);
});

test('an undo makes stale the months that it touched, and no others', async () => {
  await insertRecords(store, [draftOf('2024-01-01', 'A', 1)]);
  const { batchId } = await insertRecords(store, [draftOf('2024-02-01', 'A', 1), draftOf('2024-03-01', 'A', 1)]);
  await insertRecords(store, [draftOf('2024-03-02', 'A', 1)]);
  const before = monthStamps(store);
  undoBatch(store.live, batchId, unwatched);
  expect(changedMonths(store, before)).toEqual(['2024-02', '2024-03']);
});

test.each([
  ['cancelled', cancelledAt],
  ['stopped by a fault', failingAt],
])('an undo that is %s at any moment changes nothing', async (_, interruption) => {
  await insertRecords(store, first, ['order_number']);
  const { batchId } = await insertRecords(store, changed, ['order_number']);
  const before = dumpTables(store.live);
  const moments = await interruptEverywhere(
    interruption,
    (context) => undoBatch(store.live, batchId, context),
    () => expect(dumpTables(store.live)).toEqual(before),
  );
  expect(moments).toBeGreaterThan(0);
});

test('an import whose records were updated later is undone only after the later one', async () => {
  const lot = (good: number) => draftOf('2024-01-01', 'A', good, { lotNumber: '1' });
  const one = await insertRecords(store, [lot(1)], ['lot_number']);
  const two = await insertRecords(store, [lot(2)], ['lot_number']);
  const three = await insertRecords(store, [lot(3)], ['lot_number']);
  expect(() => undoBatch(store.live, one.batchId, unwatched)).toThrow(
    'Import 3 updated records of import 1; undo that one first. Nothing was changed.',
  );
  expect(() => undoBatch(store.live, two.batchId, unwatched)).toThrow('undo that one first');
  const goods = [];
  for (const { batchId } of [three, two, one]) {
    undoBatch(store.live, batchId, unwatched);
    goods.push(store.live.rows('SELECT good_quantity / 1000000 FROM records')[0]?.[0]);
  }
  expect(goods).toEqual([2, 1, undefined]);
});

test('an import of which a part is sealed in an archive is not undone', async () => {
  const { batchId } = await insertRecords(store, [draftOf('2023-12-31', 'A', 1), draftOf('2024-01-01', 'A', 1)]);
  archiveYear(store, 2023, unwatched);
  expect(() => undoBatch(store.live, batchId, unwatched)).toThrow(
    '1 of the records of import 1 are in archive_2023, which is sealed. Reopen archive_2023 under Maintenance first. Nothing was changed.',
  );
  expect(readBatches(store.live)[0]?.notUndoableReason).toContain('sealed');
});

test('an import is undone once, and one that is not there is told in words', async () => {
  const { batchId } = await insertRecords(store, [draftOf('2024-01-01', 'A', 1)]);
  undoBatch(store.live, batchId, unwatched);
  expect(() => undoBatch(store.live, batchId, unwatched)).toThrow('was undone before');
  expect(() => undoBatch(store.live, 77, unwatched)).toThrow('There is no import 77.');
});

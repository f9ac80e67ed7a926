import { afterEach, beforeEach, expect, test } from 'vitest';
import { archiveYear } from '../maintenance/archive.ts';
import { draftOf } from '../testing/draft.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { readCatalog } from './catalog.ts';
import type { OwnedStore } from './open-store.ts';

let store: OwnedStore;
let remove: () => void;
beforeEach(() => {
  ({ store, remove } = createStore());
});
afterEach(() => {
  store.close();
  remove();
});

function stamps() {
  const { partitions, textsStamp } = readCatalog(store.live, store.folder);
  return { months: partitions.flatMap(({ months }) => months.map(({ stamp }) => stamp)).sort(), texts: textsStamp };
}
const named = (name: string) => [{ ...draftOf('2023-01-05', 'A', 1), itemCode: 'X-1', itemName: name }];

test('an item that is named anew changes the stamp of the texts, and of no month', async () => {
  await insertRecords(store, named('Bolt'));
  const before = stamps();
  await insertRecords(store, named('Long bolt'));
  expect(stamps().months).toEqual(before.months);
  expect(stamps().texts).not.toBe(before.texts);
});

test('records of known texts change the stamp of their month alone', async () => {
  await insertRecords(store, [draftOf('2023-01-05', 'A', 1), draftOf('2023-02-05', 'A', 1)]);
  const before = stamps();
  await insertRecords(store, [draftOf('2023-02-06', 'A', 1)]);
  expect(stamps().texts).toBe(before.texts);
  expect(stamps().months.filter((stamp) => before.months.includes(stamp))).toHaveLength(1);
});

test('archiving moves stamps along', async () => {
  await insertRecords(store, [draftOf('2023-01-05', 'A', 1), draftOf('2024-02-05', 'A', 1)]);
  const before = stamps();
  archiveYear(store, 2023, unwatched);
  expect(stamps()).toEqual(before);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { openReadable } from '../engine/sqlite/connection.ts';
import { createRandom } from '../sample/random.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords } from '../testing/test-store.ts';
import { foldLog } from './fold-log.ts';
import type { OwnedStore } from './open-store.ts';

const SMALL = 8_192;
let store: OwnedStore;
let remove: () => void;
beforeEach(async () => {
  ({ store, remove } = createStore());
  await insertRecords(store, randomDrafts(createRandom(3), { records: 500, from: '2024-01-01', to: '2024-06-30' }));
});
afterEach(() => {
  store.close();
  remove();
});

test('a large log is cut, a small one is left', () => {
  const before = foldLog(store.live).bytes;
  expect(before).toBeGreaterThan(SMALL);
  expect(foldLog(store.live, SMALL)).toEqual({ bytes: 0, isHeld: false });
});

test('as long as somebody reads an older moment it stays, which is told at once; afterwards it is cut', () => {
  const reader = openReadable(store.folder.live);
  reader.snapshot(() => {
    reader.rows('SELECT COUNT(*) FROM records');
    store.live.run("INSERT INTO file_info VALUES ('after', 'the reader began')");
    expect(foldLog(store.live, SMALL)).toMatchObject({ isHeld: true });
  });
  reader.close();
  expect(store.live.rows('PRAGMA busy_timeout')).toEqual([[10_000]]);
  expect(foldLog(store.live, SMALL)).toEqual({ bytes: 0, isHeld: false });
});

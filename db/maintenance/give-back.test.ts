import { statSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openReadable } from '../engine/sqlite/connection.ts';
import { undoBatch } from '../import/undo.ts';
import { createRandom } from '../sample/random.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { dumpTables } from '../testing/dump.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { archiveYear } from './archive.ts';
import { giveBackFree } from './give-back.ts';
import { vacuum } from './vacuum.ts';

const KEPT = 20;

let store: OwnedStore;
let remove: () => void;
beforeEach(() => {
  ({ store, remove } = createStore());
});
afterEach(() => {
  store.close();
  remove();
});

const drafts = randomDrafts(createRandom(7), { records: 2_000, from: '2023-01-01', to: '2024-12-31' });
const freePages = () => Number(store.live.rows('PRAGMA freelist_count')[0]?.[0]);
const size = () => statSync(store.folder.live).size;

/** A store whose live file is mostly free pages. */
async function undone(): Promise<void> {
  await insertRecords(store, drafts.slice(0, 200));
  const { batchId } = await insertRecords(store, drafts);
  undoBatch(store.live, batchId, unwatched);
  store.live.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

test('free pages beyond some megabytes go back to the disk, and nothing that is kept changes', async () => {
  await undone();
  const [before, free, bytes] = [dumpTables(store.live), freePages(), size()];
  expect(free).toBeGreaterThan(2 * KEPT);
  expect(giveBackFree(store.live, KEPT)).toBe(free - KEPT);
  expect(freePages()).toBe(KEPT);
  expect(bytes - size()).toBeGreaterThanOrEqual((free - KEPT) * 4_096);
  expect(dumpTables(store.live)).toEqual(before);
  expect(store.live.rows('PRAGMA integrity_check')).toEqual([['ok']]);
  expect(giveBackFree(store.live, KEPT)).toBe(0);
});

test('who reads an older moment meanwhile goes on reading it', async () => {
  await undone();
  const reader = openReadable(store.folder.live);
  try {
    reader.snapshot(() => {
      const before = reader.rows('SELECT COUNT(*), SUM(good_quantity) FROM records');
      expect(giveBackFree(store.live, KEPT)).toBeGreaterThan(0);
      expect(reader.rows('SELECT COUNT(*), SUM(good_quantity) FROM records')).toEqual(before);
    });
  } finally {
    reader.close();
  }
});

test('a file that cannot give pages back keeps them, until VACUUM makes it one that can; a sealed archive is none', async () => {
  store.live.exec('PRAGMA auto_vacuum = NONE; VACUUM');
  await undone();
  expect(giveBackFree(store.live, KEPT)).toBe(0);
  vacuum(store, unwatched);
  await insertRecords(store, drafts);
  archiveYear(store, 2023, unwatched);
  expect(giveBackFree(store.live, KEPT)).toBeGreaterThan(0);
  const archive = openReadable(`${store.folder.root}/archive_2023.db`);
  expect(archive.rows('PRAGMA auto_vacuum')).toEqual([[0]]);
  archive.close();
});

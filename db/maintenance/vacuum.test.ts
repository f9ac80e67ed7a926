import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { undoBatch } from '../import/undo.ts';
import { createRandom } from '../sample/random.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { dumpTables } from '../testing/dump.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { archiveYear } from './archive.ts';
import { vacuum } from './vacuum.ts';

const disk = vi.hoisted(() => ({ freeBytes: Number.POSITIVE_INFINITY }));
vi.mock('node:fs', async (original) => ({
  ...(await original<typeof import('node:fs')>()),
  statfsSync: () => ({ bsize: 1, bavail: disk.freeBytes }),
}));

vi.stubEnv('SQLITE_TMPDIR', tmpdir()); // one disk for store and temporary files, whatever the machine

let store: OwnedStore;
let remove: () => void;
beforeEach(() => {
  disk.freeBytes = Number.POSITIVE_INFINITY;
  ({ store, remove } = createStore());
});
afterEach(() => {
  store.close();
  remove();
});

const drafts = randomDrafts(createRandom(91), { records: 2_000, from: '2023-01-01', to: '2024-12-31' });

test('gives back the space of removed records, keeps the others, and tells the figures as they are on disk', async () => {
  await insertRecords(store, drafts.slice(0, 200));
  const { batchId } = await insertRecords(store, drafts);
  undoBatch(store.live, batchId, unwatched);
  const before = dumpTables(store.live);
  const { bytesBefore, bytesAfter, bytesFreed } = vacuum(store, unwatched);
  expect(bytesAfter).toBe(statSync(store.folder.live).size);
  expect(bytesFreed).toBe(bytesBefore - bytesAfter);
  expect(bytesFreed).toBeGreaterThan(bytesBefore / 3);
  expect(dumpTables(store.live)).toEqual(before);
  expect(vacuum(store, unwatched).bytesFreed).toBe(0);
});

test('without twice its size free on the disk, nothing is begun and the figures are told', async () => {
  await insertRecords(store, drafts);
  const { bytesAfter } = vacuum(store, unwatched);
  const before = dumpTables(store.live);
  disk.freeBytes = bytesAfter * 2 - 1;
  const needed = `${((bytesAfter * 2) / 1e6).toFixed(1)} MB`;
  expect(() => vacuum(store, unwatched)).toThrow(`VACUUM needs ${needed} free and the disk has`);
  expect(() => archiveYear(store, 2023, unwatched)).toThrow(`Archiving a year needs ${needed} free`);
  expect(dumpTables(store.live)).toEqual(before);
  disk.freeBytes = bytesAfter * 2;
  expect(vacuum(store, unwatched).bytesAfter).toBe(bytesAfter);
});

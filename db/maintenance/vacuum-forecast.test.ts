import { afterEach, beforeEach, expect, test } from 'vitest';
import { undoBatch } from '../import/undo.ts';
import { createRandom } from '../sample/random.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { vacuum } from './vacuum.ts';
import { forecastVacuum } from './vacuum-forecast.ts';

let store: OwnedStore;
let remove: () => void;
beforeEach(() => {
  ({ store, remove } = createStore());
});
afterEach(() => {
  store.close();
  remove();
});

const drafts = randomDrafts(createRandom(17), { records: 4_000, from: '2024-01-01', to: '2024-12-31' });
const forecast = (mostPages?: number) => forecastVacuum(store.live, store.folder, mostPages);
/** Within so much of the file before, as rows have sizes and pages an end. */
const NEAR = 0.05;

test('of removed records free pages are what it gives back', async () => {
  await insertRecords(store, drafts.slice(0, 400));
  const { batchId } = await insertRecords(store, drafts);
  undoBatch(store.live, batchId, unwatched);
  store.live.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const { bytes, freeBytes, reclaimableBytes, isWhole } = forecast();
  const { bytesFreed } = vacuum(store, unwatched);
  expect(isWhole).toBe(true);
  expect(reclaimableBytes).toBeGreaterThanOrEqual(freeBytes);
  expect(Math.abs(reclaimableBytes - bytesFreed)).toBeLessThan(NEAR * bytes);
});

test('pages that are half empty count, though SQLite calls none of them free', async () => {
  await insertRecords(store, drafts);
  store.live.exec('DELETE FROM records WHERE id % 3 <> 0; PRAGMA wal_checkpoint(TRUNCATE)');
  const { bytes, freeBytes, reclaimableBytes } = forecast();
  const { bytesFreed } = vacuum(store, unwatched);
  expect(reclaimableBytes).toBeGreaterThan(freeBytes + bytes / 10);
  expect(Math.abs(reclaimableBytes - bytesFreed)).toBeLessThan(NEAR * bytes);
});

test('of a large file it looks at some pages and says that it did not look at all', async () => {
  await insertRecords(store, drafts);
  const [some, all] = [forecast(50), forecast()];
  expect([some.isWhole, all.isWhole]).toEqual([false, true]);
  expect(some.freeBytes).toBe(all.freeBytes);
});

test('it says what it needs free, and what there is', async () => {
  await insertRecords(store, drafts.slice(0, 100));
  const { bytes, neededBytes, freeDiskBytes } = forecast();
  expect([bytes, 2 * bytes]).toContain(neededBytes);
  expect(freeDiskBytes).toBeGreaterThan(0);
});

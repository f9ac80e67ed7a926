import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRandom } from '../sample/random.ts';
import { storeFolder } from '../store/folder.ts';
import { openStore } from '../store/open-store.ts';
import { backUpBeside, backupsBeside } from '../testing/backup-store.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { insertRecords, scratchFolder, unwatched } from '../testing/test-store.ts';
import { abandonRestore, placeRestored, readRestoreJournal, restoringFolder } from './place-restored.ts';
import { prepareRestore } from './restore.ts';

let scratch: { path: string; remove(): void };
let path: string;
beforeEach(async () => {
  scratch = scratchFolder();
  path = join(scratch.path, 'store');
  await addRecords(61, 40);
  await backUpBeside(path);
  await addRecords(62, 30);
  await prepareRestore({ store: path, folder: backupsBeside(path), now: new Date().toISOString() }, unwatched);
});
afterEach(() => scratch.remove());

async function addRecords(seed: number, records: number): Promise<void> {
  const store = openStore(path);
  await insertRecords(
    store,
    randomDrafts(createRandom(seed), { records, from: '2024-01-01', to: '2024-01-31', duplicates: 0 }),
  );
  store.close();
}

function countRecords(): number {
  const store = openStore(path);
  try {
    return Number(store.live.rows('SELECT COUNT(*) FROM records')[0]?.[0]);
  } finally {
    store.close();
  }
}

test('what was restored takes the place of the store as it is opened, and is then nowhere else', () => {
  expect(countRecords()).toBe(40);
  expect(existsSync(restoringFolder(storeFolder(path)))).toBe(false);
});

test('a restore that is given up leaves the store as it was, though it was to take its place', () => {
  abandonRestore(storeFolder(path));
  expect(readRestoreJournal(storeFolder(path))).toBeNull();
  expect(countRecords()).toBe(70);
});

test('a note of a restore whose files are gone moves nothing aside', () => {
  rmSync(restoringFolder(storeFolder(path)), { recursive: true });
  expect(countRecords()).toBe(70);
  expect(readRestoreJournal(storeFolder(path))).toBeNull();
});

test('trouble with the disk while it takes the place is told with what becomes of it, and it does so the next time', () => {
  const full = Object.assign(new Error('no space left on device, rename'), { code: 'ENOSPC' });
  const fill = () => {
    throw full;
  };
  expect(() => placeRestored(storeFolder(path), fill)).toThrow(
    /is full.*takes its place the next time the store is opened\.$/,
  );
  expect(countRecords()).toBe(40);
});

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReadable } from '../engine/sqlite/connection.ts';
import { archiveYear } from '../maintenance/archive.ts';
import { checkIntegrity } from '../maintenance/integrity.ts';
import { createRandom } from '../sample/random.ts';
import { readCatalog } from '../store/catalog.ts';
import { openStore } from '../store/open-store.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { readAdvised } from './advised.ts';
import { applyIndex } from './apply.ts';

const program = fileURLToPath(new URL('../testing/index-until-killed.ts', import.meta.url));
const NAME = 'records_by_operator_day';
const { store, path, remove } = createStore();

beforeAll(async () => {
  await insertRecords(store, randomDrafts(createRandom(93), { records: 600, from: '2021-01-01', to: '2024-12-31' }));
  for (const year of [2021, 2022]) archiveYear(store, year, unwatched);
  store.close();
});
afterAll(remove);

/** Changes the index in a process that is killed at a moment; false when it came to its end before. */
function changeUntilKilled(change: 'apply' | 'revert', moment: number): boolean {
  const { signal, status, stderr } = spawnSync(process.execPath, [program, path, change, String(moment)]);
  if (signal === 'SIGKILL') return true;
  expect([status, String(stderr)]).toEqual([0, '']);
  return false;
}

/** Opens the store again: how many files have the index, and whether all is sound. */
function reopened() {
  const opened = openStore(path);
  try {
    const files = readCatalog(opened.live, opened.folder).partitions.filter(({ file }) => {
      const database = openReadable(file);
      const found = database.rows('SELECT 1 FROM sqlite_schema WHERE name = @name', { name: NAME });
      database.close();
      return found.length > 0;
    });
    const { findings } = checkIntegrity(opened, unwatched);
    return { files: files.length, listed: readAdvised(opened.live).length, findings };
  } finally {
    opened.close();
  }
}

const none = { files: 0, listed: 0, findings: [] };

test('killed at every moment of making an index, all files have it or none', () => {
  let moment = 0;
  while (changeUntilKilled('apply', moment)) {
    expect(reopened(), `killed at ${moment}`).toEqual(none);
    moment++;
  }
  expect(moment).toBeGreaterThan(5);
  expect(reopened()).toEqual({ files: 3, listed: 1, findings: [] });
}, 60_000);

test('killed at every moment of taking it away, all files have it or none', () => {
  let moment = 0;
  while (changeUntilKilled('revert', moment)) {
    const after = reopened();
    expect([none, { files: 3, listed: 1, findings: [] }], `killed at ${moment}`).toContainEqual(after);
    if (after.files === 0) {
      const again = openStore(path);
      applyIndex(again, { fields: ['operator', 'day'], shape: 'a shape' }, unwatched);
      again.close();
    }
    moment++;
  }
  expect(moment).toBeGreaterThan(2);
  expect(reopened()).toEqual(none);
}, 60_000);

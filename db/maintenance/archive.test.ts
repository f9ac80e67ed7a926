import { copyFileSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openReadable } from '../engine/sqlite/connection.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { createRandom } from '../sample/random.ts';
import { readSetAside } from '../store/archives.ts';
import { readCatalog } from '../store/catalog.ts';
import { partitionFile } from '../store/folder.ts';
import { type OwnedStore, openStore } from '../store/open-store.ts';
import { draftOf } from '../testing/draft.ts';
import { dumpTables } from '../testing/dump.ts';
import { cancelledAt, failingAt } from '../testing/interruptions.ts';
import { changedMonths, monthStamps } from '../testing/month-stamps.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { archiveYear } from './archive.ts';

let store: OwnedStore;
let path: string;
let remove: () => void;
beforeEach(() => {
  ({ store, path, remove } = createStore());
});
afterEach(() => {
  store.close();
  remove();
});

const drafts = randomDrafts(createRandom(61), { records: 300, from: '2022-11-01', to: '2024-02-28' });
const databases = () =>
  readdirSync(path)
    .filter((name) => name.includes('archive'))
    .sort();
const archive = (year: number) => archiveYear(store, year, unwatched);

/** What the files hold between them: every record and reason, in order of id. */
function everything() {
  const tables = ['records', 'record_defects', 'record_downtimes'];
  const files = readCatalog(store.live, store.folder).partitions.map(({ file }) => openReadable(file));
  const found = tables.map((table) =>
    files
      .flatMap((file) => file.rows(`SELECT * FROM ${table}`))
      .map(String)
      .sort(),
  );
  for (const file of files) file.close();
  return found;
}

test('an archive holds the records of its year, sealed, and live the others', async () => {
  await insertRecords(store, drafts);
  const before = everything();
  const inYear = store.live.rows("SELECT COUNT(*) FROM production_records WHERE production_date LIKE '2023-%'")[0]?.[0];
  const outcome = archive(2023);
  expect(outcome).toMatchObject({ archive: 'archive_2023', year: 2023, records: inYear });
  expect(everything()).toEqual(before);

  const file = partitionFile(store.folder, 'archive_2023');
  expect(outcome.bytes).toBe(statSync(file).size);
  expect(statSync(file).mode & 0o222).toBe(0);
  expect(databases()).toEqual(['archive_2023.db']); // no journal beside it
  const sealed = openReadable(file);
  expect(
    sealed.rows(
      "SELECT MIN(production_date) >= '2023-01-01', MAX(production_date) <= '2023-12-31' FROM production_records",
    ),
  ).toEqual([[1, 1]]);
  expect(sealed.rows('SELECT COUNT(*) FROM production_records WHERE line IS NULL AND item_code IS NULL')).toEqual([
    [0],
  ]);
  sealed.close();
  expect(store.live.rows("SELECT COUNT(*) FROM production_records WHERE production_date LIKE '2023-%'")).toEqual([[0]]);
});

test('archiving makes no answer stale', async () => {
  await insertRecords(store, drafts);
  const before = monthStamps(store);
  const { generation, version } = readCatalog(store.live, store.folder);
  archive(2023);
  const after = readCatalog(store.live, store.folder);
  expect([after.generation, changedMonths(store, before)]).toEqual([generation, []]);
  expect(after.version).toBe(version + 1);
});

test('late records of an archived year go to a further file, and the first stays as it is', async () => {
  await insertRecords(store, drafts.slice(0, 200));
  archive(2023);
  const sealed = readFileSync(partitionFile(store.folder, 'archive_2023'));
  await insertRecords(store, drafts);
  const before = everything();
  expect(archive(2023).archive).toBe('archive_2023_2');
  expect(everything()).toEqual(before);
  expect(readFileSync(partitionFile(store.folder, 'archive_2023'))).toEqual(sealed);
});

test('more than ten archives work', async () => {
  await insertRecords(
    store,
    Array.from({ length: 13 }, (_, at) => draftOf(`${2008 + at}-06-30`, 'A', at)),
  );
  for (let year = 2008; year < 2020; year++) archive(year);
  expect(readCatalog(store.live, store.folder).partitions).toHaveLength(13);
  expect(everything()[0]).toHaveLength(13);
});

test('a year that live does not hold is told with the years that it does', async () => {
  expect(() => archive(2020)).toThrow('live holds no records of 2020. Nothing was changed.');
  await insertRecords(store, [draftOf('2023-01-01', 'A', 1), draftOf('2024-01-01', 'A', 1)]);
  expect(() => archive(2020)).toThrow('live holds no records of 2020; it holds 2023, 2024. Nothing was changed.');
});

/** Of a year's 53 weeks: at the first and a later one of the copy, while verifying, and of the cut-over. */
test.each<[string, (nth: number) => JobContext, number[]]>([
  ['cancelled', cancelledAt, [0, 30, 53]],
  ['stopped by a fault', failingAt, [0, 30, 53, 54, 106]],
])('an archive that is %s changes nothing and leaves no file', async (_, interruption, moments) => {
  await insertRecords(store, drafts);
  const before = dumpTables(store.live);
  for (const moment of moments) {
    expect(() => archiveYear(store, 2023, interruption(moment))).toThrow(/Cancelled|broke/);
    expect([dumpTables(store.live), databases()]).toEqual([before, []]);
  }
  expect(archive(2023).archive).toBe('archive_2023');
});

describe('When a store is opened', () => {
  function reopen(change: () => void) {
    store.close();
    change();
    store = openStore(path);
  }

  test('a half-built archive is cleared', () => {
    reopen(() => {
      for (const suffix of ['', '-wal', '-journal'])
        writeFileSync(join(path, `archive_2021.db.building${suffix}`), 'half');
    });
    expect(databases()).toEqual([]);
  });

  test('an archive that was finished but not cut over is cleared, as live holds all of it', async () => {
    await insertRecords(store, drafts);
    const before = everything();
    const liveBefore = join(path, 'before.db');
    reopen(() => copyFileSync(store.folder.live, liveBefore));
    archive(2023);
    reopen(() => copyFileSync(liveBefore, store.folder.live)); // as if the power had failed just before the cut-over
    expect(databases()).toEqual([]);
    expect(everything()).toEqual(before);
  });

  test('files of other origin are left alone, and an archive of that year takes another name', async () => {
    const other = createStore();
    await insertRecords(other.store, [draftOf('2022-06-01', 'B', 9)]);
    archiveYear(other.store, 2022, unwatched);
    const foreign = readFileSync(partitionFile(other.store.folder, 'archive_2022'));
    other.store.close();
    other.remove();

    await insertRecords(store, [draftOf('2022-01-01', 'A', 1), draftOf('2023-01-01', 'A', 1)]);
    reopen(() => {
      writeFileSync(join(path, 'archive_2022.db'), foreign);
      writeFileSync(join(path, 'archive_2023.db'), 'notes of mine');
      writeFileSync(join(path, 'archive_2023.db.txt'), 'notes of mine');
    });
    expect([archive(2022).archive, archive(2023).archive]).toEqual(['archive_2022_2', 'archive_2023_2']);
    expect(readFileSync(join(path, 'archive_2022.db'))).toEqual(foreign);
    expect(readFileSync(join(path, 'archive_2023.db'), 'utf8')).toBe('notes of mine');
    expect(databases()).toContain('archive_2023.db.txt');
    expect(everything()[0]).toHaveLength(2);
  });

  test('an archive of this store that is not there is set aside in words, and taken back once it is there again', async () => {
    await insertRecords(store, drafts);
    archive(2023);
    const file = partitionFile(store.folder, 'archive_2023');
    reopen(() => renameSync(file, `${file}.away`));
    const because = readSetAside(store.live).get('archive_2023');
    expect(because).toContain('archive_2023.db belongs to this store but is not there');
    reopen(() => renameSync(`${file}.away`, file));
    expect(readSetAside(store.live).size).toBe(0);
    expect(everything()[0]).toHaveLength(drafts.length);
  });
});

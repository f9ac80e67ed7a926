import { chmodSync, renameSync, statSync, truncateSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openReadable } from '../engine/sqlite/connection.ts';
import { undoBatch } from '../import/undo.ts';
import { archiveYear } from '../maintenance/archive.ts';
import { checkIntegrity } from '../maintenance/integrity.ts';
import { createRandom } from '../sample/random.ts';
import { readCatalog } from '../store/catalog.ts';
import { partitionFile } from '../store/folder.ts';
import { type OwnedStore, openStore } from '../store/open-store.ts';
import { unsealed } from '../store/unsealed.ts';
import { cancelledAt, interruptEverywhere } from '../testing/interruptions.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { readAdvised } from './advised.ts';
import { applyIndex, revertIndex } from './apply.ts';

let store: OwnedStore;
let path: string;
let remove: () => void;
beforeEach(async () => {
  ({ store, path, remove } = createStore());
  await insertRecords(store, randomDrafts(createRandom(91), { records: 300, from: '2021-01-01', to: '2024-12-31' }));
  archiveYear(store, 2021, unwatched);
  archiveYear(store, 2022, unwatched);
});
afterEach(() => {
  store.close();
  remove();
});

const NAME = 'records_by_operator_day';
const advice = { fields: ['operator', 'day'] as const, shape: 'report of good; where operator is one' };
const apply = (context = unwatched) => applyIndex(store, advice, context);

/** The files that have the index, by name. */
function filesWith(name: string): string[] {
  return readCatalog(store.live, store.folder).partitions.flatMap((partition) => {
    const database = openReadable(partition.file);
    const found = database.rows("SELECT 1 FROM sqlite_schema WHERE type = 'index' AND name = @name", { name });
    database.close();
    return found.length > 0 ? [partition.name] : [];
  });
}
const every = ['live', 'archive_2022', 'archive_2021'];

function reopen(): void {
  store.close();
  store = openStore(path);
}

test('an index is made in every file, listed, and told to who plans; archives are sealed again', () => {
  const { version } = readCatalog(store.live, store.folder);
  expect(apply()).toEqual({ name: NAME, files: 3 });
  expect(filesWith(NAME)).toEqual(every);
  const catalog = readCatalog(store.live, store.folder);
  expect(catalog.version).toBeGreaterThan(version);
  const operators = openReadable(partitionFile(store.folder, 'archive_2021'));
  const [[most] = []] = operators.rows('SELECT COUNT(DISTINCT operator_id) + MAX(operator_id IS NULL) FROM records');
  operators.close();
  expect(catalog.indexes).toMatchObject([{ name: NAME, fields: ['operator', 'day'], distinctKeys: most }]);
  expect(statSync(partitionFile(store.folder, 'archive_2021')).mode & 0o222).toBe(0);
  expect(checkIntegrity(store, unwatched).findings).toEqual([]);
});

test('taken away it is in no file and in no list', () => {
  apply();
  expect(revertIndex(store, NAME, unwatched)).toEqual({ name: NAME, files: 3 });
  expect(filesWith(NAME)).toEqual([]);
  expect(readAdvised(store.live)).toEqual([]);
  expect(checkIntegrity(store, unwatched).findings).toEqual([]);
});

test('what is there already, and what is not of advice, is refused', () => {
  apply();
  expect(() => apply()).toThrow('has the index records_by_operator_day already. Nothing was changed.');
  expect(() => applyIndex(store, { fields: ['day'], shape: '' }, unwatched)).toThrow('already');
  expect(() => revertIndex(store, 'records_by_day', unwatched)).toThrow('records_by_day is not an index');
  expect(filesWith('records_by_day')).toEqual(every);
});

test('an archive that is made later has it', () => {
  apply();
  archiveYear(store, 2023, unwatched);
  expect(filesWith(NAME)).toEqual(['live', 'archive_2023', 'archive_2022', 'archive_2021']);
});

test('an import into a live file without records keeps it', async () => {
  apply();
  archiveYear(store, 2023, unwatched);
  archiveYear(store, 2024, unwatched);
  expect(store.live.rows('SELECT COUNT(*) FROM records')).toEqual([[0]]);
  await insertRecords(store, randomDrafts(createRandom(92), { records: 50, from: '2025-01-01', to: '2025-02-28' }));
  expect(filesWith(NAME)).toContain('live');
  undoBatch(store.live, 2, unwatched);
  expect(filesWith(NAME)).toContain('live');
});

test('a file that was put back from before gets it when the store is opened', () => {
  apply();
  unsealed({ ...store, name: 'archive_2022' }, (archive) => archive.exec(`DROP INDEX ${NAME}`));
  expect(filesWith(NAME)).toEqual(['live', 'archive_2021']);
  reopen();
  expect(filesWith(NAME)).toEqual(every);
});

test('cancelled at any moment, no file has it', async () => {
  const moments = await interruptEverywhere(cancelledAt, apply, () => {
    expect(filesWith(NAME)).toEqual([]);
    expect(readAdvised(store.live)).toEqual([]);
  });
  expect(moments).toBeGreaterThan(3);
  expect(filesWith(NAME)).toEqual(every);
});

test('a line that does not bear the name of its fields is none of ours', () => {
  store.live.exec(
    "INSERT INTO advised_indexes VALUES ('records_by_x; DROP TABLE records', 'operator', '', 1, '', 'made'), ('records_by_note', 'note', '', 1, '', 'made')",
  );
  expect(readAdvised(store.live)).toEqual([]);
  reopen();
  expect(store.live.rows('SELECT COUNT(*) > 0 FROM records')).toEqual([[1]]);
});

test('an archive that is set aside is passed over, and has the index when it is taken back', () => {
  const file = partitionFile(store.folder, 'archive_2022');
  renameSync(file, `${file}.away`);
  reopen();
  expect(apply().files).toBe(2);
  expect(filesWith(NAME)).toEqual(['live', 'archive_2021']);
  renameSync(`${file}.away`, file);
  expect(checkIntegrity(store, unwatched).findings).toEqual([]);
  expect(filesWith(NAME)).toEqual(every);
});

test('an archive that cannot be read keeps nobody from taking an index away, or from opening the store', () => {
  apply();
  store.live.exec("UPDATE advised_indexes SET state = 'dropping'");
  store.close();
  const file = partitionFile(store.folder, 'archive_2022');
  chmodSync(file, 0o644);
  truncateSync(file, 40_000);
  store = openStore(path);
  expect(readAdvised(store.live)).toEqual([]);
  expect(filesWith(NAME)).toEqual([]);
});

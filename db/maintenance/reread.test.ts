import { chmodSync, rmSync, utimesSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ReportQueryInput } from '../../shared/query/report-query.ts';
import { compareRollups } from '../rollup/refresh.ts';
import { createRandom } from '../sample/random.ts';
import { readCatalog } from '../store/catalog.ts';
import { partitionFile } from '../store/folder.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { readTextsStamp } from '../store/stamps.ts';
import { answerOf } from '../testing/answer.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { writeFromOutside } from '../testing/write-from-outside.ts';
import { archiveYear } from './archive.ts';
import { checkIntegrity } from './integrity.ts';
import { reread } from './reread.ts';

let store: OwnedStore;
let remove: () => void;
beforeEach(async () => {
  ({ store, remove } = createStore());
  await insertRecords(store, randomDrafts(createRandom(51), { records: 300, from: '2023-06-01', to: '2024-04-30' }));
  await store.foreignWrites.writing(() => archiveYear(store, 2023, unwatched));
});
afterEach(() => {
  store.close();
  remove();
});

const outside = (sql: string) => writeFromOutside(store.folder.live, sql);
const archive = () => partitionFile(store.folder, 'archive_2023');
const stampsOf = (name: string) =>
  readCatalog(store.live, store.folder)
    .partitions.filter((partition) => partition.name === name)
    .flatMap(({ months }) => months.map(({ stamp }) => stamp));

test('rollups, counts and search are in step again, and nothing of live is what it was', () => {
  const [live, sealed, texts] = [stampsOf('live'), stampsOf('archive_2023'), readTextsStamp(store.live)];
  // Without its triggers, as a program that copies the tables would have it.
  outside(`DROP TRIGGER record_search_delete; DROP TRIGGER record_search_update;
    DELETE FROM records WHERE production_date >= 19800; UPDATE records SET lot_number = 'from outside'`);
  const outcome = reread(store, unwatched);
  expect(outcome).toMatchObject({ live: true, isSearchMended: true, renamedIn: [], notAsSealed: [] });
  expect(outcome.recordsBefore - outcome.records).toBeGreaterThan(0);
  expect(compareRollups(store.live)).toEqual([]);
  expect(stampsOf('live').filter((stamp) => live.includes(stamp))).toEqual([]);
  expect(stampsOf('archive_2023')).toEqual(sealed);
  expect(readTextsStamp(store.live)).not.toBe(texts);
  expect(checkIntegrity(store, unwatched).findings).toEqual([]);
});

test('a text that was taken away in live while an archive needs it comes back', () => {
  const query: ReportQueryInput = { measures: ['records'], dimensions: ['site'] };
  const before = answerOf(store, query);
  outside("PRAGMA foreign_keys = OFF; DELETE FROM sites WHERE name = 'North'");
  reread(store, unwatched);
  expect(answerOf(store, query)).toEqual(before);
});

test('an archive that took over new names is sealed as it is then', () => {
  outside("UPDATE sites SET name = 'Far north' WHERE name = 'North'");
  expect(reread(store, unwatched).renamedIn).toEqual(['archive_2023']);
  expect(checkIntegrity(store, unwatched).findings).toEqual([]);
  expect(store.foreignWrites.look()).toEqual({ live: false, archives: [] });
});

test('an archive that is gone is told of once, and does not stand in the way', () => {
  chmodSync(archive(), 0o644);
  rmSync(archive());
  expect(reread(store, unwatched)).toMatchObject({ live: false, notAsSealed: ['archive_2023'] });
  expect(store.foreignWrites.look().archives).toEqual([]);
});

test('an archive with another time alone is as it was sealed, and its answers stay', () => {
  const sealed = stampsOf('archive_2023');
  utimesSync(archive(), 1, 1);
  expect(reread(store, unwatched).notAsSealed).toEqual([]);
  expect(stampsOf('archive_2023')).toEqual(sealed);
});

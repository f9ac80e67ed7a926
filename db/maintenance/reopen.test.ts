import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseReportQuery, type ReportQueryInput } from '../../shared/query/report-query.ts';
import { runReport } from '../engine/answers/run-report.ts';
import { Engine } from '../engine/engine.ts';
import { keyColumnsOf } from '../import/match.ts';
import type { RecordDraft } from '../import/rows/record-draft.ts';
import { undoBatch } from '../import/undo.ts';
import { createRandom } from '../sample/random.ts';
import { readCatalog } from '../store/catalog.ts';
import { partitionFile } from '../store/folder.ts';
import { type OwnedStore, openStore } from '../store/open-store.ts';
import { answerOf } from '../testing/answer.ts';
import { draftOf } from '../testing/draft.ts';
import { dumpTables } from '../testing/dump.ts';
import { cancelledAt, failingAt } from '../testing/interruptions.ts';
import { changedMonths, monthStamps } from '../testing/month-stamps.ts';
import { answerByBruteForce } from '../testing/oracle.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { archiveYear } from './archive.ts';
import { checkIntegrity } from './integrity.ts';
import { reopenArchive } from './reopen.ts';

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

const drafts = randomDrafts(createRandom(81), { records: 400, from: '2022-11-01', to: '2024-02-28' }).map(
  (draft, at) => ({ ...draft, lotNumber: `L${at}` }),
);
const queries: ReportQueryInput[] = [
  { measures: ['records', 'good', 'yield', 'lots'], dimensions: ['month', 'line'] },
  { measures: ['defects'], dimensions: ['defectReason', 'item'] },
  { measures: ['good', 'medianYield'], dimensions: ['operator'], from: '2022-12-15', to: '2023-11-30' },
];
const byLot = keyColumnsOf(['lotNumber']);
const expected = (of: RecordDraft[]) => queries.map((query) => answerByBruteForce(of, parseReportQuery(query)).rows);
const answers = () => queries.map((query) => answerOf(store, query));
const partitions = () => readCatalog(store.live, store.folder).partitions.map(({ name }) => name);
const reopen = (name = 'archive_2023') => reopenArchive(store, name, unwatched);

test('a reopened archive is live again, its file is gone, and no answer is stale', async () => {
  await insertRecords(store, drafts);
  archiveYear(store, 2023, unwatched);
  const before = monthStamps(store);
  const records = drafts.filter(({ day }) => new Date(day * 86_400_000).getUTCFullYear() === 2023).length;
  expect(await reopen()).toEqual({ archive: 'archive_2023', records });
  expect(changedMonths(store, before)).toEqual([]);
  expect(partitions()).toEqual(['live']);
  expect(existsSync(partitionFile(store.folder, 'archive_2023'))).toBe(false);
  expect(answers()).toEqual(expected(drafts));
  expect(checkIntegrity(store, unwatched).findings).toEqual([]);
});

test('late records of the year and those of the archive are added up together', async () => {
  await insertRecords(store, drafts.slice(0, 300));
  archiveYear(store, 2023, unwatched);
  await insertRecords(store, drafts.slice(300));
  await reopen();
  expect(answers()).toEqual(expected(drafts));
  expect(checkIntegrity(store, unwatched).findings).toEqual([]);
});

test('an import that corrects records of archives reopens them, can be undone, and is sealed with the year', async () => {
  await insertRecords(store, drafts);
  for (const year of [2022, 2023]) archiveYear(store, year, unwatched);
  const corrected = drafts.map((draft, at) =>
    at % 40 === 0 ? { ...draft, goodQuantity: (draft.goodQuantity ?? 0) + 1_000_000 } : draft,
  );
  const changed = corrected.filter((draft, at) => draft !== drafts[at]);
  const outcome = await insertRecords(store, changed, byLot);
  expect(outcome).toMatchObject({
    inserted: 0,
    updated: changed.length,
    rejected: 0,
    reopened: ['archive_2022', 'archive_2023'],
  });
  expect(answers()).toEqual(expected(corrected));
  for (const year of [2022, 2023]) archiveYear(store, year, unwatched);
  expect(answers()).toEqual(expected(corrected));
  expect(() => undoBatch(store.live, outcome.batchId, unwatched)).toThrow('Reopen');
  for (const name of ['archive_2022', 'archive_2023']) await reopen(name);
  undoBatch(store.live, outcome.batchId, unwatched);
  expect(answers()).toEqual(expected(drafts));
  expect(checkIntegrity(store, unwatched).findings).toEqual([]);
});

test('an import that finds nothing to change in an archive leaves it sealed', async () => {
  await insertRecords(store, drafts);
  archiveYear(store, 2023, unwatched);
  const outcome = await insertRecords(store, [...drafts, draftOf('2023-05-05', 'A', 1, { lotNumber: 'new' })], byLot);
  expect(outcome).toMatchObject({ inserted: 1, updated: 0, unchanged: drafts.length, reopened: [] });
  expect(partitions()).toEqual(['live', 'archive_2023']);
});

test('rows that an archive may hold which cannot be read are set aside, and all others are imported', async () => {
  await insertRecords(store, drafts);
  archiveYear(store, 2023, unwatched);
  store.close();
  const file = partitionFile(store.folder, 'archive_2023');
  chmodSync(file, 0o644);
  writeFileSync(file, 'not a database at all'.repeat(1_000));
  store = openStore(path);
  const late = [draftOf('2023-05-05', 'A', 1, { lotNumber: 'n1' }), draftOf('2024-05-05', 'A', 1, { lotNumber: 'n2' })];
  expect(await insertRecords(store, late)).toMatchObject({ inserted: 1, rejected: 1 });
  expect(await insertRecords(store, late, keyColumnsOf(['productionDate', 'lotNumber']))).toMatchObject({
    unchanged: 1,
    rejected: 1,
  });
  expect(await insertRecords(store, late, byLot)).toMatchObject({ unchanged: 1, rejected: 1 });
  await expect(reopen()).rejects.toThrow('not what was sealed');
});

test('of an archive of which records were lost live goes on saying so once it is reopened', async () => {
  await insertRecords(store, drafts);
  archiveYear(store, 2023, unwatched);
  const rebuilt = JSON.stringify({ at: '2024-01-01T00:00:00.000Z', source: 'readable', months: [] });
  store.live.run('UPDATE archives SET rebuilt = @rebuilt', { rebuilt });
  expect((await reopen()).archive).toBe('archive_2023');
  const { flaws } = readCatalog(store.live, store.folder);
  expect(flaws.map(({ partition, flaw }) => [partition.name, flaw.code])).toEqual([['live', 'rebuilt']]);
});

test.each<[string, typeof cancelledAt]>([
  ['cancelled', cancelledAt],
  ['stopped by a fault', failingAt],
])('a reopening that is %s changes nothing', async (_, interruption) => {
  await insertRecords(store, drafts);
  archiveYear(store, 2023, unwatched);
  const before = dumpTables(store.live);
  for (const moment of [0, 1]) {
    await expect(reopenArchive(store, 'archive_2023', interruption(moment))).rejects.toThrow();
    expect(dumpTables(store.live)).toEqual(before);
  }
  expect(answers()).toEqual(expected(drafts));
  await expect(reopen('archive_1999')).rejects.toThrow('There is no archive archive_1999. Nothing was changed.');
});

test('readers that had the archive open read the one that takes its name', async () => {
  await insertRecords(store, drafts.slice(0, 250));
  const { batchId } = await insertRecords(store, drafts.slice(250));
  archiveYear(store, 2023, unwatched);
  store.close();
  const engine = await Engine.open(path, 'own');
  try {
    const ask = async () => {
      engine.forgetCatalog();
      const found = [];
      for (const query of queries) found.push((await runReport(engine, parseReportQuery(query))).answer.rows);
      return found;
    };
    const nobody = () => {};
    expect(await ask()).toEqual(expected(drafts));
    await engine.start('reopen', { archive: 'archive_2023' }, nobody).result;
    expect(await ask()).toEqual(expected(drafts));
    await engine.start('undo', { batchId }, nobody).result;
    await engine.start('archive', { year: 2023 }, nobody).result;
    expect(await ask()).toEqual(expected(drafts.slice(0, 250)));
    expect((await engine.catalog()).partitions.map(({ name }) => name)).toEqual(['live', 'archive_2023']);
  } finally {
    await engine.close();
    store = openStore(path);
  }
});

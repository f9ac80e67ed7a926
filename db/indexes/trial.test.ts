import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { recordsQuerySchema } from '../../shared/query/records-query.ts';
import { parseReportQuery } from '../../shared/query/report-query.ts';
import { archiveYear } from '../maintenance/archive.ts';
import { createRandom } from '../sample/random.ts';
import { readCatalog } from '../store/catalog.ts';
import { type OwnedStore, openStore } from '../store/open-store.ts';
import { catalogOf } from '../testing/catalog-of.ts';
import { dumpTables } from '../testing/dump.ts';
import { cancelledAt } from '../testing/interruptions.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { applyIndex, revertIndex } from './apply.ts';
import type { SlowQuestion } from './candidates.ts';
import { MOST_RECORDS, sampleOf } from './sample-copy.ts';
import { tryIndexes } from './trial.ts';

const made = createStore();
const { path, remove } = made;
let store: OwnedStore = made.store;
const drafts = randomDrafts(createRandom(96), { records: 3_000, from: '2022-11-01', to: '2024-12-31' });
const [operator = ''] = drafts.flatMap((draft) => draft.operator ?? []);
const filters = [{ field: 'operator' as const, in: [operator] }];
const sums: SlowQuestion = {
  kind: 'report',
  shape: 'sums',
  query: parseReportQuery({ measures: ['good'], dimensions: ['month'], filters }),
};
const lots: SlowQuestion = { kind: 'report', shape: 'lots', query: parseReportQuery({ measures: ['lots'], filters }) };
const page: SlowQuestion = { kind: 'page', shape: 'page', query: recordsQuerySchema.parse({ filters }) };
const answeredByRollup: SlowQuestion = { kind: 'report', shape: 'r', query: parseReportQuery({ measures: ['good'] }) };

beforeAll(async () => {
  await insertRecords(store, drafts);
  archiveYear(store, 2022, unwatched);
});
beforeEach(() => {
  catalog = readCatalog(store.live, store.folder);
});
afterAll(() => {
  store.close();
  remove();
});
let catalog = catalogOf({});

const trial = (questions: SlowQuestion[], unused: string[] = [], context = unwatched) =>
  tryIndexes({ folder: store.folder, questions, unused }, catalog, context);

test('each index that may help is tried for the questions that would go by it, with room and cost', async () => {
  const proposals = await trial([sums, lots, page]);
  expect(proposals.map(({ name, action, tried }) => [name, action, tried.map(({ shape }) => shape)])).toEqual([
    ['records_by_operator_day', 'create', ['sums', 'lots', 'page']],
    ['records_by_operator_day_lot', 'create', ['sums', 'lots', 'page']],
  ]);
  const [narrow, covering] = proposals;
  const inLive = catalog.partitions[0]?.months.reduce((sum, { records }) => sum + records, 0);
  expect(narrow).toMatchObject({ table: 'records', columns: ['operator_id', 'production_date'], recordsTried: inLive });
  expect(covering?.megabytes).toBeGreaterThan(narrow?.megabytes ?? 0);
  expect(narrow?.megabytes).toBeGreaterThan(0.02);
  for (const each of proposals) {
    expect(each.insertMsPerThousand).toBeGreaterThanOrEqual(0);
    for (const { beforeMs, afterMs } of each.tried) expect(Math.min(beforeMs, afterMs)).toBeGreaterThan(0);
  }
});

test('nothing of the store changes, and the copy is removed', async () => {
  const before = dumpTables(store.live);
  await trial([sums]);
  expect(dumpTables(store.live)).toEqual(before);
  expect(readdirSync(store.folder.advice)).toEqual([]);
});

test('what no index helps is not tried', async () => {
  expect(await trial([answeredByRollup])).toEqual([]);
});

test('an index that nothing uses is proposed to be dropped, with what it takes', async () => {
  applyIndex(store, { fields: ['shift', 'day'], shape: 's' }, unwatched);
  catalog = readCatalog(store.live, store.folder);
  const [proposal] = await trial([], ['records_by_shift_day']);
  expect(proposal).toMatchObject({ name: 'records_by_shift_day', action: 'drop', verdict: 'unused', tried: [] });
  expect(proposal?.megabytes).toBeGreaterThan(0);
  revertIndex(store, 'records_by_shift_day', unwatched);
});

test('cancelled while it copies or tries it leaves nothing behind', async () => {
  let moments = 0;
  await trial([sums], [], { report() {}, checkCancelled: () => void moments++ });
  expect(moments).toBeGreaterThan(10);
  for (const nth of [0, 5, moments - 1]) {
    await expect(trial([sums], [], cancelledAt(nth))).rejects.toThrow('Cancelled');
    expect(readdirSync(store.folder.advice)).toEqual([]);
  }
});

test('the copy that a killed trial left is removed when the store is opened', () => {
  mkdirSync(join(store.folder.advice, 'trial-1'), { recursive: true });
  writeFileSync(join(store.folder.advice, 'trial-1', 'copy.db'), '');
  store.close();
  store = openStore(path);
  expect(existsSync(store.folder.advice)).toBe(false);
});

test('the copy is of the file that has most records of the range, its newest months up to the bound', () => {
  const { partitions } = catalogOf({
    live: [
      ['2024-11-01', '2024-11-30'],
      ['2024-12-01', '2024-12-31'],
    ],
    archive_2023: [
      ['2023-01-01', '2023-01-31'],
      ['2023-02-01', '2023-02-28'],
      ['2023-03-01', '2023-03-31'],
    ],
  });
  const all = { from: null, to: null };
  expect(sampleOf({ partitions }, all)).toMatchObject({ partition: { name: 'archive_2023' }, records: 30 });
  for (const { months } of partitions) for (const month of months) month.records = MOST_RECORDS / 2;
  const [, archive] = partitions;
  const days = { from: archive?.months[1]?.firstDay, to: archive?.months[2]?.lastDay };
  expect(sampleOf({ partitions }, all)).toMatchObject({ records: MOST_RECORDS, days });
});

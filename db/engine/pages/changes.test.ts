import { afterEach, beforeEach, expect, test } from 'vitest';
import { undoBatch } from '../../import/undo.ts';
import { archiveYear } from '../../maintenance/archive.ts';
import { reopenArchive } from '../../maintenance/reopen.ts';
import { whoWorks } from '../../store/batch-details.ts';
import type { OwnedStore } from '../../store/open-store.ts';
import { draftOf } from '../../testing/draft.ts';
import { createStore, insertRecords, unwatched } from '../../testing/test-store.ts';
import { Engine } from '../engine.ts';
import { readChanges, readChangesOf } from './changes.ts';

let store: OwnedStore;
let path: string;
let remove: () => void;
let engine: Engine;
beforeEach(async () => {
  ({ store, path, remove } = createStore());
});
afterEach(async () => {
  await engine.close();
  store.close();
  remove();
});

const KEY = ['lot_number'];
const lot = (good: number, rest = {}) => [draftOf('2023-05-01', 'A', good, { lotNumber: '1', ...rest })];
const changes = async () => {
  engine = await Engine.open(path, 'read');
  return readChanges(engine, [1]);
};

test('every update of a record is told with who, when, and what each field was before and after', async () => {
  await insertRecords(
    store,
    lot(1, { defects: [{ reason: 'Scratch', amount: 2_500_000 }], startedAt: 1_682_920_800 }),
    KEY,
  );
  await insertRecords(store, [draftOf('2023-05-02', 'B', 1.5, { lotNumber: '1', operator: 'Kim' })], KEY);
  await insertRecords(store, [draftOf('2023-05-02', 'B', 3, { lotNumber: '1', operator: 'Kim' })], KEY);
  const [last, first] = await changes();
  expect(last).toMatchObject({ batchId: 3, by: whoWorks(), file: 'drafts', undoneAt: null });
  expect(last?.fields).toEqual([{ field: 'goodQuantity', before: 1.5, after: 3 }]);
  expect(first?.fields).toEqual([
    { field: 'productionDate', before: '2023-05-01', after: '2023-05-02' },
    { field: 'startedAt', before: '2023-05-01T06:00:00.000Z', after: null },
    { field: 'line', before: 'A', after: 'B' },
    { field: 'operator', before: null, after: 'Kim' },
    { field: 'goodQuantity', before: 1, after: 1.5 },
    { field: 'defectReason', before: 'Scratch: 2.5', after: null },
  ]);
});

test('an update that was undone stays in the history, with what it had made, and so does what came after', async () => {
  for (const good of [1, 2, 3]) await insertRecords(store, lot(good), KEY);
  undoBatch(store.live, 3, unwatched);
  await insertRecords(store, lot(4), KEY);
  const told = (await changes()).map(({ batchId, undoneBy, fields }) => [
    batchId,
    undoneBy,
    fields[0]?.before,
    fields[0]?.after,
  ]);
  expect(told).toEqual([
    [4, null, 2, 4],
    [3, whoWorks(), 2, 3],
    [2, null, 1, 2],
  ]);
});

test('the history is told whether a record is in live, sealed in an archive, or reopened', async () => {
  await insertRecords(store, lot(1), KEY);
  archiveYear(store, 2023, unwatched);
  await insertRecords(store, lot(2), KEY); // takes the archive back into live
  archiveYear(store, 2023, unwatched);
  expect((await changes())[0]?.fields).toEqual([{ field: 'goodQuantity', before: 1, after: 2 }]);
  await engine.close();
  await reopenArchive(store, 'archive_2023', unwatched);
  undoBatch(store.live, 2, unwatched);
  expect(await changes()).toMatchObject([{ undoneAt: expect.any(String), fields: [{ before: 1, after: 2 }] }]);
});

test('the changes of an import are told apart from those of others', async () => {
  const drafts = (good: number) =>
    Array.from({ length: 1_200 }, (_, at) => draftOf('2023-05-01', 'A', good + at, { lotNumber: String(at) }));
  for (const good of [1, 2, 3]) await insertRecords(store, drafts(good), KEY);
  engine = await Engine.open(path, 'read');
  const told = [];
  for await (const each of readChangesOf(engine, { batchId: 3 })) told.push(...each);
  expect(told.map(({ recordId }) => recordId)).toEqual(Array.from({ length: 1_200 }, (_, at) => at + 1));
  expect(
    told.every(({ batchId, fields: [field] }) => batchId === 3 && Number(field?.after) - Number(field?.before) === 1),
  ).toBe(true);
});

test('undoing an import gives items their names back, but for those that were named anew since', async () => {
  const named = (code: string, itemName: string) =>
    draftOf('2023-05-01', 'A', 1, { itemCode: code, itemName, lotNumber: `${code} ${itemName}` });
  const names = () => store.live.rows('SELECT code, name FROM items ORDER BY code');
  await insertRecords(store, [named('a', 'First'), named('b', 'First')]);
  await insertRecords(store, [named('a', 'Second'), named('b', 'Second')]);
  await insertRecords(store, [named('b', 'Third')]);
  undoBatch(store.live, 2, unwatched);
  expect(names()).toEqual([
    ['a', 'First'],
    ['b', 'Third'],
  ]);
  undoBatch(store.live, 3, unwatched);
  expect(names()).toEqual([
    ['a', 'First'],
    ['b', 'First'],
  ]);
  engine = await Engine.open(path, 'read');
});

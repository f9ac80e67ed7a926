import { expect, test } from 'vitest';
import { openReadable } from '../engine/sqlite/connection.ts';
import { undoBatch } from '../import/undo.ts';
import { archiveYear } from '../maintenance/archive.ts';
import { draftOf } from '../testing/draft.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { partitionFile } from './folder.ts';

test('a record leads back to the line it came from: the nth row, the one that updated it, and again after an undo', async () => {
  const { store, remove } = createStore();
  const row = (day: string, lot: string, good: number, sourceLine: number) => ({
    ...draftOf(day, 'A', good, { lotNumber: lot }),
    sourceLine,
  });
  const lines = () =>
    store.live.rows('SELECT lot_number, source_line, import_batch FROM production_records ORDER BY 1');
  const first = [row('2023-01-01', '1', 1, 2), row('2024-01-01', '2', 1, 3), row('2024-01-02', '3', 1, 90)];
  await insertRecords(store, first, ['lot_number']);
  const before = [
    ['1', 2, 1],
    ['2', 3, 1],
    ['3', 90, 1],
  ];
  expect(lines()).toEqual(before);

  const second = [row('2024-01-03', '4', 1, 7), row('2024-01-02', '3', 5, 8), row('2024-01-01', '2', 1, 9)];
  const { batchId } = await insertRecords(store, second, ['lot_number']);
  expect(lines()).toEqual([
    ['1', 2, 1],
    ['2', 3, 1],
    ['3', 8, 2],
    ['4', 7, 2],
  ]);
  undoBatch(store.live, batchId, unwatched);
  expect(lines()).toEqual(before);

  archiveYear(store, 2023, unwatched);
  const archive = openReadable(partitionFile(store.folder, 'archive_2023'));
  expect(archive.rows('SELECT lot_number, source_line, source_file FROM production_records')).toEqual([
    ['1', 2, 'drafts'],
  ]);
  archive.close();
  store.close();
  remove();
});

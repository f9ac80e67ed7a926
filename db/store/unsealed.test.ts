import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openReadable } from '../engine/sqlite/connection.ts';
import { archiveYear } from '../maintenance/archive.ts';
import { draftOf } from '../testing/draft.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { partitionFile } from './folder.ts';
import { unsealed } from './unsealed.ts';

test('a sealed file is written beside a reader that reads meanwhile, and is one read-only file afterwards', async () => {
  const { store, remove } = createStore();
  await insertRecords(store, [draftOf('2023-01-01', 'A', 1), draftOf('2024-01-01', 'A', 1)]);
  archiveYear(store, 2023, unwatched);
  const file = partitionFile(store.folder, 'archive_2023');
  const reader = openReadable(file);
  unsealed({ ...store, name: 'archive_2023' }, (archive) => {
    archive.exec('CREATE INDEX units_by_name ON units (name)');
    expect(reader.rows('SELECT name FROM units INDEXED BY units_by_name')).toEqual([]);
    archive.exec("INSERT INTO units (name) VALUES ('pieces')");
  });
  expect(reader.rows('SELECT name FROM units')).toEqual([['pieces']]);
  expect(reader.rows('PRAGMA journal_mode')).toEqual([['delete']]);
  expect(statSync(file).mode & 0o222).toBe(0);
  reader.close();
  store.close();
  remove();
});

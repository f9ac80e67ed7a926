import { chmodSync, copyFileSync, existsSync, statSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openReadable } from '../engine/sqlite/connection.ts';
import { archiveYear } from '../maintenance/archive.ts';
import { draftOf } from '../testing/draft.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { partitionFile } from './folder.ts';
import { openStore } from './open-store.ts';
import { readSeal } from './seals.ts';
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

test('what a kill left half-written in an archive is taken back by the next start', async () => {
  const { store, path, remove } = createStore();
  await insertRecords(store, [draftOf('2023-01-01', 'A', 1), draftOf('2024-01-01', 'A', 1)]);
  archiveYear(store, 2023, unwatched);
  const file = partitionFile(store.folder, 'archive_2023');
  const killed = new Error('as if it was killed');
  const halfWritten = () =>
    unsealed({ ...store, name: 'archive_2023' }, (archive) => {
      archive.exec('PRAGMA cache_size = 2; PRAGMA cache_spill = 2; BEGIN IMMEDIATE');
      const many = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)';
      archive.exec(`${many} INSERT INTO units (name) SELECT 'unit ' || i FROM n`);
      for (const suffix of ['', '-journal']) copyFileSync(file + suffix, `${file}${suffix}.half`);
      throw killed;
    });
  expect(halfWritten).toThrow(killed);
  store.live.run('UPDATE archives SET sha256 = NULL');
  store.close();
  chmodSync(file, 0o644);
  for (const suffix of ['', '-journal']) copyFileSync(`${file}${suffix}.half`, file + suffix);
  const again = openStore(path);
  expect(readSeal(again.live, 'archive_2023')).not.toBeNull();
  const reader = openReadable(file);
  expect(reader.rows('SELECT COUNT(*) FROM units')).toEqual([[0]]);
  reader.close();
  again.close();
  remove();
});

test('a journal that was begun when the process was killed keeps an archive neither open nor unsealed', async () => {
  const { store, path, remove } = createStore();
  await insertRecords(store, [draftOf('2023-01-01', 'A', 1), draftOf('2024-01-01', 'A', 1)]);
  archiveYear(store, 2023, unwatched);
  const file = partitionFile(store.folder, 'archive_2023');
  store.live.run('UPDATE archives SET sha256 = NULL');
  store.close();
  writeFileSync(`${file}-journal`, Buffer.alloc(4_096));
  const again = openStore(path);
  expect(readSeal(again.live, 'archive_2023')).not.toBeNull();
  expect(existsSync(`${file}-journal`)).toBe(false);
  again.close();
  remove();
});

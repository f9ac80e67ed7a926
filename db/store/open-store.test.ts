import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWritable } from '../engine/sqlite/connection.ts';
import { archiveYear } from '../maintenance/archive.ts';
import { draftOf } from '../testing/draft.ts';
import { insertRecords, scratchFolder, unwatched } from '../testing/test-store.ts';
import { readSetAside } from './archives.ts';
import { partitionFile, storeFolder } from './folder.ts';
import { openStore } from './open-store.ts';

const holder = fileURLToPath(new URL('../testing/hold-store.ts', import.meta.url));
let path: string;
let remove: () => void;
beforeEach(() => {
  ({ path, remove } = scratchFolder());
});
afterEach(() => remove());

test('a store has one owner: a second is told so, until the first lets go', () => {
  const store = openStore(path);
  expect(() => openStore(path)).toThrow(/is open in another Throughline on .*close it there, or open another store/);
  store.close();
  openStore(path).close();
});

test('a process that was killed holds its store no longer, and what it had committed is there', async () => {
  const store = openStore(path);
  await insertRecords(store, [draftOf('2024-01-01', 'A', 1)]);
  store.close();
  const child = spawn(process.execPath, [holder, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  await once(child.stdout, 'data');
  expect(() => openStore(path)).toThrow('is open in another Throughline');
  child.kill('SIGKILL');
  await exited;
  const again = openStore(path);
  expect(again.live.rows('SELECT line FROM production_records')).toEqual([['A']]);
  again.close();
});

test('a store is let go at once also while another program writes to it', async () => {
  const store = openStore(path);
  await insertRecords(
    store,
    Array.from({ length: 300 }, (_, at) => draftOf('2024-01-01', `line ${at}`, 1)),
  );
  const other = openWritable(store.folder.live);
  other.exec('BEGIN IMMEDIATE');
  const startedAt = performance.now();
  store.close();
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  other.exec('ROLLBACK');
  other.close();
  openStore(path).close();
});

test('an archive that was emptied is not taken for a new one, but set aside as it is', async () => {
  const store = openStore(path);
  await insertRecords(store, [draftOf('2023-01-01', 'A', 1), draftOf('2024-01-01', 'A', 1)]);
  archiveYear(store, 2023, unwatched);
  store.close();
  const archive = partitionFile(storeFolder(path), 'archive_2023');
  rmSync(archive);
  writeFileSync(archive, '');
  const opened = openStore(path);
  expect(readSetAside(opened.live).get('archive_2023')).toMatch(
    /archive_2023\.db is missing or empty\. Nothing was changed; restore it/,
  );
  opened.close();
  expect(readFileSync(archive)).toHaveLength(0);
});

test.each(['lost', 'emptied'])('a live file that was %s is not made anew beside archives', async (how) => {
  const store = openStore(path);
  await insertRecords(store, [draftOf('2023-01-01', 'A', 1)]);
  archiveYear(store, 2023, unwatched);
  store.close();
  rmSync(storeFolder(path).live);
  if (how === 'emptied') writeFileSync(storeFolder(path).live, '');
  expect(() => openStore(path)).toThrow(/live\.db is missing or empty, while archive_2023\.db are there/);
});

test('a live file that is gone is told, where the folder knows of one, and not begun anew', () => {
  openStore(path).close();
  rmSync(storeFolder(path).live);
  expect(() => openStore(path)).toThrow(/live\.db is missing or empty, though a store was kept in this folder/);
  expect(existsSync(storeFolder(path).live)).toBe(false);
});

test('what an interrupted import staged is cleared', () => {
  const { staging } = storeFolder(path);
  openStore(path).close();
  for (const suffix of ['', '-journal']) writeFileSync(staging + suffix, 'half a file');
  const store = openStore(path);
  expect(() => rmSync(staging)).toThrow('ENOENT');
  store.close();
});

test('a lock file that cannot be one is told in words', () => {
  mkdirSync(storeFolder(path).lock);
  expect(() => openStore(path)).toThrow('owner.lock cannot be opened');
});

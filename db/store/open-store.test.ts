import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWritable } from '../engine/sqlite/connection.ts';
import { draftOf } from '../testing/draft.ts';
import { insertRecords, scratchFolder } from '../testing/test-store.ts';
import { storeFolder } from './folder.ts';
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

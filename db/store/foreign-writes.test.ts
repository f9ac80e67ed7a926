import { cpSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWritable } from '../engine/sqlite/connection.ts';
import { draftOf } from '../testing/draft.ts';
import { createStore, insertRecords, scratchFolder } from '../testing/test-store.ts';
import { writeFromOutside } from '../testing/write-from-outside.ts';
import { type OwnedStore, openStore } from './open-store.ts';

let store: OwnedStore;
let path: string;
let remove: () => void;
beforeEach(async () => {
  ({ store, path, remove } = createStore());
  await insertRecords(store, [draftOf('2024-01-01', 'A', 1)]);
});
afterEach(() => {
  store.close();
  remove();
});

const nothing = { live: false, archives: [] };
const outside = () => writeFromOutside(store.folder.live, 'UPDATE records SET note = hex(randomblob(4))');
const reopen = () => {
  store = openStore(path);
};

test('what this program writes is not the work of another, nor what another only reads', async () => {
  expect(store.foreignWrites.look()).toEqual(nothing);
  await insertRecords(store, [draftOf('2024-01-02', 'A', 2)]);
  writeFromOutside(store.folder.live, 'PRAGMA integrity_check');
  expect(store.foreignWrites.look()).toEqual(nothing);
  store.close();
  reopen();
  expect(store.foreignWrites.look()).toEqual(nothing);
});

test('a commit of another program stays noticed until it is settled, also when the store is opened again', () => {
  outside();
  expect(store.foreignWrites.look().live).toBe(true);
  expect(store.foreignWrites.look().live).toBe(true);
  store.close();
  reopen();
  expect(store.foreignWrites.look().live).toBe(true);
  store.foreignWrites.settle(store.foreignWrites.version());
  expect(store.foreignWrites.look()).toEqual(nothing);
});

test('what is written while a change is read anew is noticed afterwards', () => {
  outside();
  const version = store.foreignWrites.version();
  outside();
  store.foreignWrites.settle(version);
  expect(store.foreignWrites.look().live).toBe(true);
});

describe('While the store is closed', () => {
  beforeEach(() => store.close());

  test('a write is noticed when it is opened again', () => {
    outside();
    reopen();
    expect(store.foreignWrites.look().live).toBe(true);
  });

  test.each(['', '{"live"'])('a note that is missing or damaged is nothing to trust (%j)', (note) => {
    writeFileSync(join(path, 'last-seen.json'), note);
    reopen();
    expect(store.foreignWrites.look().live).toBe(true);
  });

  test('a file with another time alone is looked at too, as a copy of the store has one', () => {
    utimesSync(store.folder.live, 1, 1);
    reopen();
    expect(store.foreignWrites.look().live).toBe(true);
  });
});

describe('A program that is killed', () => {
  /** The files of a store as they are on the disk at this moment, which is all that a kill leaves. */
  function killed(): string {
    const copy = scratchFolder().path;
    cpSync(path, copy, { recursive: true, preserveTimestamps: true });
    return copy;
  }
  const suspectsLive = (folder: string): boolean => {
    const opened = openStore(folder);
    const { live } = opened.foreignWrites.look();
    opened.close();
    rmSync(folder, { recursive: true });
    return live;
  };

  test('while it did nothing leaves a store that it can trust', async () => {
    await store.foreignWrites.writing(() => insertRecords(store, [draftOf('2024-01-02', 'A', 2)]));
    expect(suspectsLive(killed())).toBe(false);
  });

  test('while it wrote leaves one it can trust as long as its log is there', async () => {
    let [withLog, withoutLog] = ['', ''];
    await store.foreignWrites.writing(async () => {
      await insertRecords(store, [draftOf('2024-01-02', 'A', 2)]);
      [withLog, withoutLog] = [killed(), killed()];
    });
    expect(statSync(join(withLog, 'live.db-wal')).size).toBeGreaterThan(0);
    const other = openWritable(join(withoutLog, 'live.db')); // opens, folds the log back, and is gone
    other.close();
    expect([suspectsLive(withLog), suspectsLive(withoutLog)]).toEqual([false, true]);
  });
});

test('an archive is told by its name once its size or time is another', async () => {
  const file = join(path, 'archive_2023.db');
  await store.foreignWrites.writing(() => {
    store.live.run("INSERT INTO archives (name, year, sealed_at) VALUES ('archive_2023', 2023, '2024-01-01')");
    writeFileSync(file, 'sealed');
  });
  expect(store.foreignWrites.look()).toEqual(nothing);
  truncateSync(file, 3);
  expect(store.foreignWrites.look()).toEqual({ live: false, archives: ['archive_2023'] });
  store.foreignWrites.settleArchive('archive_2023');
  expect(store.foreignWrites.look()).toEqual(nothing);
});

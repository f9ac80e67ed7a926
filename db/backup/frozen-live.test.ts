import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openReadable, openWritable, type WritableDatabase } from '../engine/sqlite/connection.ts';
import { scratchFolder } from '../testing/test-store.ts';
import { type FrozenLive, withFrozenLive } from './frozen-live.ts';

let path: string;
let remove: () => void;
let writer: WritableDatabase;
const live = () => join(path, 'live.db');
const scratch = () => join(path, 'copy');
beforeEach(() => {
  ({ path, remove } = scratchFolder());
  writer = openWritable(live());
  writer.exec('CREATE TABLE lots (name TEXT)');
  insert(2_000);
});
afterEach(() => {
  writer.close();
  remove();
});

const insert = (count: number) =>
  writer.transaction(() => {
    for (let nth = 0; nth < count; nth++) writer.run('INSERT INTO lots VALUES (hex(randomblob(60)))');
  });
const wholeFile = ({ pages, pageSize, read }: FrozenLive) => {
  const content = Buffer.alloc(pages * pageSize);
  read(0, content);
  return content;
};

test.each([
  ['with an empty log', () => writer.exec('PRAGMA wal_checkpoint(TRUNCATE)')],
  ['with a log that was not folded', () => {}],
])('%s, the bytes stay those of one moment while others commit and fold', async (_, prepare) => {
  prepare();
  const { copied } = await withFrozenLive(live(), scratch(), (frozen) => {
    const before = wholeFile(frozen);
    insert(2_000);
    writer.exec('PRAGMA busy_timeout = 0');
    expect(writer.rows('PRAGMA wal_checkpoint(PASSIVE)')[0]?.[2]).toBe(0);
    expect(wholeFile(frozen).equals(before)).toBe(true);
    expect(frozen.database.rows('SELECT COUNT(*) FROM lots')).toEqual([[2_000]]);
    return frozen;
  });
  expect(copied).toBe(false);
  const [, inLog, folded] = writer.rows('PRAGMA wal_checkpoint(PASSIVE)')[0] ?? [];
  expect([folded, inLog === folded], 'the log is folded again afterwards').toEqual([expect.any(Number), true]);
});

test('a transaction that is under way is not seen and goes on', async () => {
  writer.exec('PRAGMA cache_size = 5');
  await writer.bulk(async () => {
    for (let nth = 0; nth < 3_000; nth++) writer.run('INSERT INTO lots VALUES (hex(randomblob(60)))');
    await withFrozenLive(live(), scratch(), ({ database }) =>
      expect(database.rows('SELECT COUNT(*) FROM lots')).toEqual([[2_000]]),
    );
  });
  expect(writer.rows('SELECT COUNT(*) FROM lots')).toEqual([[5_000]]);
});

test('where another program holds on to an older moment, the newest one is copied, and the copy removed', async () => {
  writer.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const held = openReadable(live());
  const rows = held.iterate('SELECT name FROM lots');
  rows.next();
  insert(500);
  const { copied, content } = await withFrozenLive(
    live(),
    scratch(),
    (frozen) => {
      insert(500);
      expect(frozen.database.rows('SELECT COUNT(*) FROM lots')).toEqual([[2_500]]);
      return { copied: frozen.copied, content: wholeFile(frozen) };
    },
    2,
  );
  expect([copied, content.subarray(0, 15).toString()]).toEqual([true, 'SQLite format 3']);
  expect(existsSync(scratch())).toBe(false);
  rows.return?.();
  held.close();
});

test('a file that is written past SQLite meanwhile is not taken for a moment', async () => {
  const { utimesSync } = await import('node:fs');
  const written = withFrozenLive(live(), scratch(), () => utimesSync(live(), new Date(), new Date(1)));
  await expect(written).rejects.toThrow('Another program wrote into');
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scratchFolder } from '../../testing/test-store.ts';
import { explainSqliteError, openReadable, openWritable } from './connection.ts';

let path: string;
let remove: () => void;
beforeEach(() => {
  const scratch = scratchFolder();
  remove = scratch.remove;
  path = join(scratch.path, 'file.db');
});
afterEach(() => remove());

test('the writer waits for the disk, keeps a log, and checks references', () => {
  const database = openWritable(path);
  const pragma = (name: string) => database.rows(`PRAGMA ${name}`)[0]?.[0];
  expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys'), pragma('mmap_size')]).toEqual([
    'wal',
    2,
    1,
    0,
  ]);
  database.close();
});

test('a transaction is all or nothing', () => {
  const database = openWritable(path);
  database.exec('CREATE TABLE t (a INTEGER) STRICT');
  const failing = () =>
    database.transaction(() => {
      database.run('INSERT INTO t VALUES (1)');
      throw new Error('Something broke.');
    });
  expect(failing).toThrow('Something broke.');
  expect(database.rows('SELECT * FROM t')).toEqual([]);
  database.close();
});

test('a bit that is turned in what SQLite keeps of a search index is told as damage', () => {
  const database = openWritable(path);
  database.exec('CREATE VIRTUAL TABLE words USING fts5(word, columnsize = 0)');
  database.close();
  const bytes = readFileSync(path);
  const at = bytes.indexOf('columnsize');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  const reader = openReadable(path);
  expect(() => reader.rows('SELECT * FROM words')).toThrow(
    expect.objectContaining({ code: 'DAMAGED', message: expect.stringContaining(path) }),
  );
  reader.close();
});

test('a bulk transaction is all or nothing across its waits, and leaves foreign keys checked', async () => {
  const database = openWritable(path);
  database.exec('CREATE TABLE parent (id INTEGER PRIMARY KEY); CREATE TABLE t (a INTEGER REFERENCES parent (id))');
  const insert = async (fails: boolean) => {
    database.run('INSERT INTO t VALUES (1)');
    await Promise.resolve();
    if (fails) throw new Error('Something broke.');
    return 'done';
  };
  await expect(database.bulk(() => insert(true))).rejects.toThrow('Something broke.');
  expect(database.rows('SELECT * FROM t')).toEqual([]);
  expect(await database.bulk(() => insert(false))).toBe('done');
  expect(database.rows('SELECT * FROM t')).toEqual([[1]]);
  expect(() => database.run('INSERT INTO t VALUES (2)')).toThrow('FOREIGN KEY');
  database.close();
});

test('what is read in a snapshot is of one moment, also while another connection writes', () => {
  const writer = openWritable(path);
  writer.exec('CREATE TABLE t (a INTEGER) STRICT');
  const reader = openReadable(path);
  const count = () => reader.rows('SELECT COUNT(*) FROM t')[0]?.[0];
  const [before, after] = reader.snapshot(() => {
    const first = count();
    writer.run('INSERT INTO t VALUES (1)');
    return [first, count()];
  });
  expect([before, after, count()]).toEqual([0, 0, 1]);
  reader.close();
  writer.close();
});

test('a loop over rows that is left early lets its statement go', () => {
  const database = openWritable(path);
  database.exec('CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1), (2)');
  for (const [value] of database.iterate('SELECT a FROM t')) if (value === 1) break;
  expect(() => database.exec('DROP TABLE t')).not.toThrow();
  database.close();
});

test.each([
  ['SQLITE_CORRUPT_VTAB', 'DAMAGED'],
  ['SQLITE_FULL', 'DISK_FULL'],
  ['SQLITE_READONLY_DBMOVED', 'STORE_UNUSABLE'],
  ['SQLITE_CANTOPEN_ISDIR', 'NOT_FOUND'],
  ['SQLITE_BUSY_SNAPSHOT', 'STORE_IN_USE'],
  ['SQLITE_IOERR_WRITE', 'DAMAGED'],
])('%s is told as %s, with the file it is about', (code, told) => {
  const explained = explainSqliteError(Object.assign(new Error('x'), { code }), '/store/live.db');
  expect(explained).toMatchObject({ code: told, message: expect.stringContaining('/store/live.db') });
});

test('a sum beyond 64 bits is told in words', () => {
  const database = openWritable(path);
  database.exec('CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (9223372036854775807), (1)');
  expect(() => database.rows('SELECT SUM(a) FROM t')).toThrow(
    expect.objectContaining({ code: 'TOO_LARGE', message: expect.stringContaining('cannot be held exactly') }),
  );
  database.close();
});

test('a database without the tables of a store is told in words', () => {
  const database = openWritable(path);
  expect(() => database.rows('SELECT * FROM store_state')).toThrow(
    expect.objectContaining({ code: 'DAMAGED', message: expect.stringContaining(path) }),
  );
  database.close();
});

test('an error of another kind passes as it is', () => {
  const error = new TypeError('x is not a function');
  expect(explainSqliteError(error, path)).toBe(error);
});

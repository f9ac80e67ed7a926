import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openReadable, type Value } from '../../engine/sqlite/connection.ts';
import { scratchFolder } from '../../testing/test-store.ts';
import { TableFile } from './table-file.ts';

let path: string;
let remove: () => void;
beforeEach(() => {
  const scratch = scratchFolder();
  path = `${scratch.path}/tables.db`;
  remove = scratch.remove;
});
afterEach(() => remove());

/** Writes the rows, the first column being the key, and reads them as SQLite sees them. */
function roundTrip(columns: string, rows: readonly (readonly Value[])[], sql = 'SELECT * FROM t ORDER BY 1') {
  const file = new TableFile(path, [{ name: 't', sql: `CREATE TABLE t (id INTEGER PRIMARY KEY, ${columns})` }]);
  const table = file.table('t');
  for (const [key, ...values] of rows) {
    for (const value of values) typeof value === 'string' ? table.row.text(value) : table.row.integer(value ?? null);
    table.end(Number(key));
  }
  file.close();
  const database = openReadable(path);
  try {
    expect(database.rows('PRAGMA integrity_check')).toEqual([['ok']]);
    return database.rows(sql);
  } finally {
    database.close();
  }
}

const around = (value: number) => [value - 1, value, value + 1].flatMap((near) => [near, -near]);

describe('SQLite reads back', () => {
  test('whole numbers of every width, negative ones, and what is not there', () => {
    const numbers = [0, ...[1, 128, 2 ** 15, 2 ** 23, 2 ** 31, 2 ** 32, 2 ** 47, 2 ** 48, 2 ** 52].flatMap(around)];
    const rows: Value[][] = [...numbers, Number.MAX_SAFE_INTEGER, null].map((value, at) => [at + 1, value]);
    expect(roundTrip('a INTEGER', rows).map(([id, a]) => [id, a === 0 ? 0 : a])).toEqual(
      rows.map(([id, a]) => [id, a === 0 ? 0 : a]),
    );
  });

  test('numbers beyond what a double holds exactly', () => {
    const large = [2n ** 60n + 1n, -(2n ** 60n) - 1n, 2n ** 63n - 1n];
    const rows = large.map((value, at) => [at + 1, value]);
    expect(roundTrip('a INTEGER', rows, 'SELECT CAST(a AS TEXT) FROM t')).toEqual(
      large.map((value) => [String(value)]),
    );
  });

  test('texts of every length and script', () => {
    const texts = [
      '',
      'L-1',
      'Zähler',
      '시프트',
      '😀 end',
      'x'.repeat(57),
      'x'.repeat(58),
      'é'.repeat(63),
      'y'.repeat(9_000),
    ];
    const rows = texts.map((text, at) => [at + 1, text, 7]);
    expect(roundTrip('a TEXT, b INTEGER', rows)).toEqual(rows);
  });

  test.each([32_000, 32_733, 32_734, 36_000, 65_500, 70_000, 300_000])(
    'a text of %i bytes between short ones',
    (length) => {
      const rows = [
        [1, 'before'],
        [2, 'z'.repeat(length)],
        [3, 'after'],
      ];
      expect(roundTrip('a TEXT', rows)).toEqual(rows);
    },
  );

  test('no rows', () => {
    expect(roundTrip('a TEXT', [])).toEqual([]);
  });

  test('more rows than one page can lead to, by their keys', () => {
    const rows = Array.from({ length: 80_000 }, (_, at) => [at * 3 + 1, `${at}`.padEnd(1_000, '.')]);
    const found = roundTrip('a TEXT', rows, 'SELECT COUNT(*), SUM(id), (SELECT a FROM t WHERE id = 120001) FROM t');
    expect(found).toEqual([[rows.length, rows.reduce((sum, [id]) => sum + Number(id), 0), '40000'.padEnd(1_000, '.')]]);
  });
});

test('a file holds several tables, written side by side', () => {
  const file = new TableFile(path, [
    { name: 'one', sql: 'CREATE TABLE one (id INTEGER PRIMARY KEY, a INTEGER)' },
    { name: 'two', sql: 'CREATE TABLE two (id INTEGER PRIMARY KEY, b TEXT)' },
  ]);
  for (let id = 1; id <= 20_000; id += 1) {
    file.table('one').row.integer(id * 1_000);
    file.table('one').end(id);
    if (id % 2 === 0) continue;
    file.table('two').row.text(`text ${id}`);
    file.table('two').end(id);
  }
  file.close();
  const database = openReadable(path);
  expect(database.rows('PRAGMA integrity_check')).toEqual([['ok']]);
  expect(database.rows('SELECT COUNT(*), SUM(a) FROM one')).toEqual([[20_000, 200_010_000_000]]);
  expect(database.rows("SELECT COUNT(*), MAX(id) FROM two WHERE b = 'text ' || id")).toEqual([[10_000, 19_999]]);
  database.close();
});

test('a key that is not above the one before is refused', () => {
  const file = new TableFile(path, [{ name: 't', sql: 'CREATE TABLE t (id INTEGER PRIMARY KEY)' }]);
  file.table('t').end(2);
  expect(() => file.table('t').end(2)).toThrow('Row 2 comes after row 2.');
  file.abandon();
});

test('a file that broke off is no database', () => {
  const file = new TableFile(path, [{ name: 't', sql: 'CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)' }]);
  for (let id = 1; id <= 2_000; id += 1) {
    file.table('t').row.text('x'.repeat(1_000));
    file.table('t').end(id);
  }
  file.abandon();
  expect(() => openReadable(path)).toThrow('is damaged or is not a Throughline file');
});

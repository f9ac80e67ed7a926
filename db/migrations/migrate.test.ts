import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openReadable, openWritable } from '../engine/sqlite/connection.ts';
import { openStore } from '../store/open-store.ts';
import { draftOf } from '../testing/draft.ts';
import { dumpTables } from '../testing/dump.ts';
import { createStore, insertRecords, scratchFolder } from '../testing/test-store.ts';
import { migrations, schemaVersion } from './index.ts';
import { migrate } from './migrate.ts';
import type { Migration } from './migration.ts';

let path: string;
let remove: () => void;
let live: string;
beforeEach(() => {
  ({ path, remove } = scratchFolder());
  live = join(path, 'live.db');
});
afterEach(() => remove());

const addColumn: Migration = {
  id: schemaVersion + 10,
  name: 'add a column',
  up: (database) => database.exec('ALTER TABLE lines ADD COLUMN area TEXT'),
};
const failing: Migration = {
  id: schemaVersion + 20,
  name: 'fail half-way',
  up(database) {
    database.exec("CREATE TABLE half (id INTEGER) STRICT; UPDATE lines SET name = 'B'");
    throw new Error('This migration fails.');
  },
};

async function storeWithRecord(): Promise<void> {
  const store = openStore(path);
  await insertRecords(store, [draftOf('2024-01-01', 'A', 1)]);
  store.close();
}

/** What a file says of itself and holds. */
function contentOf(file: string) {
  const database = openReadable(file);
  const content = {
    version: database.rows('PRAGMA user_version')[0]?.[0],
    schema: database.rows('SELECT sql FROM sqlite_schema ORDER BY name'),
    tables: dumpTables(database),
  };
  database.close();
  return content;
}

function refusedAsItIs(make: () => void): () => void {
  make();
  const before = readFileSync(live);
  return () => {
    try {
      openStore(path).close();
    } finally {
      expect(readFileSync(live).equals(before), 'the file is byte for byte what it was').toBe(true);
    }
  };
}

test('migrations are in order and no two are the same', () => {
  const ids = migrations.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
});

test('a backup of what was there is made before a migration, and only then', async () => {
  await storeWithRecord();
  const before = contentOf(live);
  const database = openWritable(live);
  migrate(database, 'live');
  expect(readdirSync(path)).not.toContain('backups');
  migrate(database, 'live', [...migrations, addColumn]);
  expect(database.rows('SELECT name, area FROM lines')).toEqual([['A', null]]);
  database.close();
  const backups = readdirSync(join(path, 'backups'));
  expect(backups).toEqual([expect.stringMatching(new RegExp(`^live-schema-${schemaVersion}-.*\\.db$`))]);
  expect(contentOf(join(path, 'backups', backups[0] ?? ''))).toEqual(before);
  expect(contentOf(live).version).toBe(addColumn.id);
});

test('a migration that fails leaves the file as it was', async () => {
  await storeWithRecord();
  const before = contentOf(live);
  const database = openWritable(live);
  expect(() => migrate(database, 'live', [...migrations, failing])).toThrow('This migration fails.');
  database.close();
  expect(contentOf(live)).toEqual(before);
});

test('a database from the future is refused in words and left as it is', async () => {
  await storeWithRecord();
  const open = refusedAsItIs(() => {
    const database = openWritable(live);
    database.exec(`PRAGMA user_version = ${schemaVersion + 1}`);
    database.close();
  });
  expect(open).toThrow(
    `was made by a newer Throughline (schema ${schemaVersion + 1}; this one knows up to ${schemaVersion})`,
  );
});

test('a database of another program is refused in words and left as it is', () => {
  const open = refusedAsItIs(() => {
    const database = openWritable(live);
    database.exec('CREATE TABLE recipes (name TEXT); PRAGMA journal_mode = DELETE');
    database.close();
  });
  expect(open).toThrow('is a database of another program');
});

test('a text file of that name is refused in words and left as it is', () => {
  const open = refusedAsItIs(() => writeFileSync(live, 'date,line,good\n'.repeat(100)));
  expect(open).toThrow('is damaged or is not a Throughline file');
});

test('a store that was refused is held by nobody', () => {
  writeFileSync(live, 'text '.repeat(200));
  expect(() => openStore(path)).toThrow('damaged');
  writeFileSync(live, '');
  openStore(path).close();
});

test('live and archive have the same record tables, and a view of plain columns in both', () => {
  const { store, remove: drop } = createStore();
  const archive = openWritable(join(path, 'archive.db'));
  migrate(archive, 'archive');
  const view = 'SELECT * FROM production_records';
  expect(archive.rows(view)).toEqual([]);
  expect(store.live.rows(view)).toEqual([]);
  const tables = (database: typeof archive) =>
    database.rows("SELECT name, sql FROM sqlite_schema WHERE name LIKE 'record%' OR name LIKE 'rollup%' ORDER BY 1");
  const only = tables(store.live).filter(([name]) => !String(name).startsWith('record_changes'));
  expect(tables(archive)).toEqual(only);
  archive.close();
  store.close();
  drop();
});

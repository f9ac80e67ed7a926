import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scratchFolder } from '../../testing/test-store.ts';
import { openReadable, openWritable, type WritableDatabase } from './connection.ts';
import { PlanWatch } from './plan-watch.ts';

let scratch: ReturnType<typeof scratchFolder>;
let database: WritableDatabase;
beforeEach(() => {
  scratch = scratchFolder();
  database = openWritable(join(scratch.path, 'a.db'));
  database.exec('CREATE TABLE runs (id INTEGER PRIMARY KEY, line INTEGER) STRICT; INSERT INTO runs VALUES (1, 7)');
});
afterEach(() => {
  database.close();
  scratch.remove();
});

const statement = { sql: 'SELECT id FROM runs WHERE line = @line', parameters: { line: 7 } };

test('a statement that is run as before is nothing to tell', () => {
  const watch = new PlanWatch();
  expect(watch.look(database, statement)).toBeNull();
  expect(watch.look(database, statement)).toBeNull();
  database.exec('CREATE TABLE other (id INTEGER)'); // the schema changed, the plan did not
  expect(watch.look(database, statement)).toBeNull();
});

test('a statement that goes another way since an index came is told once, with both ways', () => {
  const watch = new PlanWatch();
  watch.look(database, statement);
  database.exec('CREATE INDEX runs_by_line ON runs (line)');
  expect(watch.look(database, statement)).toEqual({
    file: join(scratch.path, 'a.db'),
    sql: statement.sql,
    before: 'SCAN runs',
    after: 'SEARCH runs USING COVERING INDEX runs_by_line (line=?)',
  });
  expect(watch.look(database, statement)).toBeNull();
});

test('a file that runs a statement unlike the others is told', () => {
  const watch = new PlanWatch();
  database.exec('CREATE INDEX runs_by_line ON runs (line)');
  watch.look(database, statement);
  const path = join(scratch.path, 'b.db');
  const other = openWritable(path);
  other.exec('CREATE TABLE runs (id INTEGER PRIMARY KEY, line INTEGER) STRICT');
  other.close();
  const reader = openReadable(path);
  expect(watch.look(reader, statement)?.after).toBe('SCAN runs');
  reader.close();
});

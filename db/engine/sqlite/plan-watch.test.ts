import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scratchFolder } from '../../testing/test-store.ts';
import { openReadable, openWritable, type WritableDatabase } from './connection.ts';
import { indexesOf, PlanWatch } from './plan-watch.ts';

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
  expect(watch.look(database, statement).change).toBeNull();
  expect(watch.look(database, statement).change).toBeNull();
  database.exec('CREATE TABLE other (id INTEGER)'); // the schema changed, the plan did not
  expect(watch.look(database, statement).change).toBeNull();
});

test('a statement that goes another way since an index came is told once, with both ways', () => {
  const watch = new PlanWatch();
  watch.look(database, statement);
  database.exec('CREATE INDEX runs_by_line ON runs (line)');
  expect(watch.look(database, statement).change).toEqual({
    file: join(scratch.path, 'a.db'),
    sql: statement.sql,
    before: 'SCAN runs',
    after: 'SEARCH runs USING COVERING INDEX runs_by_line (line=?)',
  });
  expect(watch.look(database, statement).change).toBeNull();
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
  expect(watch.look(reader, statement).change?.after).toBe('SCAN runs');
  reader.close();
});

test('the indexes that a statement goes by are told, also where it was looked at before', () => {
  const by = { sql: 'SELECT id FROM runs WHERE line = @line', parameters: { line: 'A' } };
  database.exec('CREATE INDEX runs_by_line ON runs (line)');
  const watch = new PlanWatch();
  expect(watch.look(database, by).indexes).toEqual(['runs_by_line']);
  expect(watch.look(database, by).indexes).toEqual(['runs_by_line']);
});

test.each([
  ['SEARCH r USING COVERING INDEX records_by_day (production_date>?)', ['records_by_day']],
  ['SEARCH lines USING INDEX sqlite_autoindex_lines_1 (name=?)\nSCAN r', ['sqlite_autoindex_lines_1']],
  ['SCAN record_search VIRTUAL TABLE INDEX 0:M3', ['record_search']],
  ['SCAN json_each VIRTUAL TABLE INDEX 1:', ['json_each']],
  ['SEARCH r USING INTEGER PRIMARY KEY (rowid=?)\nUSE TEMP B-TREE FOR ORDER BY', []],
])('of the plan %s they are %j', (plan, indexes) => expect(indexesOf(plan)).toEqual(indexes));

/** What live holds besides its records: texts, imports, the list of archives, what each month counts, the history. */
import type { ReadableDatabase, WritableDatabase } from '../engine/sqlite/connection.ts';
import { rollupNames, rollups } from '../rollup/definitions.ts';
import { textTables } from './known-facts.ts';
import type { RawCell } from './raw-cells.ts';
import type { RawTables } from './raw-tables.ts';
import { wantedTable } from './wanted-tables.ts';

const ofRecords = new Set([
  'records',
  'record_defects',
  'record_downtimes',
  ...rollupNames.map((name) => rollups[name].table),
]);
/** Their rows look like those of no other table, so that a stray page can be told to be theirs. */
const unlikeOthers = new Set(['import_batches', 'partition_months', 'archived_batches', 'record_changes']);

/** Takes over what can be read of every table but those of records; returns the names of those that lack rows, or may. */
export function takeLiveTables(tables: RawTables, target: WritableDatabase): Set<string> {
  const lacking = new Set<string>();
  for (const name of tableNames(target)) {
    const wanted = wantedTable(target, name);
    const table = tables.read(wanted);
    const places = wanted.columns.map(() => '?').join(', ');
    // What is read first stands in a page that a tree leads to; what comes later is older.
    const insert = target.prepare(`INSERT OR IGNORE INTO ${name} (${wanted.columns.join(', ')}) VALUES (${places})`);
    const take = ({ rowId, values }: RawCell) => insert.run(...(rowId === null ? values : [rowId, ...values.slice(1)]));
    target.transaction(() => {
      if (name === 'store_state') target.run('DELETE FROM store_state');
      for (const cell of table.rows) take(cell);
      if (unlikeOthers.has(name)) for (const page of table.strays) page.forEach(take);
    });
    if (!table.isWhole()) lacking.add(name);
  }
  return lacking;
}

function tableNames(database: ReadableDatabase): string[] {
  return database
    .rows(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'record_search%' ORDER BY name",
    )
    .map(([name]) => String(name))
    .filter((name) => !ofRecords.has(name));
}

/** Takes texts and imports that live lost from an archive, which has copies of those that its records need. */
export function takeFromArchive(target: WritableDatabase, archive: ReadableDatabase): void {
  for (const table of [...new Set([...textTables, 'import_batches'])]) {
    const { columns } = wantedTable(target, table);
    const places = columns.map(() => '?').join(', ');
    const insert = target.prepare(`INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${places})`);
    for (const row of archive.rows(`SELECT ${columns.join(', ')} FROM ${table}`)) insert.run(...row);
  }
}

/** Gives what records refer to and nobody knows any more a name and an import of its own, so that their numbers are kept. */
export function nameWhatIsLost(target: WritableDatabase): void {
  for (const { table, from, column } of references(target)) {
    const text = table === 'items' ? 'code' : 'name';
    target.exec(
      `INSERT OR IGNORE INTO ${table} (id, ${text}) SELECT DISTINCT ${column}, 'lost ' || ${column} FROM ${from}
       WHERE ${column} IS NOT NULL AND ${column} NOT IN (SELECT id FROM ${table})`,
    );
  }
  target.run(
    `INSERT INTO import_batches (id, file_name, imported_at, rows_read, inserted, updated, unchanged, rejected, rounded,
       before_first_id, profile, state)
     SELECT batch_id, 'lost', @now, COUNT(*), COUNT(*), 0, 0, 0, 0, 0, '{}', 'imported' FROM records
     WHERE batch_id NOT IN (SELECT id FROM import_batches) GROUP BY batch_id`,
    { now: new Date().toISOString() },
  );
}

/** The columns of records and their lists that hold keys of texts. */
function references(database: ReadableDatabase): { from: string; column: string; table: string }[] {
  return ['records', 'record_defects', 'record_downtimes'].flatMap((from) =>
    database
      .rows('SELECT "from", "table" FROM pragma_foreign_key_list(@from)', { from })
      .map(([column, table]) => ({ from, column: String(column), table: String(table) }))
      .filter(({ table }) => textTables.includes(table)),
  );
}

import type { ReadableDatabase, Value } from '../engine/sqlite/connection.ts';

/** Every row of every table but those named and the search index, which keeps its own order, to compare a file before and after. */
export function dumpTables(database: ReadableDatabase, but: readonly string[] = []): Record<string, Value[][]> {
  const tables = database
    .rows(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'record_search%' ORDER BY name",
    )
    .map(([name]) => String(name))
    .filter((name) => !but.includes(name));
  return Object.fromEntries(
    tables.map((name) => [name, database.rows(`SELECT ${columnsOf(database, name)} FROM ${name} ORDER BY 1, 2`)]),
  );
}

/** All but the time of a file, which is another after every copy. */
function columnsOf(database: ReadableDatabase, table: string): string {
  const names = database.rows('SELECT name FROM pragma_table_info(@table)', { table }).map(([name]) => String(name));
  return names.filter((name) => name !== 'file_time_ms').join(', ');
}

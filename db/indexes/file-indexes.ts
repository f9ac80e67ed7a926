import type { ReadableDatabase } from '../engine/sqlite/connection.ts';
import { SEARCH_INDEX } from './definitions.ts';

/** An index as one file has it. */
export interface FileIndex {
  name: string;
  table: string;
  columns: string[];
  where: string | null;
}

/** What stands in place of a column that is an expression. */
const EXPRESSION = '(expression)';

/** Every index of a file, by name: of its tables, of their keys, and of the texts of records. */
export function readIndexes(database: ReadableDatabase): FileIndex[] {
  const indexes = database
    .all<{ name: string; table: string; sql: string | null }>(
      `SELECT name, tbl_name AS "table", sql FROM sqlite_schema
       WHERE type = 'index' AND tbl_name NOT LIKE @searchTables ESCAPE '\\' ORDER BY name`,
      { searchTables: `${SEARCH_INDEX.replaceAll('_', '\\_')}\\_%` },
    )
    .map(({ name, table, sql }) => ({
      name,
      table,
      columns: database
        .rows('SELECT name FROM pragma_index_info(@name) ORDER BY seqno', { name })
        .map(([column]) => (column === null ? EXPRESSION : String(column))),
      where: sql?.match(/\bWHERE\s+(.*)$/is)?.[1] ?? null,
    }));
  const searched = database
    .rows('SELECT name FROM pragma_table_info(@table)', { table: SEARCH_INDEX })
    .map(([column]) => String(column));
  if (searched.length === 0) return indexes;
  return [...indexes, { name: SEARCH_INDEX, table: 'records', columns: searched, where: null }];
}

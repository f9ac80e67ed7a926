import type { ReadableDatabase } from '../engine/sqlite/connection.ts';
import { SEARCH_INDEX } from './definitions.ts';

/**
 * Bytes of the pages of an index in one file; the full-text index keeps its own in several tables. Reads every page of it, and
 * asks before each whether it should go on.
 */
export function indexBytes(database: ReadableDatabase, name: string): number {
  const tables = name === SEARCH_INDEX ? ['data', 'idx', 'config'].map((part) => `${name}_${part}`) : [name];
  return tables.reduce((sum, table) => {
    const sql = 'SELECT SUM(pgsize) FROM dbstat WHERE name = @table AND keep_going()';
    return sum + Number(database.rows(sql, { table })[0]?.[0] ?? 0);
  }, 0);
}

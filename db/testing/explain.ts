import type { SqlStatement } from '../dialects/sqlite/report.ts';
import type { ReadableDatabase } from '../engine/sqlite/connection.ts';

/** How SQLite would run a statement: one line a step ('SEARCH r USING COVERING INDEX ...'), outermost first. */
export function explain(database: ReadableDatabase, { sql, parameters }: SqlStatement): string[] {
  return database.rows(`EXPLAIN QUERY PLAN ${sql}`, parameters).map(([, , , step]) => String(step));
}

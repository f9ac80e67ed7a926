import type { WritableDatabase } from '../engine/sqlite/connection.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import type { OwnedStore } from '../store/open-store.ts';

export interface OptimiseOutcome {
  tables: number;
  /** Indexes that have statistics now. */
  indexes: number;
}

/**
 * Counts anew how many rows there are to each key of each index of live (ANALYZE), by which SQLite chooses between indexes. Archives were
 * counted when they were sealed. All of it, or nothing when it is cancelled.
 */
export function optimise({ live }: OwnedStore, context: JobContext): OptimiseOutcome {
  const tables = tablesWithIndexes(live);
  live.transaction(() => {
    for (const [done, table] of tables.entries()) {
      context.checkCancelled();
      context.report({ phase: `counting ${table}`, done, total: tables.length, unit: 'steps' });
      live.exec(`ANALYZE "${table.replaceAll('"', '""')}"`); // a name from the schema, quoted as an identifier
    }
  });
  const [indexes] = live.rows('SELECT COUNT(*) FROM sqlite_stat1 WHERE idx IS NOT NULL')[0] ?? [];
  return { tables: tables.length, indexes: Number(indexes ?? 0) };
}

/** The tables of which there is something to count; those of the search index have their own way. */
function tablesWithIndexes(live: WritableDatabase): string[] {
  return live
    .rows(
      `SELECT DISTINCT tbl_name FROM sqlite_schema
       WHERE type = 'index' AND tbl_name NOT LIKE 'sqlite_%' AND tbl_name NOT LIKE 'record_search%' ORDER BY tbl_name`,
    )
    .map(([name]) => String(name));
}

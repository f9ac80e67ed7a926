import type { WritableDatabase } from '../engine/sqlite/connection.ts';
import { recordColumns, sameIn } from '../store/record-columns.ts';

const OTHER = 'other';

/** Tables that say how the store is kept rather than what it holds. */
const HOUSEKEEPING = [
  'job_history',
  'store_state',
  'file_info',
  'set_aside',
  'import_profiles',
  'watched_files',
  'advised_indexes',
];
/** Large ones, compared row by row along their keys; the others as sets. */
const byKey: Record<string, { key: string; columns: readonly string[] }> = {
  records: { key: 'a.id = b.id', columns: recordColumns },
  record_defects: { key: 'a.record_id = b.record_id AND a.reason_id = b.reason_id', columns: ['amount_packed'] },
  record_downtimes: { key: 'a.record_id = b.record_id AND a.reason_id = b.reason_id', columns: ['amount_packed'] },
};

/**
 * Names of the tables in which two live files differ, of those that hold what was imported. Indexes, sums and texts that are
 * made from them do not count, nor where in the file anything lies. Needs a connection that reads no moment yet.
 */
export function tablesThatDiffer(live: WritableDatabase, other: string): string[] {
  live.run(`ATTACH @other AS ${OTHER}`, { other });
  try {
    return live.snapshot(() =>
      live
        .rows(
          `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
             AND name NOT LIKE 'rollup%' AND name NOT LIKE 'record_search%' ORDER BY name`,
        )
        .map(([name]) => String(name))
        .filter((name) => !HOUSEKEEPING.includes(name) && differs(live, name)),
    );
  } finally {
    live.exec(`DETACH ${OTHER}`);
  }
}

function differs(live: WritableDatabase, table: string): boolean {
  const count = (sql: string) => Number(live.rows(sql)[0]?.[0]);
  const rows = [count(`SELECT COUNT(*) FROM main.${table}`), count(`SELECT COUNT(*) FROM ${OTHER}.${table}`)];
  if (rows[0] !== rows[1]) return true;
  const large = byKey[table];
  const equal = large
    ? count(
        `SELECT COUNT(*) FROM main.${table} AS a JOIN ${OTHER}.${table} AS b ON ${large.key} WHERE ${sameIn(large.columns, 'a', 'b')}`,
      )
    : count(`SELECT COUNT(*) FROM (SELECT * FROM main.${table} INTERSECT SELECT * FROM ${OTHER}.${table})`);
  return equal !== rows[0];
}

import type { ReadableDatabase } from '../engine/sqlite/connection.ts';
import { leadingFields } from './advised.ts';
import { type AdvisableField, advisableColumns } from './definitions.ts';

/** How many different keys lead an index in one file; read from the index alone. */
export function countKeys(database: ReadableDatabase, name: string, fields: readonly AdvisableField[]): number {
  const lead = leadingFields(fields).map((field) => advisableColumns[field]);
  if (lead.length === 0) return 1;
  const sql = `SELECT COUNT(*) FROM (SELECT DISTINCT ${lead.join(', ')} FROM records INDEXED BY ${name})`;
  return Math.max(1, Number(database.rows(sql)[0]?.[0]));
}

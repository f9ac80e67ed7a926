import type { FilterField } from '../../../shared/query/dimensions.ts';
import { attributeColumns, keepGoing, reasonTables } from './filters.ts';
import type { SqlStatement } from './report.ts';
import { exactPattern } from './search.ts';

/** Lots that begin with a text, in order: a stretch of their index. */
export function lotsByPrefixStatement(prefix: string, limit: number): SqlStatement {
  return {
    sql: `SELECT DISTINCT lot_number, lot_number FROM records INDEXED BY records_by_lot
WHERE lot_number >= @prefix AND lot_number < @end ORDER BY lot_number LIMIT @limit`,
    parameters: { prefix, end: `${prefix}\u{10ffff}`, limit },
  };
}

/**
 * The values of a field that contain a text: value and label, in order of value. Dictionaries are whole in the live
 * file; lots are kept in the records and have to be asked of every file.
 */
export function valuesStatement(field: FilterField, search: string, limit: number): SqlStatement {
  const parameters = { search: exactPattern(search), limit };
  if (field === 'lot') {
    return {
      sql: `SELECT DISTINCT lot_number, lot_number FROM records
WHERE lot_number LIKE @search ESCAPE '\\' AND lot_number IS NOT NULL AND ${keepGoing('records')} ORDER BY 1 LIMIT @limit`,
      parameters,
    };
  }
  if (field === 'item') {
    return {
      sql: `SELECT code, COALESCE(name, code) FROM items WHERE code LIKE @search ESCAPE '\\' OR name LIKE @search ESCAPE '\\' ORDER BY code LIMIT @limit`,
      parameters,
    };
  }
  const table =
    field === 'defectReason' || field === 'downtimeReason'
      ? reasonTables[field].dictionary
      : attributeColumns[field].dictionary?.table;
  return {
    sql: `SELECT name, name FROM ${table} WHERE name LIKE @search ESCAPE '\\' ORDER BY name LIMIT @limit`,
    parameters,
  };
}

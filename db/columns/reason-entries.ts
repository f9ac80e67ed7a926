import type { Reason } from '../../shared/query/dimensions.ts';
import { reasonTables } from '../dialects/sqlite/filters.ts';
import type { ReadableDatabase } from '../engine/sqlite/connection.ts';

/** Amounts by reason beneath the records, in their order: the row they belong to, the reason's key, millionths. */
export interface ReasonEntries {
  rows: Float64Array;
  reasons: Float64Array;
  amounts: Float64Array;
}

/** The key that stands for what no reason explains. */
const UNEXPLAINED = 0;

/**
 * The reason lists of the records of these days, and what they leave unexplained of each record's quantity. `ids` and
 * `quantities` are the records in the order of day and id; NaN where the quantity is not recorded.
 */
export function reasonEntries(
  database: ReadableDatabase,
  reason: Reason,
  { first, last }: { first: number; last: number },
  ids: Float64Array,
  quantities: Float64Array,
): ReasonEntries {
  const entries: [row: number, reason: number, amount: number][] = [];
  let row = 0;
  let left = quantities[0] ?? Number.NaN;
  const closeRow = () => {
    if (left > 0) entries.push([row, UNEXPLAINED, left]); // never true of NaN
    row++;
    left = quantities[row] ?? Number.NaN;
  };
  const listed = database.iterate(
    `SELECT r.id, l.reason_id, l.amount FROM records AS r INDEXED BY records_by_day
     CROSS JOIN ${reasonTables[reason].list} AS l ON l.record_id = r.id
     WHERE r.production_date BETWEEN @first AND @last AND (r.id & 511 <> 0 OR keep_going())
     ORDER BY r.production_date, r.id, l.reason_id`,
    { first, last },
  );
  for (const [id, key, amount] of listed) {
    while (ids[row] !== id) closeRow();
    entries.push([row, Number(key), Number(amount)]);
    left -= Number(amount);
  }
  while (row < ids.length) closeRow();
  return {
    rows: Float64Array.from(entries, ([of]) => of),
    reasons: Float64Array.from(entries, ([, key]) => key),
    amounts: Float64Array.from(entries, ([, , amount]) => amount),
  };
}

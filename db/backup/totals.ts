import { MILLIONTHS } from '../../shared/domain/quantity.ts';
import type { ReadableDatabase } from '../engine/sqlite/connection.ts';
import type { Totals } from './manifest.ts';

/** Units and millionths apart, as their sum in millionths could outgrow 64 bits. */
const sumOf = (column: string) =>
  `COALESCE(SUM(${column} / ${MILLIONTHS}) || ' ' || SUM(${column} % ${MILLIONTHS}), '')`;

/** Counts the records of a file and adds them up: what a copy is compared by. */
export function readTotals(database: ReadableDatabase): Totals {
  const [row] = database.rows(`SELECT COUNT(*), ${sumOf('good_quantity')}, ${sumOf('defect_quantity')} FROM records`);
  const [records, good, defects] = row ?? [];
  return { records: Number(records), good: String(good), defects: String(defects) };
}

import { attributeColumns } from '../dialects/sqlite/filters.ts';
import { addableColumns } from '../dialects/sqlite/sums.ts';
import type { ReadableDatabase } from '../engine/sqlite/connection.ts';
import { instantColumns, originColumns, packedColumn } from '../store/record-columns.ts';
import { NumbersDigest } from './numbers-digest.ts';
import { reasonEntries } from './reason-entries.ts';
import { amountColumnNames, type ColumnInput, keyColumnNames, packSegment } from './segment.ts';

/** Inclusive day numbers. */
export interface Days {
  first: number;
  last: number;
}

const recordsOfDays = `FROM records AS r INDEXED BY records_by_day
  WHERE r.production_date BETWEEN @first AND @last AND (r.id & 511 <> 0 OR keep_going())`;
/** Numbers of a record that no column keeps, and neither do rollups, search or indexes. */
const unkeptColumns = [...instantColumns.map(packedColumn), packedColumn('ideal_cycle_seconds'), ...originColumns];
const columnsSql = [
  'r.production_date',
  'r.id',
  ...keyColumnNames.map((name) => `COALESCE(r.${attributeColumns[name].column}, 0)`),
  ...amountColumnNames.map((name) => `r.${addableColumns[name]}`),
  ...unkeptColumns.map((column) => `r.${column}`),
].join(', ');

/**
 * The records of these days of a file as a segment; belongs in a snapshot, as it reads more than once. Throws CANCELLED when asked to stop, and an Error when a value is
 * beyond what a double holds exactly.
 */
export function buildSegment(database: ReadableDatabase, { first, last }: Days): SharedArrayBuffer {
  const count = Number(database.rows(`SELECT COUNT(*) ${recordsOfDays}`, { first, last })[0]?.[0]);
  const width = 1 + keyColumnNames.length + amountColumnNames.length;
  const columns = Array.from({ length: width }, () => new Float64Array(count));
  const starts = new Int32Array(last - first + 2);
  const unkept = new NumbersDigest();
  let row = 0;
  for (const values of database.iterate(`SELECT ${columnsSql} ${recordsOfDays} ORDER BY r.production_date, r.id`, {
    first,
    last,
  })) {
    const day = Number(values[0]) - first;
    starts[day + 1] = (starts[day + 1] ?? 0) + 1;
    unkept.add(values, width + 1);
    for (let index = 0; index < width; index++) {
      const value = values[index + 1];
      const column = columns[index];
      if (column) column[row] = value === null ? Number.NaN : Number(value);
    }
    row++;
  }
  for (let day = 1; day < starts.length; day++) starts[day] = (starts[day] ?? 0) + (starts[day - 1] ?? 0);
  const [id, ...rest] = columns as [Float64Array, ...Float64Array[]];
  const keys = keyColumnNames.map((name, index): [typeof name, ColumnInput] => [
    name,
    { values: at(rest, index), shrink: 'not' },
  ]);
  const amounts = amountColumnNames.map((name, index): [typeof name, ColumnInput] => [
    name,
    { values: at(rest, keyColumnNames.length + index), shrink: 'by step' },
  ]);
  const amountsBy = Object.fromEntries(amounts) as Record<(typeof amountColumnNames)[number], ColumnInput>;
  const defects = reasonEntries(database, 'defectReason', { first, last }, id, amountsBy.defectQuantity.values);
  const downtimes = reasonEntries(database, 'downtimeReason', { first, last }, id, amountsBy.downMinutes.values);
  return packSegment(
    { first, starts, unkept: unkept.value },
    {
      id: { values: id, shrink: 'from smallest' },
      ...(Object.fromEntries(keys) as Record<(typeof keyColumnNames)[number], ColumnInput>),
      ...amountsBy,
      defectRow: { values: defects.rows, shrink: 'not' },
      defectReason: { values: defects.reasons, shrink: 'not' },
      defectAmount: { values: defects.amounts, shrink: 'by step' },
      downtimeRow: { values: downtimes.rows, shrink: 'not' },
      downtimeReason: { values: downtimes.reasons, shrink: 'not' },
      downtimeAmount: { values: downtimes.amounts, shrink: 'by step' },
    },
  );
}

function at(columns: readonly Float64Array[], index: number): Float64Array {
  return columns[index] ?? new Float64Array();
}

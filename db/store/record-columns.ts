/**
 * The columns of `records`, as data: what the importer writes, what archiving copies and what comparing compares.
 * Order matters only in that small, often filled columns come first.
 */

/** Text kept once in a dictionary; the record holds its key. */
export const keyColumns = {
  site_id: 'sites',
  line_id: 'lines',
  shift_id: 'shifts',
  operator_id: 'operators',
  item_id: 'items',
  unit_id: 'units',
} as const;

/** Quantities, minutes and seconds as they are read, in millionths; the table keeps each of them packed (packing.ts). */
export const amountColumns = [
  'planned_quantity',
  'good_quantity',
  'defect_quantity',
  'rework_quantity',
  'planned_minutes',
  'run_minutes',
  'down_minutes',
  'ideal_cycle_seconds',
] as const;

/** Instants as they are read, in seconds since 1970-01-01; kept packed as well. */
export const instantColumns = ['started_at', 'ended_at'] as const;

/** The column that the table keeps where `column` is made from it. */
export function packedColumn<Column extends string>(column: Column): `${Column}_packed` {
  return `${column}_packed`;
}

/**
 * Everything that says what a record is, as the table keeps it: what is written, copied and compared. Two records that
 * agree in all of it say the same.
 */
export const contentColumns = [
  'production_date',
  ...(Object.keys(keyColumns) as (keyof typeof keyColumns)[]),
  ...amountColumns.map(packedColumn),
  ...instantColumns.map(packedColumn),
  'lot_number',
  'order_number',
  'note',
] as const;

/** Where a record came from. */
export const originColumns = ['batch_id', 'source_distance'] as const;

/** The line of the file a record came from, as SQL over the record and its batch. */
export function sourceLine(record: string, batch: string): string {
  return `${record}.id - ${batch}.before_first_id + ${record}.source_distance`;
}

export const recordColumns = ['id', ...contentColumns, ...originColumns] as const;

/** 'a.x IS b.x AND ...': true where both rows agree in every column, also in what is not recorded. */
export function sameIn(columns: readonly string[], a: string, b: string): string {
  return columns.map((column) => `${a}.${column} IS ${b}.${column}`).join(' AND ');
}

import {
  amountColumnNames,
  type ColumnInput,
  type DataColumnName,
  type KeyColumn,
  keyColumnNames,
  packSegment,
  reasonColumnNames,
} from '../columns/segment.ts';

export type AmountColumn = (typeof amountColumnNames)[number];

/** A record as a segment holds it: keys as numbers, amounts in millionths, what is left out not recorded. */
export interface SegmentRow {
  day: number;
  keys: Partial<Record<KeyColumn, number>>;
  amounts: Partial<Record<AmountColumn, number>>;
  defects?: [reason: number, amount: number][];
  downtimes?: [reason: number, amount: number][];
}

/** Numbers as a column to be written. */
export function columnInput(values: readonly number[], shrink: ColumnInput['shrink'] = 'not'): ColumnInput {
  return { values: Float64Array.from(values), shrink };
}

/** Columns without a row, of which a test fills those that it is about. */
export function emptyColumns(): Record<DataColumnName, ColumnInput> {
  const names: DataColumnName[] = ['id', ...keyColumnNames, ...amountColumnNames, ...reasonColumnNames];
  return Object.fromEntries(names.map((name) => [name, columnInput([])])) as Record<DataColumnName, ColumnInput>;
}

/** A segment of these days (inclusive) that holds rows in the order of day; ids count from 1. */
export function segmentOfRows(
  rows: readonly SegmentRow[],
  { first, last }: { first: number; last: number },
): SharedArrayBuffer {
  const starts = Int32Array.from(
    { length: last - first + 2 },
    (_, index) => rows.filter(({ day }) => day < first + index).length,
  );
  const columns = emptyColumns();
  columns.id = columnInput(
    rows.map((_, row) => row + 1),
    'from smallest',
  );
  for (const name of keyColumnNames) columns[name] = columnInput(rows.map(({ keys }) => keys[name] ?? 0));
  for (const name of amountColumnNames) {
    columns[name] = columnInput(
      rows.map(({ amounts }) => amounts[name] ?? Number.NaN),
      'by step',
    );
  }
  const list = (entriesOf: (row: SegmentRow) => SegmentRow['defects']) =>
    rows.flatMap((row, at) => (entriesOf(row) ?? []).map(([reason, amount]) => ({ at, reason, amount })));
  const defects = list((row) => row.defects);
  const downtimes = list((row) => row.downtimes);
  const amounts = (entries: { amount: number }[]) =>
    columnInput(
      entries.map(({ amount }) => amount),
      'by step',
    );
  columns.defectRow = columnInput(defects.map(({ at }) => at));
  columns.defectReason = columnInput(defects.map(({ reason }) => reason));
  columns.defectAmount = amounts(defects);
  columns.downtimeRow = columnInput(downtimes.map(({ at }) => at));
  columns.downtimeReason = columnInput(downtimes.map(({ reason }) => reason));
  columns.downtimeAmount = amounts(downtimes);
  return packSegment({ first, starts, unkept: 0 }, columns);
}

import { daysOfMonthIndex, monthIndexOfDay } from '../../shared/domain/day.ts';
import type { Attribute } from '../../shared/query/dimensions.ts';
import type { SumName } from '../../shared/query/measures.ts';
import { addUp, countUp } from './add-up.ts';
import { type ColumnTable, sharedFloat64, sharedInt32 } from './column-table.ts';
import { indexKeys } from './key-index.ts';
import { type GroupingKey, numberGroups } from './number-groups.ts';

/**
 * The months of a table by day, with all its keys; each stands at its first day, so that what reads days reads months.
 * Null when the sum of a month is beyond what a double holds exactly.
 */
export function monthTable(table: ColumnTable): ColumnTable | null {
  const rows = Int32Array.from(table.days.keys());
  const keys = Object.entries(table.keys) as [Attribute, Int32Array][];
  const columns = [...keys.map(([, column]) => column), ...(table.reasons ? [table.reasons] : [])];
  const { ofRows, firstRows } = numberGroups([monthsOf(table.days), ...columns.map(keyOf)], rows.length);
  const taken = (column: Int32Array) => sharedCopy(sharedInt32, firstRows, (row) => column[row] ?? 0);
  const sums = addMonths(table.sums, rows, ofRows, firstRows.length);
  if (sums === null) return null;
  const kept = Object.fromEntries(keys.map(([name, column]) => [name, taken(column)]));
  const records = countUp([{ column: table.records, rows }], ofRows, firstRows.length);
  return {
    days: sharedCopy(sharedInt32, firstRows, (row) => firstOfMonth(table.days[row] ?? 0)),
    keys: kept,
    reasons: table.reasons ? taken(table.reasons) : null,
    records: sharedCopy(sharedFloat64, records, (count) => count),
    sums,
    index: table.index ? indexKeys(table.index.attribute, kept[table.index.attribute] ?? new Int32Array()) : null,
  };
}

function firstOfMonth(day: number): number {
  return daysOfMonthIndex(monthIndexOfDay(day)).first;
}

/** Months numbered from the first; days ascend, so that a month is looked up once a day. */
function monthsOf(days: Int32Array): GroupingKey {
  const ordinals = new Int32Array(days.length);
  const first = monthIndexOfDay(days[0] ?? 0);
  let month = first;
  days.forEach((day, row) => {
    if (day !== days[row - 1]) month = monthIndexOfDay(day);
    ordinals[row] = month - first;
  });
  return { ordinals, size: month - first + 1 };
}

function keyOf(ordinals: Int32Array): GroupingKey {
  return { ordinals, size: ordinals.reduce((most, key) => Math.max(most, key), 0) + 1 };
}

/** Every sum by month, columns that are one array by day being one by month too; null when one cannot be held. */
function addMonths(
  sums: ColumnTable['sums'],
  rows: Int32Array,
  months: Int32Array,
  size: number,
): ColumnTable['sums'] | null {
  const added = new Map<Float64Array, Float64Array>();
  for (const column of new Set(Object.values(sums))) {
    const { whole, millionths, found } = addUp([{ column, rows }], months, size);
    if (whole.some((units) => units > 0)) return null;
    added.set(
      column,
      sharedCopy(sharedFloat64, millionths, (sum, month) => (found[month] ? sum : Number.NaN)),
    );
  }
  const names = Object.entries(sums) as [SumName, Float64Array][];
  return Object.fromEntries(names.map(([name, column]) => [name, added.get(column)]));
}

function sharedCopy<Copy extends Int32Array | Float64Array>(
  create: (length: number) => Copy,
  from: ArrayLike<number>,
  value: (element: number, index: number) => number,
): Copy {
  const copy = create(from.length);
  for (let index = 0; index < from.length; index++) copy[index] = value(from[index] ?? 0, index);
  return copy;
}

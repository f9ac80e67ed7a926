/** How rows of our tables are told from whatever else bytes may spell. */
import { reasonTables } from '../dialects/sqlite/filters.ts';
import { rollupColumns, rollupKeyColumns } from '../dialects/sqlite/rollups.ts';
import type { ReadableDatabase } from '../engine/sqlite/connection.ts';
import { type RollupName, rollups } from '../rollup/definitions.ts';
import { amountColumns, instantColumns, keyColumns, packedColumn, recordColumns } from '../store/record-columns.ts';
import type { KnownFacts } from './known-facts.ts';
import type { RawCell } from './raw-cells.ts';
import type { RawValue } from './raw-row.ts';
import type { WantedTable } from './raw-tables.ts';

type Check = (value: RawValue) => boolean;

/** The largest amount that is exact, as it is packed. */
const LARGEST_PACKED = BigInt(Number.MAX_SAFE_INTEGER) * 4n + 3n;
/** Starts lie within days of their production day. */
const FARTHEST_INSTANT = 2 * 86_400 * 400;

const isInteger: Check = (value) => Number.isInteger(value);
const isAmount: Check = (value) =>
  typeof value === 'bigint' ? value >= 0n && value <= LARGEST_PACKED : isInteger(value) && Number(value) >= 0;
const isInstant: Check = (value) => isInteger(value) && Math.abs(Number(value)) <= FARTHEST_INSTANT;
const isText: Check = (value) => typeof value === 'string';
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const isKeyOf =
  (facts: KnownFacts, table: string): Check =>
  (value) =>
    isInteger(value) && facts.isKey(table, Number(value));

/** The records of a file. */
export function wantedRecords(facts: KnownFacts): WantedTable {
  const checks = new Map<string, Check>([
    ['id', (value) => value === null], // it stands before the row
    ['production_date', (value) => isInteger(value) && facts.isDay(Number(value))],
    ...Object.entries(keyColumns).map(([column, table]): [string, Check] => [column, orNull(isKeyOf(facts, table))]),
    ...amountColumns.map((column): [string, Check] => [packedColumn(column), orNull(isAmount)]),
    ...instantColumns.map((column): [string, Check] => [packedColumn(column), orNull(isInstant)]),
    ['batch_id', isInteger],
    ['source_distance', isInteger],
  ]);
  const inOrder = recordColumns.map((column) => checks.get(column) ?? orNull(isText));
  return { name: 'records', hasRowIds: true, isRow: (values) => fits(values, inOrder) };
}

const BATCH = recordColumns.indexOf('batch_id');

/** Whether the id of a record is one that its import gave out. */
export function isRecordOfItsBatch({ rowId, values }: RawCell, facts: KnownFacts): boolean {
  return rowId !== null && facts.isOfBatch(Number(values[BATCH]), rowId);
}

/** The reasons beneath records: defects or downtimes. */
export function wantedReasons(reason: keyof typeof reasonTables, facts: KnownFacts): WantedTable {
  const { list, dictionary } = reasonTables[reason];
  const inOrder = [isInteger, isKeyOf(facts, dictionary), isAmount];
  return { name: list, hasRowIds: false, isRow: (values) => fits(values, inOrder) };
}

/** A rollup: whole numbers all through, keys that were given out or none, and a count. */
export function wantedRollup(name: RollupName, facts: KnownFacts): WantedTable {
  const columns = rollupColumns(name);
  const keys = new Set(rollupKeyColumns(name));
  const inOrder = columns.map((column): Check => {
    if (column === 'production_date') return (value) => isInteger(value) && facts.isDay(Number(value));
    if (column === 'records') return (value) => isInteger(value) && Number(value) > 0;
    return keys.has(column) ? isInteger : (value) => value === null || typeof value === 'bigint' || isInteger(value);
  });
  return { name: rollups[name].table, hasRowIds: false, isRow: (values) => fits(values, inOrder) };
}

function fits(values: readonly RawValue[], inOrder: readonly Check[]): boolean {
  return values.length === inOrder.length && inOrder.every((check, at) => check(values[at] ?? null));
}

/** Any table of ours by what its columns are declared as. */
export function wantedTable(database: ReadableDatabase, name: string): WantedTable & { columns: string[] } {
  const columns = database
    .rows('SELECT name, type, "notnull", pk FROM pragma_table_info(@name) ORDER BY cid', { name })
    .map(([column, type, isNeeded, key]) => ({
      column: String(column),
      type: String(type),
      isNullable: isNeeded === 0,
      isKey: key !== 0,
    }));
  const isRowId = columns.length > 0 && columns[0]?.isKey === true && columns[0].type === 'INTEGER';
  const hasRowIds = isRowId && columns.filter(({ isKey }) => isKey).length === 1;
  const checks = columns.map(({ type, isNullable, isKey }, at): Check => {
    if (hasRowIds && at === 0) return (value) => value === null; // it stands before the row
    const check = declared[type] ?? isText;
    return isNullable && !isKey ? orNull(check) : check;
  });
  return { name, hasRowIds, columns: columns.map(({ column }) => column), isRow: (values) => fits(values, checks) };
}

const declared: Record<string, Check> = {
  INTEGER: (value) => typeof value === 'bigint' || isInteger(value),
  REAL: (value) => typeof value === 'number',
  TEXT: isText,
};

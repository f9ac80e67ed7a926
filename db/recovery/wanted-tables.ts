/** How rows of our tables are told from whatever else bytes may spell. */
import { reasonTables } from '../dialects/sqlite/filters.ts';
import { rollupColumns, rollupKeyColumns } from '../dialects/sqlite/rollups.ts';
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

const isInteger: Check = (value) => typeof value === 'number';
const isAmount: Check = (value) => value !== null && typeof value !== 'string' && value >= 0 && value <= LARGEST_PACKED;
const isInstant: Check = (value) => typeof value === 'number' && Math.abs(value) <= FARTHEST_INSTANT;
const isText: Check = (value) => typeof value === 'string';
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const isKeyOf = ({ keys }: KnownFacts, table: string): Check => {
  const known = keys.get(table);
  return (value) => typeof value === 'number' && known !== undefined && known.has(value);
};

/** The records of a file. */
export function wantedRecords(facts: KnownFacts): WantedTable {
  const checks = new Map<string, Check>([
    ['id', (value) => value === null], // it stands before the row
    ['production_date', (value) => typeof value === 'number' && facts.isDay(value)],
    ...Object.entries(keyColumns).map(([column, table]): [string, Check] => [column, orNull(isKeyOf(facts, table))]),
    ...amountColumns.map((column): [string, Check] => [packedColumn(column), orNull(isAmount)]),
    ...instantColumns.map((column): [string, Check] => [packedColumn(column), orNull(isInstant)]),
    ['batch_id', (value) => typeof value === 'number' && facts.batches.has(value)],
    ['source_distance', isInteger],
  ]);
  const inOrder = recordColumns.map((column) => checks.get(column) ?? orNull(isText));
  return { name: 'records', hasRowIds: true, isRow: (values) => fits(values, inOrder) };
}

const BATCH = recordColumns.indexOf('batch_id');

/** Whether the id of a record is one that its import gave out. */
export function isRecordOfItsBatch({ rowId, values }: RawCell, { batches }: KnownFacts): boolean {
  const batch = batches.get(Number(values[BATCH]));
  return batch !== undefined && rowId !== null && rowId >= batch.first && rowId <= batch.last;
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
    if (column === 'production_date') return (value) => typeof value === 'number' && facts.isDay(value);
    if (column === 'records') return (value) => typeof value === 'number' && value > 0;
    return keys.has(column) ? isInteger : (value) => typeof value !== 'string';
  });
  return { name: rollups[name].table, hasRowIds: false, isRow: (values) => fits(values, inOrder) };
}

function fits(values: readonly RawValue[], inOrder: readonly Check[]): boolean {
  return values.length === inOrder.length && inOrder.every((check, at) => check(values[at] ?? null));
}

import { type Attribute, attributeNames } from '../../shared/query/dimensions.ts';
import { type SumName, sumNames } from '../../shared/query/measures.ts';
import { attributeColumns, reasonTables } from '../dialects/sqlite/filters.ts';
import { rollupColumns } from '../dialects/sqlite/rollups.ts';
import type { ReadableDatabase } from '../engine/sqlite/connection.ts';
import { LARGEST_EXACT } from './add-up.ts';
import { type ColumnTable, type LoadedRollup, sharedFloat64, sharedInt32, type Texts } from './column-table.ts';
import { type RollupDefinition, type RollupName, rollups } from './definitions.ts';
import { indexKeys } from './key-index.ts';
import { monthTable } from './month-table.ts';

/**
 * Groups of one file held in memory at most; beyond that the file is read. 168 bytes each at the widest, 84 MB, and at
 * most as much again by month: in the sample plant, whose lines run a few items a shift, a fifth of that.
 */
const MOST_GROUPS = 500_000;

/** Reads a rollup of one file into columns by day and by month; null when memory has no room for it or for a sum of it. */
export function loadRollup(database: ReadableDatabase, name: RollupName): LoadedRollup | null {
  const groups = Number(database.rows(`SELECT COUNT(*) FROM ${rollups[name].table}`)[0]?.[0]);
  if (groups > MOST_GROUPS) return null;
  const days = dayTable(database, name, groups);
  return days && { days, months: monthTable(days) };
}

/** Null when a sum is too large to be held exactly. */
function dayTable(database: ReadableDatabase, name: RollupName, groups: number): ColumnTable | null {
  const { table, keys, reason, indexed }: RollupDefinition = rollups[name];
  const days = sharedInt32(groups);
  const keyColumns = keys.map((key) => [key, sharedInt32(groups)] as const);
  const reasons = reason ? sharedInt32(groups) : null;
  const records = sharedFloat64(groups);
  const sumColumns = sumsOf(reason).map((sum) => [sum, sharedFloat64(groups)] as const);
  const integers = [days, ...keyColumns.map(([, column]) => column), ...(reasons ? [reasons] : [])];
  const numbers = [records, ...sumColumns.map(([, column]) => column)];
  let at = 0;
  for (const row of database.iterate(
    `SELECT ${rollupColumns(name).join(', ')} FROM ${table} ORDER BY production_date`,
  )) {
    integers.forEach((column, index) => {
      column[at] = Number(row[index]);
    });
    numbers.forEach((column, index) => {
      column[at] = Number(row[integers.length + index] ?? Number.NaN);
    });
    if (numbers.some((column) => Math.abs(column[at] ?? 0) > LARGEST_EXACT)) return null;
    at++;
  }
  const kept: ColumnTable['keys'] = Object.fromEntries(keyColumns);
  const column = indexed && kept[indexed];
  const index = column ? indexKeys(indexed, column) : null;
  return { days, keys: kept, reasons, records, sums: shareEqual(sumColumns), index };
}

function sumsOf(reason: RollupDefinition['reason']): SumName[] {
  if (reason === 'defectReason') return ['defects'];
  return reason === 'downtimeReason' ? ['downMinutes'] : sumNames;
}

/** Where everything is recorded, the sums behind the ratios are the plain sums: one array then serves them all. */
function shareEqual(columns: readonly (readonly [SumName, Float64Array])[]): ColumnTable['sums'] {
  const kept: Float64Array[] = [];
  const shared = columns.map(([name, column]) => {
    const same = kept.find((other) => other.every((value, index) => Object.is(value, column[index])));
    if (!same) kept.push(column);
    return [name, same ?? column] as const;
  });
  return Object.fromEntries(shared);
}

/** The dictionaries of a store, read from its live file; lots are not in one. */
export function loadTexts(live: ReadableDatabase): Texts {
  const texts = (table: string, column: string): (string | null)[] => {
    const list: (string | null)[] = [null];
    for (const [id, text] of live.rows(`SELECT id, ${column} FROM ${table}`)) list[Number(id)] = String(text);
    return list;
  };
  const attributes = attributeNames.map((name): [Attribute, (string | null)[]] => {
    const { dictionary } = attributeColumns[name];
    return [name, dictionary ? texts(dictionary.table, dictionary.text) : []];
  });
  return {
    ...(Object.fromEntries(attributes) as Record<Attribute, (string | null)[]>),
    defectReason: texts(reasonTables.defectReason.dictionary, 'name'),
    downtimeReason: texts(reasonTables.downtimeReason.dictionary, 'name'),
  };
}

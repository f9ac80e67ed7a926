import { type Attribute, attributeNames } from '../../shared/query/dimensions.ts';
import type { SumName } from '../../shared/query/measures.ts';
import { attributeColumns, reasonTables } from '../dialects/sqlite/filters.ts';
import { rollupColumns } from '../dialects/sqlite/rollups.ts';
import { sumNames } from '../dialects/sqlite/sums.ts';
import type { ReadableDatabase, Value } from '../engine/sqlite/connection.ts';
import type { ColumnTable, Texts } from './column-table.ts';
import { type RollupDefinition, type RollupName, rollups } from './definitions.ts';

/** Half of what a double holds exactly, so that two can be added before a check. */
export const LARGEST_EXACT = 2 ** 52;

/** Groups of one file held in memory at most: 164 bytes each at the widest, 82 MB; beyond that the file is read. */
const MOST_GROUPS = 500_000;

/**
 * Reads a rollup of one file into columns; null when it is too large for memory. Throws when a sum is too large to be
 * held exactly.
 */
export function loadRollup(database: ReadableDatabase, name: RollupName): ColumnTable | null {
  const { table, keys, reason }: RollupDefinition = rollups[name];
  const groups = Number(database.rows(`SELECT COUNT(*) FROM ${table}`)[0]?.[0]);
  if (groups > MOST_GROUPS) return null;
  const days = int32(groups);
  const keyColumns = keys.map((key) => [key, int32(groups)] as const);
  const reasons = reason ? int32(groups) : null;
  const records = float64(groups);
  const sumColumns = sumsOf(reason).map((sum) => [sum, float64(groups)] as const);
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
      column[at] = exact(row[integers.length + index]);
    });
    at++;
  }
  return { days, keys: Object.fromEntries(keyColumns), reasons, records, sums: shareEqual(sumColumns) };
}

function sumsOf(reason: RollupDefinition['reason']): SumName[] {
  if (reason === 'defectReason') return ['defects'];
  return reason === 'downtimeReason' ? ['downMinutes'] : sumNames;
}

function exact(value: Value | undefined): number {
  if (value === null || value === undefined) return Number.NaN;
  const number = Number(value);
  if (Math.abs(number) > LARGEST_EXACT) throw new Error('A sum of one day is beyond what a double holds exactly.');
  return number;
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

function int32(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(length * 4));
}

function float64(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(length * 8));
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

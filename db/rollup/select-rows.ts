import type { Filter } from '../../shared/query/report-query.ts';
import type { Stretch } from '../planner/plan.ts';
import type { ColumnTable, Texts } from './column-table.ts';
import { rowsOfDays, rowsOfKeys } from './key-index.ts';

/** The keys of one field that a filter keeps. */
export interface KeptKeys {
  field: Filter['field'];
  keys: number[];
}

const knownKeys = new WeakMap<readonly (string | null)[], Map<string | null, number>>();

/** Turns the texts of a filter into dictionary keys; texts that no dictionary has keep nothing. */
export function keptKeys({ field, in: values, not }: Filter, texts: Texts): KeptKeys {
  const keys = keysByText(texts[field]);
  if (not) {
    const named = new Set(values);
    return { field, keys: [...keys].flatMap(([text, key]) => (named.has(text) ? [] : key)) };
  }
  return { field, keys: values.flatMap((value) => keys.get(value) ?? []) };
}

/** A dictionary the other way round; keys that it skips have no text. */
function keysByText(list: readonly (string | null)[]): ReadonlyMap<string | null, number> {
  let keys = knownKeys.get(list);
  if (!keys) {
    keys = new Map();
    for (const [key, text] of list.entries()) if (text !== undefined) keys.set(text, key);
    knownKeys.set(list, keys);
  }
  return keys;
}

/** Where a filter keeps more than one key in so many, all rows are read in turn: measured, that is quicker then. */
const KEYS_FOR_INDEX = 4;

/** The rows of a stretch that pass every filter: by the table's index where a filter keeps few of its keys. */
export function selectRows(table: ColumnTable, { from, to }: Stretch, filters: readonly KeptKeys[]): Int32Array {
  const [low, high] = rowsOfDays(table, from, to);
  const { index } = table;
  const leading = filters.find(
    ({ field, keys }) => field === index?.attribute && keys.length * KEYS_FOR_INDEX <= index.offsets.length,
  );
  let rows = index && leading ? rowsOfKeys(index, leading.keys, low, high) : rowsInTurn(low, high);
  for (const filter of filters)
    if (filter !== leading) rows = keepRows(rows, columnOf(table, filter.field), filter.keys);
  return rows;
}

function rowsInTurn(low: number, high: number): Int32Array {
  const rows = new Int32Array(high - low);
  for (let index = 0; index < rows.length; index++) rows[index] = low + index;
  return rows;
}

function keepRows(rows: Int32Array, column: Int32Array, keys: readonly number[]): Int32Array {
  const isKept = new Uint8Array(Math.max(-1, ...keys) + 1);
  for (const key of keys) isKept[key] = 1;
  let kept = 0;
  for (const row of rows) if (isKept[column[row] ?? 0]) rows[kept++] = row;
  return rows.subarray(0, kept);
}

/** The column of a field. Throws when the table does not keep it. */
export function columnOf(table: ColumnTable, field: Filter['field']): Int32Array {
  const isReason = field === 'defectReason' || field === 'downtimeReason';
  const column = isReason ? table.reasons : table.keys[field];
  if (!column) throw new Error(`The rollup does not keep '${field}'.`);
  return column;
}

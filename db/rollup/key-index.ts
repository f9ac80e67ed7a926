import type { Attribute } from '../../shared/query/dimensions.ts';
import { type ColumnTable, type KeyIndex, sharedInt32 } from './column-table.ts';

/** Sorts the rows of a column of keys by key, those of a key as they stand. */
export function indexKeys(attribute: Attribute, keys: Int32Array): KeyIndex {
  const largest = keys.reduce((most, key) => Math.max(most, key), 0);
  const offsets = sharedInt32(largest + 2);
  for (const key of keys) offsets[key + 1] = (offsets[key + 1] ?? 0) + 1;
  for (let key = 0; key <= largest; key++) offsets[key + 1] = (offsets[key + 1] ?? 0) + (offsets[key] ?? 0);
  const next = offsets.slice();
  const rows = sharedInt32(keys.length);
  keys.forEach((key, row) => {
    const place = next[key] ?? 0;
    rows[place] = row;
    next[key] = place + 1;
  });
  return { attribute, rows, offsets };
}

/** The rows of these keys that lie between two rows of the table, the first of them included; key by key. */
export function rowsOfKeys(
  { rows, offsets }: KeyIndex,
  keys: readonly number[],
  low: number,
  high: number,
): Int32Array {
  const found = keys
    .filter((key) => key < offsets.length - 1)
    .map((key) => {
      const ofKey = rows.subarray(offsets[key], offsets[key + 1]);
      return ofKey.subarray(firstAtLeast(ofKey, low), firstAtLeast(ofKey, high));
    });
  const all = new Int32Array(found.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const ofKey of found) {
    all.set(ofKey, at);
    at += ofKey.length;
  }
  return all;
}

/** Place of the first number of an ascending list that is at least `least`; its length when none is. */
export function firstAtLeast(ascending: Int32Array, least: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** First row of a range of days, and the row after its last. */
export function rowsOfDays({ days }: ColumnTable, from: number, to: number): [low: number, high: number] {
  return [firstAtLeast(days, from), firstAtLeast(days, to + 1)];
}

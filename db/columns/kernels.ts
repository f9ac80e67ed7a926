/**
 * The inner loops of a scan, each over a batch of rows at most. They are apart and small so that the compiler makes the
 * best of each; `as number` is no check at run time, and none is needed: positions come from the loops themselves.
 */
import type { ColumnValues } from './segment.ts';

/** Rows of a batch; a longer one leaves the processor's nearest cache, a shorter one pays more for its calls. */
export const BATCH = 4_096;

/** Rows `from` to `to` (excluded), as positions; returns how many. */
export function allRows(from: number, to: number, rows: Int32Array): number {
  for (let row = from; row < to; row++) rows[row - from] = row;
  return to - from;
}

/** The rows from `from` to `to` (excluded) whose key is kept; returns how many. */
export function selectRows(values: ColumnValues, kept: Uint8Array, from: number, to: number, rows: Int32Array): number {
  let count = 0;
  for (let row = from; row < to; row++) {
    rows[count] = row; // written always and counted when kept: no branch for the processor to guess wrong
    count += kept[values[row] as number] as number;
  }
  return count;
}

/**
 * The rows from `from` to `to` (excluded) whose key is kept, where `runs` are the rows on which another key begins; returns
 * how many.
 */
export function selectRuns(
  runs: ColumnValues,
  values: ColumnValues,
  kept: Uint8Array,
  from: number,
  to: number,
  rows: Int32Array,
): number {
  let count = 0;
  let begin = from;
  for (let run = runAt(runs, from) + 1; begin < to; run++) {
    const end = run < runs.length ? Math.min(runs[run] as number, to) : to;
    if (kept[values[begin] as number]) for (let row = begin; row < end; row++) rows[count++] = row;
    begin = end;
  }
  return count;
}

/** The run that a row belongs to. */
function runAt(runs: ColumnValues, row: number): number {
  let [low, high] = [0, runs.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((runs[middle] as number) <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Of the rows selected, those whose key is kept as well; returns how many. */
export function keepRows(values: ColumnValues, kept: Uint8Array, rows: Int32Array, count: number): number {
  let left = 0;
  for (let at = 0; at < count; at++) {
    const row = rows[at] as number;
    rows[left] = row;
    left += kept[values[row] as number] as number;
  }
  return left;
}

/** Of the rows selected, those whose value lies between two others, both included, and is not `missing`; returns how many. */
export function keepBetween(
  values: ColumnValues,
  missing: number,
  from: number,
  to: number,
  rows: Int32Array,
  count: number,
): number {
  let left = 0;
  for (let at = 0; at < count; at++) {
    const row = rows[at] as number;
    const value = values[row] as number;
    rows[left] = row;
    if (value >= from && value <= to && value !== missing) left++;
  }
  return left;
}

/** Numbers of groups' keys: whole, and small enough for the faster kind unless a question has very many keys. */
export type Codes = Int32Array | Float64Array;

/** Adds a key's part to the code of each row's group. */
export function addKey(values: ColumnValues, weight: number, rows: Int32Array, count: number, codes: Codes): void {
  for (let at = 0; at < count; at++)
    codes[at] = (codes[at] as number) + (values[rows[at] as number] as number) * weight;
}

/** Of the rows selected and their groups, those where the column has a value; returns how many. */
export function keepRecorded(
  values: ColumnValues,
  missing: number,
  rows: Int32Array,
  slots: Int32Array,
  count: number,
): number {
  let left = 0;
  for (let at = 0; at < count; at++) {
    const row = rows[at] as number;
    rows[left] = row;
    slots[left] = slots[at] as number;
    if (values[row] !== missing) left++;
  }
  return left;
}

/**
 * Counts the rows of each group. Records of a day come line by line, so that a group mostly follows itself: what is
 * gathered outside the array need not wait for the array each time.
 */
export function countRows(slots: Int32Array, count: number, counts: Float64Array): void {
  let slot = slots[0] as number;
  let begin = 0;
  for (let at = 1; at < count; at++) {
    const next = slots[at] as number;
    if (next === slot) continue;
    counts[slot] = (counts[slot] as number) + at - begin;
    slot = next;
    begin = at;
  }
  counts[slot] = (counts[slot] as number) + count - begin;
}

/** Adds each row's value, in steps of the sum, to its group; gathers like countRows. */
export function addValues(
  values: ColumnValues,
  factor: number,
  rows: Int32Array,
  slots: Int32Array,
  count: number,
  sums: Float64Array,
): void {
  let slot = slots[0] as number;
  let sum = 0;
  for (let at = 0; at < count; at++) {
    const next = slots[at] as number;
    if (next !== slot) {
      sums[slot] = (sums[slot] as number) + sum * factor;
      slot = next;
      sum = 0;
    }
    sum += values[rows[at] as number] as number;
  }
  sums[slot] = (sums[slot] as number) + sum * factor;
}

/** Adds the values of these rows. */
export function sumOf(values: ColumnValues, rows: Int32Array, count: number): number {
  let sum = 0;
  for (let at = 0; at < count; at++) sum += values[rows[at] as number] as number;
  return sum;
}

/** Marks the keys that the rows have. */
export function markKeys(values: ColumnValues, rows: Int32Array, count: number, seen: Uint8Array): void {
  for (let at = 0; at < count; at++) seen[values[rows[at] as number] as number] = 1;
}

import type { Attribute } from '../../shared/query/dimensions.ts';
import type { SumName } from '../../shared/query/measures.ts';

/** A rollup of one file as columns, ordered by day; shared memory, so that threads pass it without a copy. */
export interface ColumnTable {
  /** The production day of each row; of a table by month, the first day of the month. */
  days: Int32Array;
  /** Dictionary keys; 0 for what is not recorded. */
  keys: Partial<Record<Attribute, Int32Array>>;
  reasons: Int32Array | null;
  records: Float64Array;
  /** Sums in millionths, whole numbers all; NaN where no record had what is added. Equal columns are one array. */
  sums: Partial<Record<SumName, Float64Array>>;
  /** Finds the rows of a key without reading the others; null where no key is narrow enough. */
  index: KeyIndex | null;
}

/** The rows of a table key by key, in order of day within each. */
export interface KeyIndex {
  attribute: Attribute;
  rows: Int32Array;
  /** Where the rows of each key begin in `rows`, and one more for the end. */
  offsets: Int32Array;
}

/** What memory holds of a rollup of one file. */
export interface LoadedRollup {
  days: ColumnTable;
  /** The same by month; null when the sum of a month is beyond what a double holds exactly. */
  months: ColumnTable | null;
}

/** Texts of the dictionaries by key; index 0 stands for what is not recorded. */
export type Texts = Record<Attribute | 'defectReason' | 'downtimeReason', readonly (string | null)[]>;

export function sharedInt32(length: number): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT));
}

export function sharedFloat64(length: number): Float64Array<SharedArrayBuffer> {
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
}

import type { Attribute } from '../../shared/query/dimensions.ts';
import type { SumName } from '../../shared/query/measures.ts';

/** A rollup of one file as columns, ordered by day; shared memory, so that threads pass it without a copy. */
export interface ColumnTable {
  days: Int32Array;
  /** Dictionary keys; 0 for what is not recorded. */
  keys: Partial<Record<Attribute, Int32Array>>;
  reasons: Int32Array | null;
  records: Float64Array;
  /** Sums in millionths, whole numbers all; NaN where no record had what is added. Equal columns are one array. */
  sums: Partial<Record<SumName, Float64Array>>;
}

/** Texts of the dictionaries by key; index 0 stands for what is not recorded. */
export type Texts = Record<Attribute | 'defectReason' | 'downtimeReason', readonly (string | null)[]>;

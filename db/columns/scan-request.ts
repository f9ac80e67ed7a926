import { MILLIONTHS } from '../../shared/domain/quantity.ts';
import type { Reason } from '../../shared/query/dimensions.ts';
import type { SumName } from '../../shared/query/measures.ts';
import type { RecordCondition } from '../../shared/query/record-conditions.ts';
import type { Filter } from '../../shared/query/report-query.ts';
import type { Texts } from '../rollup/column-table.ts';
import { type AmountColumn, amountColumnNames, type KeyColumn } from './segment.ts';

/** A key that groups are made by, with how many values it can have. */
export type GroupKey =
  | { of: 'day'; ordinals: Int32Array; size: number }
  | { of: KeyColumn; size: number }
  | { of: Reason; size: number };

/** An amount of a record that must lie between two numbers of millionths, both included; null where it must not be recorded. */
export interface AmountRange {
  of: AmountColumn;
  between: { from: number; to: number } | null;
}

/** What a thread is to do with some segments. It travels as a message: segments are shared, not copied. */
export interface ScanRequest {
  segments: SharedArrayBuffer[];
  /** Inclusive day numbers; ordinals of day keys begin with `first`. */
  days: { first: number; last: number };
  keys: GroupKey[];
  /**
   * For each key of a column, 1 where it is kept. A reason that is no group key keeps the records that have one of it, or with
   * `not` those that have no other.
   */
  filters: { of: KeyColumn | Reason; kept: Uint8Array; not?: boolean }[];
  /** What amounts of a record must hold beside them. */
  ranges: AmountRange[];
  sums: SumName[];
  /** How many unit keys there are, where the answer must say which it adds together. */
  units: number | null;
  /** Set to 1 when nobody wants the answer any more. */
  cancel: SharedArrayBuffer | null;
}

/** Conditions on single records as ranges of amounts; null where one is on what no column holds as it was recorded. */
export function amountRanges(conditions: readonly RecordCondition[] = []): AmountRange[] | null {
  const ranges = conditions.map(rangeOf);
  return ranges.every((range) => range !== null) ? ranges : null;
}

function rangeOf(condition: RecordCondition): AmountRange | null {
  const of = amountColumnNames.find((name) => name === condition.field);
  if (of === undefined) return null; // a text, or the ideal cycle: its column is multiplied by what was made
  const { NEGATIVE_INFINITY: least, POSITIVE_INFINITY: most } = Number;
  switch (condition.is) {
    case 'missing':
      return { of, between: null };
    case 'recorded':
      return { of, between: { from: least, to: most } };
    case 'between': {
      // Ends are rounded to a millionth, as what is recorded is.
      const end = (value: number | undefined, open: number) =>
        value === undefined ? open : Math.round(value * MILLIONTHS);
      return { of, between: { from: end(condition.from, least), to: end(condition.to, most) } };
    }
    default:
      return null;
  }
}

/** The filters of a query as kept keys, by the dictionaries. A filter on lots is none of the columns'. */
export function keptKeys(filters: readonly Filter[], texts: Texts): ScanRequest['filters'] {
  return filters.map(({ field, in: values, not = false }) => {
    const named = new Set(values);
    return {
      of: field as KeyColumn | Reason,
      kept: Uint8Array.from(texts[field], (text) => (named.has(text) === not ? 0 : 1)),
      not,
    };
  });
}

/** Groups as columns: codes number the combinations of the keys, the first key counting most. */
export interface ScanResult {
  codes: Float64Array;
  records: Float64Array;
  /** For each sum whole units, NaN where no record had what is added, and millionths beside them. */
  sums: { whole: Float64Array; millionths: Float64Array }[];
  /** Keys of the units that were added together; empty when not asked for. */
  units: number[];
}

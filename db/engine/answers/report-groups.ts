/**
 * The groups of an answer as columns, however they came to be: a group is a place, the same in every column. Texts are
 * numbers until the answer is written, so that adding, ordering and cutting never touch a text.
 */
export interface ReportGroups {
  size: number;
  /** The periods, attributes and reason of the plan, in this order. */
  keys: KeyColumn[];
  records: ArrayLike<number>;
  /** In the order of the plan's sums. */
  sums: SumColumn[];
  /** How many different lots; null when the plan does not count them. */
  lots: ArrayLike<number> | null;
  /** Median yields, NaN where no record has one; null when the plan does not ask for them. */
  medians: ArrayLike<number> | null;
  /** Unit keys of what was added together, 0 for records without a unit; empty when the plan does not read units. */
  unitKeys: ReadonlySet<number>;
}

export interface KeyColumn {
  /** The label of each group, as its place in `labels`. */
  ordinals: ArrayLike<number>;
  /** Null for what is not recorded. */
  labels: readonly (string | null)[];
  /** True where all labels ascend as they stand. */
  ascending: boolean;
}

/** A sum in whole units and millionths, which may carry; 0 in `found` where no record had what it adds. */
export interface SumColumn {
  whole: ArrayLike<number>;
  millionths: ArrayLike<number>;
  found: ArrayLike<number>;
}

/** A group of a split, with what a sum was before and is now; null where it has no data. */
export interface SumGroup {
  key: string | null;
  before: number | null;
  now: number | null;
}

/** What a group does to the change of the whole, in the unit of the sum. */
export interface SumDriver extends SumGroup {
  contribution: number;
}

/**
 * What each group adds to the change of a sum: what it is now less what it was before, no data counting as nothing made. The
 * contributions of all groups add up to the change of the whole, as the whole is the sum of its groups.
 */
export function sumDrivers(groups: readonly SumGroup[]): SumDriver[] {
  return groups.map((group) => ({ ...group, contribution: (group.now ?? 0) - (group.before ?? 0) }));
}

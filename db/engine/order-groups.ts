/** Which groups are shown and in which order, by numbers alone. Pure. */
import { compareText } from '../../shared/query/report-query.ts';
import type { KeyColumn } from './report-groups.ts';

/** One level of an order; NaN stands for what is missing, which comes last in both directions. */
export interface SortLevel {
  values: ArrayLike<number>;
  down: boolean;
}

/** Up to so many are picked out one by one; beyond that everything is sorted. */
const MOST_PICKED = 1_000;

const knownRanks = new WeakMap<readonly (string | null)[], Float64Array>();

/** A number for each group that compares as its label does; NaN for what is not recorded. */
export function ranksOf({ ordinals, labels, ascending }: KeyColumn): ArrayLike<number> {
  if (ascending) return ordinals;
  let ranks = knownRanks.get(labels);
  if (ranks?.length !== labels.length) {
    // labels that are still being gathered grow between two looks
    ranks = rankLabels(labels);
    knownRanks.set(labels, ranks);
  }
  return Float64Array.from(ordinals, (ordinal) => ranks[ordinal] ?? Number.NaN);
}

function rankLabels(labels: readonly (string | null)[]): Float64Array {
  const ranks = new Float64Array(labels.length).fill(Number.NaN);
  const recorded = [...labels.keys()].filter((ordinal) => labels[ordinal] != null);
  recorded.sort((a, b) => compareText(labels[a] ?? null, labels[b] ?? null));
  recorded.forEach((ordinal, rank) => {
    ranks[ordinal] = rank;
  });
  return ranks;
}

/** The first `limit` of these groups in order, or all of them. */
export function inOrder(groups: readonly number[], levels: readonly SortLevel[], limit = groups.length): number[] {
  const compare = (a: number, b: number) => compareGroups(levels, a, b);
  if (limit > MOST_PICKED || limit >= groups.length) return groups.toSorted(compare).slice(0, limit);
  const first: number[] = [];
  for (const group of groups) {
    const last = first.at(-1);
    if (first.length === limit && last !== undefined && compare(group, last) >= 0) continue;
    if (first.length === limit) first.pop();
    first.splice(placeOf(group, first, compare), 0, group);
  }
  return first;
}

function placeOf(group: number, sorted: readonly number[], compare: (a: number, b: number) => number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(sorted[middle] ?? group, group) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compareGroups(levels: readonly SortLevel[], a: number, b: number): number {
  for (const { values, down } of levels) {
    const [left, right] = [values[a] ?? Number.NaN, values[b] ?? Number.NaN];
    if (left === right) continue;
    if (Number.isNaN(left) || Number.isNaN(right)) {
      if (Number.isNaN(left) && Number.isNaN(right)) continue;
      return Number.isNaN(left) ? 1 : -1;
    }
    return down ? right - left : left - right;
  }
  return 0;
}

/**
 * Which groups are shown and in which order, by numbers alone. Pure.
 * 1. Sorted by the last level first: every sort is stable, so that what an earlier level leaves equal stays as it was.
 * 2. Labels are sorted by counting their ranks, which takes as long as there are groups and labels.
 * 3. Where few are shown, the first level picks them rather than sorting the rest.
 */
import { compareText } from '../../../shared/query/report-query.ts';
import type { KeyColumn } from './report-groups.ts';

/** One level of an order; what is missing comes last in both directions. */
export type SortLevel = { down: boolean } & (RankLevel | ValueLevel);

/** The rank of each group, from 0 and below `size`; `size` itself where the label is missing. */
interface RankLevel {
  ranks: ArrayLike<number>;
  size: number;
}

/** A number of each group, NaN where it is missing. */
interface ValueLevel {
  values: Float64Array;
}

/** Up to so many are picked out one by one; beyond that everything is sorted. */
const MOST_PICKED = 1_000;

const knownRanks = new WeakMap<readonly (string | null)[], Int32Array>();

/** Ranks that compare as the labels of the groups do. */
export function rankLevel({ ordinals, labels, ascending }: KeyColumn, down: boolean): SortLevel {
  const size = labels.length;
  if (ascending) return { ranks: ordinals, size, down };
  let ranks = knownRanks.get(labels);
  if (ranks?.length !== size) {
    // labels that are still being gathered grow between two looks
    ranks = rankLabels(labels);
    knownRanks.set(labels, ranks);
  }
  const ofGroups = new Int32Array(ordinals.length);
  for (let group = 0; group < ofGroups.length; group++) ofGroups[group] = ranks[ordinals[group] ?? size] ?? size;
  return { ranks: ofGroups, size, down };
}

/** A number for each label that compares as it does; the largest of all for null. */
export function rankLabels(labels: readonly (string | null)[]): Int32Array {
  const ranks = new Int32Array(labels.length).fill(labels.length);
  const recorded = [...labels.keys()].filter((ordinal) => labels[ordinal] != null);
  recorded.sort((a, b) => compareText(labels[a] ?? null, labels[b] ?? null));
  recorded.forEach((ordinal, rank) => {
    ranks[ordinal] = rank;
  });
  return ranks;
}

/** The first `limit` of these groups in order, or all of them. */
export function inOrder(
  groups: readonly number[],
  levels: readonly SortLevel[],
  limit = groups.length,
): readonly number[] {
  let ordered = groups;
  for (let at = levels.length - 1; at >= 0; at--) {
    const level = levels[at];
    if (level) ordered = sortBy(level, ordered, at === 0 ? limit : groups.length);
  }
  return ordered.slice(0, limit);
}

/** Sorts groups, those of equal rank or value as they stand; at least as many as the limit wants. */
function sortBy(level: SortLevel, groups: readonly number[], limit: number): readonly number[] {
  if ('ranks' in level) return sortByRank(level, groups);
  const { values, down } = level;
  const compare = (a: number, b: number) => compareValues(values[a] ?? Number.NaN, values[b] ?? Number.NaN, down);
  return limit <= MOST_PICKED && limit < groups.length ? pick(groups, compare, limit) : groups.toSorted(compare);
}

function sortByRank({ ranks, size, down }: RankLevel & { down: boolean }, groups: readonly number[]): number[] {
  const place = (group: number) => {
    const rank = ranks[group] ?? size;
    return down && rank < size ? size - 1 - rank : rank;
  };
  const next = new Int32Array(size + 2); // where the next group of each rank goes
  for (const group of groups) next[place(group) + 1] = (next[place(group) + 1] ?? 0) + 1;
  for (let rank = 1; rank <= size; rank++) next[rank] = (next[rank] ?? 0) + (next[rank - 1] ?? 0);
  const sorted = new Array<number>(groups.length);
  for (const group of groups) {
    const rank = place(group);
    const at = next[rank] ?? 0;
    sorted[at] = group;
    next[rank] = at + 1;
  }
  return sorted;
}

function compareValues(a: number, b: number, down: boolean): number {
  if (a === b) return 0;
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return down ? b - a : a - b;
}

/** The first so many, by keeping the best found so far. */
function pick(groups: readonly number[], compare: (a: number, b: number) => number, limit: number): number[] {
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

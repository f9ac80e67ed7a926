/**
 * Medians of groups, whose values lie in several lists in no order. A median cannot be made of the medians of parts.
 * 1. Every list comes with counts by group and by bucket. Those of all lists together tell in which bucket a group's middle lies.
 * 2. What each list has in there is gathered, a hundredth or so of all where groups have many values.
 * 3. Of what was gathered the middle one is selected.
 * A yield of exactly one is so common that it has a bucket to itself, of which nothing need be gathered.
 */
import type { Tally, YieldList } from './yields.ts';

/** The medians of the groups that have one, by code. */
export interface MedianResult {
  codes: Float64Array;
  medians: Float64Array;
}

/** What a list holds of the middles of all groups, which come in order of their codes. */
export interface Gathered {
  codes: Float64Array;
  middles: Middle[];
  /** Where the values of each group begin; one more than there are groups. */
  starts: Int32Array;
  values: Float64Array;
}

/** Where the middle of a group lies among the values of all lists. */
interface Middle {
  /** Values of the group. */
  total: number;
  /** Values in earlier buckets. */
  before: number;
  /** The first bucket that holds one of the one or two values in the middle, and how many more to the last. */
  first: number;
  further: number;
  /** Whether it is known to be exactly one, as all in its bucket are. */
  isOne: boolean;
}

const NO_BUCKET = 1 << 30;
const NOTHING: Middle = { total: 0, before: 0, first: NO_BUCKET, further: 0, isOne: false };

/** Gathers from one of the lists what lies in the buckets of the middles; `tallies` are the counts of all of them. */
export function gatherMiddles(list: YieldList, tallies: readonly Tally[]): Gathered {
  const codes = Float64Array.from(new Set(tallies.flatMap((tally) => [...tally.codes]))).sort();
  const placeOf = new Map([...codes].map((code, place) => [code, place]));
  const placesOf = ({ codes: known }: Pick<Tally, 'codes'>) => Int32Array.from(known, (code) => placeOf.get(code) ?? 0);
  const { width } = list;
  const counts = new Int32Array(codes.length * width);
  for (const tally of tallies) addCounts(tally.counts, placesOf(tally), width, counts);
  const middles = Array.from(codes, (_, place) => middleOf(counts.subarray(place * width, (place + 1) * width)));

  const places = placesOf(list);
  const own = new Int32Array(codes.length);
  places.forEach((place, slot) => {
    own[place] = countWithin(list.counts, slot * width, middles[place] ?? NOTHING);
  });
  const starts = new Int32Array(codes.length + 1);
  own.forEach((count, place) => {
    starts[place + 1] = (starts[place] ?? 0) + count;
  });
  const length = starts.at(-1) ?? 0;
  const values = new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
  const wanted = new Uint8Array(list.counts.length);
  places.forEach((place, slot) => {
    const { first, further } = middles[place] ?? NOTHING;
    if (first !== NO_BUCKET) wanted.fill(1, slot * width + first, slot * width + first + further + 1);
  });
  gather(list, { wanted, ends: Int32Array.from(places, (place) => starts[place] ?? 0), values });
  return { codes, middles, starts, values };
}

function addCounts(counts: Int32Array, places: Int32Array, width: number, sums: Int32Array): void {
  places.forEach((place, slot) => {
    const [from, to] = [slot * width, place * width];
    for (let bucket = 0; bucket < width; bucket++) {
      sums[to + bucket] = (sums[to + bucket] as number) + (counts[from + bucket] as number);
    }
  });
}

function middleOf(counts: Int32Array): Middle {
  let total = 0;
  for (let bucket = 0; bucket < counts.length; bucket++) total += counts[bucket] as number;
  if (total === 0) return NOTHING;
  let [bucket, before] = [0, 0];
  while (before + (counts[bucket] as number) <= (total - 1) >> 1) before += counts[bucket++] as number;
  const first = bucket;
  let passed = before;
  while (passed <= total >> 1) passed += counts[bucket++] as number;
  const further = bucket - 1 - first;
  const isOne = further === 0 && first === counts.length - 2;
  return isOne ? { ...NOTHING, total, isOne } : { total, before, first, further, isOne };
}

function countWithin(counts: Int32Array, begin: number, { first, further }: Middle): number {
  let count = 0;
  if (first === NO_BUCKET) return count;
  for (let bucket = first; bucket <= first + further; bucket++) count += counts[begin + bucket] as number;
  return count;
}

interface Gathering {
  /** By place: whether its bucket is wanted. */
  wanted: Uint8Array;
  /** By slot: where its next value goes. */
  ends: Int32Array;
  values: Float64Array;
}

function gather({ places, yields, length, width }: YieldList, { wanted, ends, values }: Gathering): void {
  for (let at = 0; at < length; at++) {
    const place = places[at] as number;
    if (wanted[place] === 0) continue;
    const slot = Math.floor(place / width);
    const end = ends[slot] as number;
    values[end] = yields[at] as number;
    ends[slot] = end + 1;
  }
}

/** The median of each group of this thread's share, every nth; of an even number the mean of the two in the middle. */
export function mediansOf(gathered: readonly Gathered[], share: { part: number; parts: number }): MedianResult {
  const { codes = new Float64Array(), middles = [] } = gathered[0] ?? {};
  const present = [...middles.keys()].filter(
    (place) => place % share.parts === share.part && (middles[place]?.total ?? 0) > 0,
  );
  return {
    codes: Float64Array.from(present, (place) => codes[place] ?? 0),
    medians: Float64Array.from(present, (place) => {
      const { total, before, isOne } = middles[place] ?? NOTHING;
      if (isOne) return 1;
      return middleValue(valuesOf(place, gathered), total, before);
    }),
  };
}

function valuesOf(place: number, gathered: readonly Gathered[]): Float64Array {
  const parts = gathered.map(({ values, starts }) => values.subarray(starts[place], starts[place + 1]));
  const values = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let end = 0;
  for (const part of parts) {
    values.set(part, end);
    end += part.length;
  }
  return values;
}

/** The median of at least one value; puts them in another order. */
export function median(values: Float64Array): number {
  return middleValue(values, values.length, 0);
}

/**
 * The median of so many values, one at least: `before` of them are smaller than any of `values`, which has those in the
 * middle. Puts them in another order.
 */
function middleValue(values: Float64Array, total: number, before: number): number {
  const middle = (total >> 1) - before;
  const upper = select(values, middle);
  if (total % 2 === 1) return upper;
  let lower = values[0] as number; // everything before the middle is not above it now; the largest is its neighbour
  for (let at = 1; at < middle; at++) lower = Math.max(lower, values[at] as number);
  return (lower + upper) / 2;
}

/**
 * The value that a sort would put at a position (Hoare's quickselect): smaller ones end up before it, larger ones after.
 * Pivots come from scattered places. From the first, the middle and the last, an order as common as 'sorted, and one more
 * at the end' takes a step for every pair of values.
 */
function select(values: Float64Array, position: number): number {
  let [low, high, scatter] = [0, values.length - 1, 1];
  while (low < high) {
    scatter = Math.imul(scatter, 1_664_525) + 1_013_904_223;
    const pivot = middleOfThree(
      values[placeIn(low, high, scatter)] as number,
      values[placeIn(low, high, scatter << 8)] as number,
      values[placeIn(low, high, scatter << 16)] as number,
    );
    let [left, right] = [low, high];
    while (left <= right) {
      while ((values[left] as number) < pivot) left++;
      while ((values[right] as number) > pivot) right--;
      if (left <= right) {
        const swapped = values[left] as number;
        values[left++] = values[right] as number;
        values[right--] = swapped;
      }
    }
    if (position <= right) high = right;
    else if (position >= left) low = left;
    else break;
  }
  return values[position] as number;
}

/** The place between two (inclusive) that lies as far along as a number of 32 bits in their range. */
function placeIn(low: number, high: number, bits: number): number {
  return low + Math.floor(((bits >>> 0) / 2 ** 32) * (high - low + 1));
}

function middleOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

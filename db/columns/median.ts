import { forEachBatch } from './batches.ts';
import { type Rows, recordedRowsFinder } from './recorded-rows.ts';
import type { ScanRequest } from './scan-request.ts';
import { type Column, type ColumnValues, openSegment } from './segment.ts';

/** The medians of the groups that have one, by code. */
export interface MedianResult {
  codes: Float64Array;
  medians: Float64Array;
}

/**
 * The median over the records of each group of good / (good + defects), where both are recorded and not both zero. Of an
 * even number the mean of the two in the middle. A median cannot be made of the medians of parts: a thread answers its
 * share of the groups over all segments.
 */
export function medianYield(request: ScanRequest): MedianResult {
  const recordedRows = recordedRowsFinder();
  const most = request.segments.reduce((sum, buffer) => sum + (openSegment(buffer)?.records ?? 0), 0);
  const found = new RatioList(most + 1); // the one after the last is written to before it is known not to count
  const groups = forEachBatch(request, (batch) => {
    const rows = recordedRows(batch, ['goodQuantity', 'defectQuantity']);
    if (rows.count > 0) found.add(rows, batch.column('goodQuantity'), batch.column('defectQuantity'));
  });
  return mediansOf(found, groups.size(), (slot) => groups.codeOf(slot));
}

/** Ratios with their groups' slots. Memory that is set aside for all records is only taken where it is written to. */
class RatioList {
  readonly slots: Int32Array;
  readonly ratios: Float64Array;
  length = 0;

  constructor(most: number) {
    this.slots = new Int32Array(most);
    this.ratios = new Float64Array(most);
  }

  /** Adds good / (good + defects) of these rows, where that is not nothing by nothing. */
  add({ rows, slots, only, count }: Rows, good: Column, defects: Column): void {
    if (good.values === null || defects.values === null) return;
    if (only !== null) slots.fill(only, 0, count);
    this.length = addRatios(
      { values: good.values, step: good.step },
      { values: defects.values, step: defects.step },
      { rows, slots, count },
      this,
    );
  }
}

interface Steps {
  values: ColumnValues;
  step: number;
}

function addRatios(
  { values: good, step: goodStep }: Steps,
  { values: defects, step: defectStep }: Steps,
  { rows, slots, count }: { rows: Int32Array; slots: Int32Array; count: number },
  { slots: foundSlots, ratios, length }: RatioList,
): number {
  let end = length;
  for (let at = 0; at < count; at++) {
    const row = rows[at] as number;
    const part = (good[row] as number) * goodStep;
    const whole = part + (defects[row] as number) * defectStep;
    foundSlots[end] = slots[at] as number;
    ratios[end] = part / whole;
    if (whole !== 0) end++;
  }
  return end;
}

function mediansOf({ slots, ratios, length }: RatioList, size: number, codeOf: (slot: number) => number): MedianResult {
  const starts = new Int32Array(size + 1);
  for (let at = 0; at < length; at++) {
    const next = (slots[at] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let slot = 0; slot < size; slot++) starts[slot + 1] = (starts[slot + 1] as number) + (starts[slot] as number);
  const places = starts.slice(0, size);
  const grouped = new Float64Array(length);
  for (let at = 0; at < length; at++) {
    const slot = slots[at] as number;
    const place = places[slot] as number;
    grouped[place] = ratios[at] as number;
    places[slot] = place + 1;
  }
  const present = [...places.keys()].filter((slot) => (starts[slot + 1] ?? 0) > (starts[slot] ?? 0));
  return {
    codes: Float64Array.from(present, codeOf),
    medians: Float64Array.from(present, (slot) => median(grouped.subarray(starts[slot], starts[slot + 1]))),
  };
}

/** The median of at least one value; puts them in another order. */
export function median(values: Float64Array): number {
  const middle = values.length >> 1;
  const upper = select(values, middle);
  if (values.length % 2 === 1) return upper;
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

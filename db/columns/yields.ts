import { adderOf, type Visitor } from './add-up.ts';
import { forEachBatch } from './batches.ts';
import { type Rows, recordedRowsFinder } from './recorded-rows.ts';
import type { ScanRequest, ScanResult } from './scan-request.ts';
import { type Column, type ColumnValues, openSegment } from './segment.ts';

/** The yields of some records. It travels between threads without a copy. */
export interface YieldList {
  /** The code of each slot's group. */
  codes: Float64Array;
  /** Of each yield, where it is counted: the slot of its group times `width`, and its bucket. A larger yield is never in an earlier one. */
  places: Int32Array;
  yields: Float64Array;
  length: number;
  /** How many yields each group has in each bucket. */
  counts: Int32Array;
  /** Counts of a group. */
  width: number;
}

/** What the other lists need to know of one. */
export type Tally = Pick<YieldList, 'codes' | 'counts' | 'width'>;

/** As many buckets of one width as are worth telling apart between nothing and one; then one for one, one for all above. */
const MOST_BELOW_ONE = 1 << 10;
/** More counts than these would leave the processor's cache. */
const MOST_COUNTS = 1 << 20;

/** How many buckets yields below one have where there can be so many groups; the next one holds those of exactly one. */
function bucketsBelowOne(groups: number): number {
  let buckets = MOST_BELOW_ONE;
  while (buckets > 1 && buckets * groups > MOST_COUNTS) buckets /= 2;
  return buckets;
}

/** Yields lie between 0 and 1, save where someone recorded less than nothing: no branch for the processor to guess wrong. */
function bucketOf(value: number, belowOne: number): number {
  if (value > 1) return belowOne + 1;
  return value < 0 ? 0 : (value * belowOne) | 0;
}

/** Sums and yields in one pass; null when a sum could grow past what a double holds exactly. */
export function addUpAndListYields(request: ScanRequest): { added: ScanResult; list: YieldList } | null {
  const adding = adderOf(request);
  if (!adding) return null;
  const listing = yieldLister(request);
  const groups = forEachBatch(request, (batch) => {
    adding.visit(batch);
    listing.visit(batch);
  });
  return { added: adding.result(groups), list: listing.result(groups) };
}

/** Lists the yield, good / (good + defects), of every record where both are recorded and not both zero. */
function yieldLister(request: ScanRequest): Visitor<YieldList> {
  const recordedRows = recordedRowsFinder();
  const belowOne = bucketsBelowOne(request.keys.reduce((product, { size }) => product * size, 1));
  const most = request.segments.reduce((sum, buffer) => sum + (openSegment(buffer)?.records ?? 0), 0);
  const list = emptyList(most + 1, belowOne + 2); // the one after the last is written to before it is known not to count
  return {
    visit(batch) {
      makeRoom(list, batch.groups);
      const rows = recordedRows(batch, ['goodQuantity', 'defectQuantity']);
      if (rows.count > 0) add(list, rows, batch.column('goodQuantity'), batch.column('defectQuantity'));
    },
    result: (groups) => ({
      ...list,
      codes: Float64Array.from({ length: groups.size() }, (_, slot) => groups.codeOf(slot)),
    }),
  };
}

type Growing = Omit<YieldList, 'codes'>;

/** Memory is only taken where it is written to. */
function emptyList(most: number, width: number): Growing {
  return {
    places: new Int32Array(new SharedArrayBuffer(most * Int32Array.BYTES_PER_ELEMENT)),
    yields: new Float64Array(new SharedArrayBuffer(most * Float64Array.BYTES_PER_ELEMENT)),
    length: 0,
    counts: new Int32Array(),
    width,
  };
}

function makeRoom(list: Growing, groups: number): void {
  const wanted = groups * list.width;
  if (wanted <= list.counts.length) return;
  const places = Math.max(wanted, list.counts.length * 2);
  const larger = new Int32Array(new SharedArrayBuffer(places * Int32Array.BYTES_PER_ELEMENT));
  larger.set(list.counts);
  list.counts = larger;
}

function add(list: Growing, { rows, slots, only, count }: Rows, good: Column, defects: Column): void {
  if (good.values === null || defects.values === null) return;
  if (only !== null) slots.fill(only, 0, count);
  list.length = addYields(
    { values: good.values, step: good.step },
    { values: defects.values, step: defects.step },
    { rows, slots, count },
    list,
  );
}

interface Steps {
  values: ColumnValues;
  step: number;
}

function addYields(
  { values: good, step: goodStep }: Steps,
  { values: defects, step: defectStep }: Steps,
  { rows, slots, count }: { rows: Int32Array; slots: Int32Array; count: number },
  { places, yields, length, counts, width }: Growing,
): number {
  const belowOne = width - 2;
  let end = length;
  for (let at = 0; at < count; at++) {
    const row = rows[at] as number;
    const part = (good[row] as number) * goodStep;
    const whole = part + (defects[row] as number) * defectStep;
    if (whole === 0) continue;
    const value = part / whole;
    const place = (slots[at] as number) * width + bucketOf(value, belowOne);
    places[end] = place;
    yields[end++] = value;
    counts[place] = (counts[place] as number) + 1;
  }
  return end;
}

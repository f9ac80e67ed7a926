/**
 * The records that come first in an order, by their ids: a page of the grid in whatever order and with whatever filters.
 * Rows better than the worst of those kept are gathered, and now and then cut back to as many as are wanted.
 */
import { type Batch, forEachBatch } from './batches.ts';
import type { ScanRequest } from './scan-request.ts';
import { type Column, type ColumnName, openSegment } from './segment.ts';

/** One level of an order: by day, by an amount, or by a key's place among the texts (`ranks`, NaN for what is not recorded). */
export type OrderLevel = { down: boolean } & ({ by: 'day' } | { by: ColumnName; ranks: Float64Array | null });

export interface TopRowsRequest extends Pick<ScanRequest, 'segments' | 'days' | 'filters' | 'cancel'> {
  order: readonly [OrderLevel, ...OrderLevel[]];
  /** Which way the first level is read, and with it the id, which decides among equals. */
  down: boolean;
  /** Where records without a value stand. */
  missingFirst: boolean;
  /** Only what comes after this; in the terms of the order, null for a record without the value. */
  after: { values: (number | null)[]; id: number } | null;
  limit: number;
}

/** The rows in order: the place of each one's segment in the request, and its id. */
export interface TopRows {
  segments: Int32Array;
  ids: Float64Array;
}

interface Row {
  value: number;
  /** Of the other levels. */
  further: readonly number[];
  id: number;
  segment: number;
}

export function topRows(request: TopRowsRequest): TopRows {
  const compare = comparison(request);
  const kept = new KeptRows(request, compare);
  const after = request.after && edgeRow(request.after);
  const [first, ...others] = request.order;
  for (const segment of inReadingOrder(request)) {
    const buffer = request.segments[segment];
    if (!buffer || (first.by === 'day' && !canHoldBetter(buffer, request, kept))) continue;
    const scanned = { ...request, segments: [buffer], keys: [], ranges: [], sums: [], units: null };
    forEachBatch(scanned, (batch) => {
      const leadOf = valueReader(first, batch, buffer);
      const furtherOf = furtherReader(others, batch, buffer);
      const { values: ids, base } = batch.column('id');
      for (let at = 0; at < batch.count; at++) {
        const row = batch.rows[at] as number;
        const value = leadOf(row);
        if (kept.excludes(value)) continue;
        const found = { value, further: furtherOf(row), id: base + (ids ? (ids[row] as number) : 0), segment };
        if (after === null || compare(after, found) < 0) kept.add(found);
      }
    });
  }
  const rows = kept.inOrder();
  return { segments: Int32Array.from(rows, ({ segment }) => segment), ids: Float64Array.from(rows, ({ id }) => id) };
}

function edgeRow({ values, id }: { values: (number | null)[]; id: number }): Row {
  const [value = Number.NaN, ...further] = values.map((each) => each ?? Number.NaN);
  return { value, further, id, segment: 0 };
}

/** Less than 0 where `a` comes before `b`. */
function comparison({ order, down, missingFirst }: TopRowsRequest): (a: Row, b: Row) => number {
  const sign = down ? -1 : 1;
  const signs = order.slice(1).map((level) => (level.down ? -1 : 1));
  return (a, b) => {
    const byFirst = compareValues(a.value, b.value, sign, missingFirst);
    if (byFirst !== 0) return byFirst;
    for (let level = 0; level < signs.length; level++) {
      const { [level]: left = Number.NaN } = a.further;
      const { [level]: right = Number.NaN } = b.further;
      const byLevel = compareValues(left, right, signs[level] as number, missingFirst);
      if (byLevel !== 0) return byLevel;
    }
    return (a.id - b.id) * sign;
  };
}

function compareValues(a: number, b: number, sign: number, missingFirst: boolean): number {
  const [aMissing, bMissing] = [Number.isNaN(a), Number.isNaN(b)];
  if (aMissing !== bMissing) return aMissing === missingFirst ? -1 : 1;
  return aMissing ? 0 : (a - b) * sign;
}

/** Segments as the order meets them, so that by day the later ones need not be looked at. */
function inReadingOrder({ segments, down }: TopRowsRequest): number[] {
  const firstDays = segments.map((buffer) => openSegment(buffer)?.firstDay ?? 0);
  return [...segments.keys()].sort((a, b) => ((firstDays[a] ?? 0) - (firstDays[b] ?? 0)) * (down ? -1 : 1));
}

function canHoldBetter(buffer: SharedArrayBuffer, { down }: TopRowsRequest, kept: KeptRows): boolean {
  const worst = kept.worst();
  const segment = openSegment(buffer);
  if (!worst || !segment) return true;
  const [first, last] = [segment.firstDay, segment.firstDay + segment.dayStarts.length - 2];
  return down ? last >= worst.value : first <= worst.value;
}

const NONE_FURTHER: readonly number[] = [];

function furtherReader(
  levels: readonly OrderLevel[],
  batch: Batch,
  buffer: SharedArrayBuffer,
): (row: number) => readonly number[] {
  if (levels.length === 0) return () => NONE_FURTHER;
  const readers = levels.map((level) => valueReader(level, batch, buffer));
  return (row) => readers.map((read) => read(row));
}

function valueReader(order: OrderLevel, batch: Batch, buffer: SharedArrayBuffer): (row: number) => number {
  if (order.by === 'day') return dayReader(buffer);
  const column = batch.column(order.by);
  const { ranks } = order;
  const read = amountReader(column);
  return ranks ? (row) => ranks[read(row)] ?? Number.NaN : read;
}

/** The day of a row: the last one that begins at it or before. */
function dayReader(buffer: SharedArrayBuffer): (row: number) => number {
  const { firstDay, dayStarts } = openSegment(buffer) ?? { firstDay: 0, dayStarts: new Int32Array(1) };
  return (row) => {
    let [low, high] = [0, dayStarts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((dayStarts[middle] as number) <= row) low = middle;
      else high = middle - 1;
    }
    return firstDay + low;
  };
}

function amountReader({ values, base, step, missing }: Column): (row: number) => number {
  if (values === null) return () => base;
  return (row) => {
    const value = values[row] as number;
    return value === missing ? Number.NaN : base + value * step;
  };
}

/** The best of many rows. */
class KeptRows {
  #rows: Row[] = [];
  #worst: Row | undefined;
  readonly #compare: (a: Row, b: Row) => number;
  readonly #limit: number;
  readonly #sign: number;
  readonly #missingFirst: boolean;

  constructor({ limit, down, missingFirst }: TopRowsRequest, compare: (a: Row, b: Row) => number) {
    this.#compare = compare;
    this.#limit = limit;
    this.#sign = down ? -1 : 1;
    this.#missingFirst = missingFirst;
  }

  /** Whether the first level alone tells that a row is not wanted. */
  excludes(value: number): boolean {
    return this.#worst !== undefined && compareValues(value, this.#worst.value, this.#sign, this.#missingFirst) > 0;
  }

  add(row: Row): void {
    if (this.#worst && this.#compare(row, this.#worst) > 0) return;
    if (this.#rows.push(row) >= this.#limit * 4 + 1_000) this.#cut();
  }

  /** The last of those that are certain to be wanted or better; undefined while there are too few. */
  worst(): Row | undefined {
    if (this.#rows.length >= this.#limit) this.#cut();
    return this.#worst;
  }

  inOrder(): Row[] {
    this.#cut();
    return this.#rows;
  }

  #cut(): void {
    this.#rows.sort(this.#compare);
    this.#rows.length = Math.min(this.#rows.length, this.#limit);
    if (this.#rows.length === this.#limit) this.#worst = this.#rows.at(-1);
  }
}

/**
 * The records that come first in an order, by their ids: a page of the grid in whatever order and with whatever filters.
 * Rows better than the worst of those kept are gathered, and now and then cut back to as many as are wanted.
 */
import { type Batch, forEachBatch } from './batches.ts';
import type { ScanRequest } from './scan-request.ts';
import { type Column, type ColumnName, openSegment } from './segment.ts';

export interface TopRowsRequest extends Pick<ScanRequest, 'segments' | 'days' | 'filters' | 'cancel'> {
  /** By day, by an amount, or by a key's place among the texts (`ranks`, NaN for what is not recorded). */
  order: { by: 'day' } | { by: ColumnName; ranks: Float64Array | null };
  down: boolean;
  /** Where records without the value stand; the id decides among equals. */
  missingFirst: boolean;
  /** Only what comes after this; in the terms of the order, null for a record without the value. */
  after: { value: number | null; id: number } | null;
  limit: number;
}

/** The rows in order: the place of each one's segment in the request, and its id. */
export interface TopRows {
  segments: Int32Array;
  ids: Float64Array;
}

interface Row {
  value: number;
  id: number;
  segment: number;
}

export function topRows(request: TopRowsRequest): TopRows {
  const compare = comparison(request);
  const kept = new KeptRows(compare, request.limit);
  const after = request.after && { value: request.after.value ?? Number.NaN, id: request.after.id, segment: 0 };
  const byDay = request.order.by === 'day';
  for (const segment of inReadingOrder(request)) {
    const buffer = request.segments[segment];
    if (!buffer || (byDay && !canHoldBetter(buffer, request, kept))) continue;
    const scanned = { ...request, segments: [buffer], keys: [], sums: [], units: null };
    forEachBatch(scanned, (batch) => {
      const sortValue = valueReader(request, batch, buffer);
      const { values: ids, base } = batch.column('id');
      for (let at = 0; at < batch.count; at++) {
        const row = batch.rows[at] as number;
        const found = { value: sortValue(row), id: base + (ids ? (ids[row] as number) : 0), segment };
        if (after === null || compare(after, found) < 0) kept.add(found);
      }
    });
  }
  const rows = kept.inOrder();
  return { segments: Int32Array.from(rows, ({ segment }) => segment), ids: Float64Array.from(rows, ({ id }) => id) };
}

/** Less than 0 where `a` comes before `b`. */
function comparison({ down, missingFirst }: TopRowsRequest): (a: Row, b: Row) => number {
  const direction = down ? -1 : 1;
  return (a, b) => {
    const [aMissing, bMissing] = [Number.isNaN(a.value), Number.isNaN(b.value)];
    if (aMissing !== bMissing) return aMissing === missingFirst ? -1 : 1;
    const order = aMissing ? 0 : a.value - b.value;
    return (order === 0 ? a.id - b.id : order) * direction;
  };
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

function valueReader({ order }: TopRowsRequest, batch: Batch, buffer: SharedArrayBuffer): (row: number) => number {
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

  constructor(compare: (a: Row, b: Row) => number, limit: number) {
    this.#compare = compare;
    this.#limit = limit;
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

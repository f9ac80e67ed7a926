/**
 * Walks the segments of a request and hands on its rows in batches: the rows that pass every filter, each with the slot
 * of its group. What is done with them, adding up or finding medians, is the visitor's.
 */

import { takenBack } from '../../shared/lib/taken-back.ts';
import type { Reason } from '../../shared/query/dimensions.ts';
import { codesFor, type GroupTable, groupTable } from './group-table.ts';
import { addKey, allRows, BATCH, type Codes, keepBetween, keepRows, selectRows, selectRuns } from './kernels.ts';
import type { ScanRequest } from './scan-request.ts';
import {
  type Column,
  type ColumnName,
  type ColumnValues,
  type KeyColumn,
  openSegment,
  type Segment,
} from './segment.ts';

/** Rows of one segment and their groups. Where groups are made by reason, rows are entries of its list, and `records` whose. */
export interface Batch {
  rows: Int32Array;
  slots: Int32Array;
  /** The slot of all rows, where they have but one: `slots` then says nothing. */
  only: number | null;
  count: number;
  records: Int32Array;
  /** Slots in use so far. */
  groups: number;
  column(name: ColumnName): Column;
}

/** Throws CANCELLED between two segments once the request's flag is set. */
export function forEachBatch(request: ScanRequest, visit: (batch: Batch) => void): GroupTable {
  const weights = weightsOf(request);
  const possible = request.keys.reduce((product, { size }) => product * size, 1);
  const groups = groupTable(possible);
  const flag = request.cancel ? new Int32Array(request.cancel) : null;
  const space: Space = {
    rows: new Int32Array(BATCH),
    codes: codesFor(possible, BATCH),
    slots: new Int32Array(BATCH),
    entries: new Int32Array(BATCH),
    codeOfRow: codesFor(possible, BATCH),
  };
  for (const buffer of request.segments) {
    if (flag && Atomics.load(flag, 0) !== 0) throw takenBack();
    const segment = openSegment(buffer);
    if (!segment) throw new Error('A block of memory that is not a segment was to be scanned.');
    scanSegment(segment, request, weights, groups, space, visit);
  }
  return groups;
}

/** What each key counts in a group's code. */
export function weightsOf({ keys }: Pick<ScanRequest, 'keys'>): number[] {
  const weights: number[] = [];
  let weight = 1;
  for (const { size } of keys.toReversed()) {
    weights.unshift(weight);
    weight *= size;
  }
  return weights;
}

interface Space {
  rows: Int32Array;
  codes: Codes;
  slots: Int32Array;
  entries: Int32Array;
  codeOfRow: Codes;
}

/** The columns of a reason's list. */
export const reasonColumns = {
  defectReason: { row: 'defectRow', reason: 'defectReason', amount: 'defectAmount' },
  downtimeReason: { row: 'downtimeRow', reason: 'downtimeReason', amount: 'downtimeAmount' },
} as const satisfies Record<Reason, Record<string, ColumnName>>;

function isReason(of: string): of is Reason {
  return of === 'defectReason' || of === 'downtimeReason';
}

function scanSegment(
  segment: Segment,
  request: ScanRequest,
  weights: readonly number[],
  groups: GroupTable,
  space: Space,
  visit: (batch: Batch) => void,
): void {
  const columns = new Map<ColumnName, Column>();
  const column = (name: ColumnName): Column => {
    const known = columns.get(name) ?? segment.column(name);
    columns.set(name, known);
    return known;
  };
  const filters = filtersOf(segment, request, column);
  const ranges = rangesOf(request, column);
  if (filters === null || ranges === null) return;
  const keys = keysOf(request, weights, column);
  const reasonKey = request.keys.findIndex(({ of }) => isReason(of));
  const list = reasonKey < 0 ? null : listOf(request, reasonKey, weights, column);
  for (const { from, to, code } of runsOfDays(segment, request, weights)) {
    for (let start = from; start < to; start += BATCH) {
      const end = Math.min(to, start + BATCH);
      const count = rowsInRanges(ranges, space.rows, filteredRows(filters, start, end, space.rows));
      if (count === 0) continue;
      space.codes.fill(code + keys.constant, 0, count);
      for (const { values, weight } of keys.varying) addKey(values, weight, space.rows, count, space.codes);
      const hand = (rows: Int32Array, found: number, only: number | null) => {
        const slots = groups.slotsOf(space.codes, only === null ? found : 1, space.slots);
        const slot = only === null ? null : (slots[0] as number);
        visit({ rows, slots, only: slot, count: found, records: space.rows, groups: groups.size(), column });
      };
      if (list) {
        forEachEntry(list, { start, end, count }, space, (entries) => hand(space.entries, entries, null));
        continue;
      }
      hand(space.rows, count, keys.varying.length === 0 ? code : null);
    }
  }
}

interface RowFilter {
  values: ColumnValues;
  kept: Uint8Array;
  runs: ColumnValues | null;
}

/** The filters of a segment, those by runs and then those that keep least first; null when it holds nothing that they keep. */
function filtersOf(segment: Segment, request: ScanRequest, column: (name: ColumnName) => Column): RowFilter[] | null {
  const grouped = new Set<string>(request.keys.map(({ of }) => of));
  const filters: RowFilter[] = [];
  for (const { of, kept, not } of request.filters) {
    if (isReason(of)) {
      // By the reason that groups are made by, entries are filtered rather than records.
      if (grouped.has(of)) continue;
      const values = recordsWith(of, not ? kept.map((keeps) => 1 - keeps) : kept, segment, column);
      filters.push({ values, kept: not ? Uint8Array.of(1, 0) : Uint8Array.of(0, 1), runs: null });
      continue;
    }
    const { values, base } = column(of);
    if (values) filters.push({ values, kept, runs: segment.runs(of) });
    else if (!kept[base]) return null;
  }
  const share = ({ kept }: RowFilter) => kept.reduce((sum, keeps) => sum + keeps, 0) / kept.length;
  return filters.sort((a, b) => Number(a.runs === null) - Number(b.runs === null) || share(a) - share(b));
}

/** For each record of a segment, 1 where its list has an entry of a kept reason. */
function recordsWith(
  reason: Reason,
  kept: Uint8Array,
  segment: Segment,
  column: (name: ColumnName) => Column,
): Uint8Array {
  const marks = new Uint8Array(segment.records);
  const { rowAt, reasonAt, length } = entriesOf(reason, column);
  for (let entry = 0; entry < length; entry++) if (kept[reasonAt(entry)]) marks[rowAt(entry)] = 1;
  return marks;
}

function entriesOf(reason: Reason, column: (name: ColumnName) => Column) {
  const rows = column(reasonColumns[reason].row);
  const reasons = column(reasonColumns[reason].reason);
  const at = ({ values, base }: Column) => (values ? (entry: number) => values[entry] as number : () => base);
  return { rowAt: at(rows), reasonAt: at(reasons), length: rows.length };
}

function filteredRows([first, ...others]: readonly RowFilter[], from: number, to: number, rows: Int32Array): number {
  if (!first) return allRows(from, to, rows);
  const { values: keys, kept: wanted, runs } = first;
  let count = runs ? selectRuns(runs, keys, wanted, from, to, rows) : selectRows(keys, wanted, from, to, rows);
  for (const { values, kept } of others) count = keepRows(values, kept, rows, count);
  return count;
}

interface RangeFilter {
  values: ColumnValues;
  /** In the steps of the column; the same twice for what stands for nothing. */
  from: number;
  to: number;
  /** NaN, which no value is, where every row has one. */
  missing: number;
}

/** The ranges of a segment in the steps of its columns, without those that all of it lies in; null when nothing can lie in one. */
function rangesOf({ ranges }: ScanRequest, column: (name: ColumnName) => Column): RangeFilter[] | null {
  const filters: RangeFilter[] = [];
  for (const { of, between } of ranges) {
    const { values, step, missing } = column(of);
    if (values === null) {
      if (between) return null; // no record has it
    } else if (between) {
      const [from, to] = [Math.ceil(between.from / step), Math.floor(between.to / step)];
      filters.push({ values, from, to, missing: missing ?? Number.NaN });
    } else if (missing === null) {
      return null;
    } else {
      filters.push({ values, from: missing, to: missing, missing: Number.NaN });
    }
  }
  return filters;
}

function rowsInRanges(ranges: readonly RangeFilter[], rows: Int32Array, count: number): number {
  return ranges.reduce(
    (left, { values, from, to, missing }) => keepBetween(values, missing, from, to, rows, left),
    count,
  );
}

/** Column keys: what those that vary count, and what the others add to every code. */
function keysOf(
  { keys }: ScanRequest,
  weights: readonly number[],
  column: (name: ColumnName) => Column,
): { constant: number; varying: { values: ColumnValues; weight: number }[] } {
  let constant = 0;
  const varying: { values: ColumnValues; weight: number }[] = [];
  keys.forEach((key, index) => {
    if (key.of === 'day' || isReason(key.of)) return;
    const weight = weights[index] ?? 1;
    const { values, base } = column(key.of satisfies KeyColumn);
    if (values) varying.push({ values, weight });
    else constant += base * weight;
  });
  return { constant, varying };
}

/** Stretches of rows whose days have the same code, so that days cost nothing a row. */
function runsOfDays(
  { firstDay, dayStarts }: Segment,
  { keys, days }: ScanRequest,
  weights: readonly number[],
): { from: number; to: number; code: number }[] {
  const runs: { from: number; to: number; code: number }[] = [];
  const last = Math.min(days.last, firstDay + dayStarts.length - 2);
  for (let day = Math.max(days.first, firstDay); day <= last; day++) {
    let code = 0;
    keys.forEach((key, index) => {
      if (key.of === 'day') code += (key.ordinals[day - days.first] ?? 0) * (weights[index] ?? 1);
    });
    const [from = 0, to = 0] = dayStarts.subarray(day - firstDay, day - firstDay + 2);
    const before = runs.at(-1);
    if (before && before.code === code) before.to = to;
    else runs.push({ from, to, code });
  }
  return runs;
}

interface ReasonList {
  rowAt(entry: number): number;
  reasonAt(entry: number): number;
  length: number;
  kept: Uint8Array | null;
  weight: number;
}

function listOf(
  { keys, filters }: ScanRequest,
  index: number,
  weights: readonly number[],
  column: (name: ColumnName) => Column,
): ReasonList {
  const reason = keys[index]?.of as Reason;
  const kept = filters.find(({ of }) => of === reason)?.kept ?? null;
  return { ...entriesOf(reason, column), kept, weight: weights[index] ?? 1 };
}

/** Replaces a batch of records by the entries beneath them: rows become entries, codes gain the reason. */
function forEachEntry(
  list: ReasonList,
  { start, end, count }: { start: number; end: number; count: number },
  space: Space,
  visit: (entries: number) => void,
): void {
  const { rows, codes, entries, codeOfRow } = space;
  codeOfRow.fill(-1, 0, end - start);
  for (let at = 0; at < count; at++) codeOfRow[(rows[at] as number) - start] = codes[at] as number;
  let found = 0;
  for (let entry = firstEntryOf(list, start); entry < list.length; entry++) {
    const row = list.rowAt(entry);
    if (row >= end) break;
    const code = codeOfRow[row - start] as number;
    const reason = list.reasonAt(entry);
    if (code < 0 || (list.kept && !list.kept[reason])) continue;
    entries[found] = entry;
    rows[found] = row; // never overtakes the rows read above: those are in codeOfRow by now
    codes[found] = code + reason * list.weight;
    if (++found === BATCH) {
      visit(found);
      found = 0;
    }
  }
  if (found > 0) visit(found);
}

function firstEntryOf({ rowAt, length }: ReasonList, row: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rowAt(middle) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Adds up the rows of a request by group. A sum is made of parts: one column added over the rows where certain others
 * are recorded too. Different sums share their parts, so that OEE with its ten sums adds five columns. One without parts counts
 * those rows.
 */
import { MILLIONTHS } from '../../shared/domain/quantity.ts';
import { type AddableField, type SumName, sums } from '../../shared/query/measures.ts';
import { type Batch, forEachBatch, reasonColumns } from './batches.ts';
import type { GroupTable } from './group-table.ts';
import { addValues, countRows, markKeys, sumOf } from './kernels.ts';
import { type Rows, recordedRowsFinder } from './recorded-rows.ts';
import type { ScanRequest, ScanResult } from './scan-request.ts';
import { type Column, type ColumnName, openSegment } from './segment.ts';

/** Half of what a double holds exactly: room for the rounding of the bound itself. */
const LARGEST_EXACT = 2 ** 52;

/** Rows that count for some sums: those where all of `recorded` are. */
interface RowSet {
  recorded: ColumnName[];
  counts: Float64Array;
  parts: Part[];
}

interface Part {
  column: ColumnName;
  step: number;
  sums: Float64Array;
}

/** What is done with the rows of a request as they pass, and what comes of it once all have. */
export interface Visitor<Result> {
  visit(batch: Batch): void;
  result(groups: GroupTable): Result;
}

/** Null when a sum could grow past what a double holds exactly; SQLite's integers answer then. */
export function addUp(request: ScanRequest): ScanResult | null {
  const adding = adderOf(request);
  return adding === null ? null : adding.result(forEachBatch(request, adding.visit));
}

/** The same as a visitor, beside others in one pass. */
export function adderOf(request: ScanRequest): Visitor<ScanResult> | null {
  const stats = columnStatistics(request);
  const records: RowSet = { recorded: [], counts: new Float64Array(), parts: [] };
  const rowSets = [records];
  const made = request.sums.map((name) => partsOf(name, request, stats, rowSets));
  if (made.some((sum) => sum === null)) return null;

  const recordedRows = recordedRowsFinder();
  const seen = new Uint8Array(request.units ?? 0);
  return {
    visit(batch) {
      makeRoom(rowSets, batch);
      if (request.units !== null) markUnits(batch, seen);
      for (const set of rowSets) {
        const chosen = recordedRows(batch, set.recorded);
        count(chosen, set.counts);
        for (const part of set.parts) addPart(part, batch.column(part.column), chosen);
      }
    },
    result(groups) {
      const present: number[] = [];
      for (let slot = 0; slot < groups.size(); slot++) if (records.counts[slot]) present.push(slot);
      return {
        codes: Float64Array.from(present, (slot) => groups.codeOf(slot)),
        records: Float64Array.from(present, (slot) => records.counts[slot] ?? 0),
        sums: made.map((sum) => inUnits(sum ?? { set: records, parts: [] }, present)),
        units: [...seen.keys()].filter((unit) => seen[unit]),
      };
    },
  };
}

interface ColumnStatistics {
  /** The smallest step of any segment: what the sums are counted in. */
  step: number;
  nullable: boolean;
  /** In millionths; no sum can be larger. */
  largestSum: number;
}

type StatisticsOf = (name: ColumnName) => ColumnStatistics;

function columnStatistics({ segments }: ScanRequest): StatisticsOf {
  const opened = segments.map(openSegment).filter((segment) => segment !== null);
  const known = new Map<ColumnName, ColumnStatistics>();
  return (name) => {
    const before = known.get(name);
    if (before) return before;
    const found: ColumnStatistics = { step: MILLIONTHS, nullable: false, largestSum: 0 };
    for (const segment of opened) {
      const { values, step, missing, largestSum } = segment.column(name);
      found.nullable ||= values === null || missing !== null;
      if (values === null) continue;
      found.step = Math.min(found.step, step);
      found.largestSum += largestSum * step;
    }
    known.set(name, found);
    return found;
  };
}

/** Which parts make a sum; null when one could grow too large. By reason, amounts of its list stand for the quantity. */
function partsOf(
  name: SumName,
  request: ScanRequest,
  stats: StatisticsOf,
  rowSets: RowSet[],
): { set: RowSet; parts: Part[] } | null {
  const reason = request.keys.map(({ of }) => of).find((of) => of === 'defectReason' || of === 'downtimeReason');
  const definition: { add: readonly AddableField[]; where?: readonly AddableField[] } = sums[name];
  const added: readonly ColumnName[] = reason ? [reasonColumns[reason].amount] : definition.add;
  const recorded = reason
    ? []
    : [...definition.add, ...(definition.where ?? [])].filter((field) => stats(field).nullable);
  const set = rowSetOf(recorded.sort(), rowSets);
  const parts = added.map((column) => {
    const { step, largestSum } = stats(column);
    return largestSum / step > LARGEST_EXACT ? null : partOf(column, step, set);
  });
  return parts.includes(null) ? null : { set, parts: parts.filter((part) => part !== null) };
}

function rowSetOf(recorded: ColumnName[], rowSets: RowSet[]): RowSet {
  const same = rowSets.find((set) => set.recorded.join() === recorded.join());
  if (same) return same;
  const added: RowSet = { recorded, counts: new Float64Array(), parts: [] };
  rowSets.push(added);
  return added;
}

function partOf(column: ColumnName, step: number, set: RowSet): Part {
  const same = set.parts.find((part) => part.column === column);
  if (same) return same;
  const added: Part = { column, step, sums: new Float64Array() };
  set.parts.push(added);
  return added;
}

function makeRoom(rowSets: readonly RowSet[], { groups }: Batch): void {
  const places = rowSets[0]?.counts.length ?? 0;
  if (groups <= places) return;
  const enlarged = (numbers: Float64Array) => {
    const larger = new Float64Array(Math.max(groups, places * 2));
    larger.set(numbers);
    return larger;
  };
  for (const set of rowSets) {
    set.counts = enlarged(set.counts);
    for (const part of set.parts) part.sums = enlarged(part.sums);
  }
}

function count({ slots, only, count: rows }: Rows, counts: Float64Array): void {
  if (only === null) countRows(slots, rows, counts);
  else counts[only] = (counts[only] as number) + rows;
}

function addPart(part: Part, column: Column, { rows, slots, only, count }: Rows): void {
  const factor = column.step / part.step;
  if (column.values === null) return;
  if (only !== null) part.sums[only] = (part.sums[only] as number) + sumOf(column.values, rows, count) * factor;
  else addValues(column.values, factor, rows, slots, count, part.sums);
}

function markUnits({ records, count, column }: Batch, seen: Uint8Array): void {
  const { values, base } = column('unit');
  if (values) markKeys(values, records, count, seen);
  else if (count > 0) seen[base] = 1;
}

function inUnits(
  { set, parts }: { set: RowSet; parts: readonly Part[] },
  present: readonly number[],
): ScanResult['sums'][number] {
  const whole = new Float64Array(present.length);
  const millionths = new Float64Array(present.length);
  present.forEach((slot, at) => {
    if (!set.counts[slot]) {
      whole[at] = Number.NaN;
      return;
    }
    if (parts.length === 0) whole[at] = set.counts[slot] ?? 0;
    for (const { sums: added, step } of parts) {
      const sum = added[slot] ?? 0;
      const units = Math.floor(sum / (MILLIONTHS / step));
      whole[at] = (whole[at] ?? 0) + units;
      millionths[at] = (millionths[at] ?? 0) + (sum - units * (MILLIONTHS / step)) * step;
    }
  });
  return { whole, millionths };
}

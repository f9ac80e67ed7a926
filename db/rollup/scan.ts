/**
 * A plan answered from a rollup in memory, in the rows that reportStatement would give.
 * 1. The range is a stretch of the table, as it is ordered by day.
 * 2. Every group of the answer gets a slot; each row of the stretch is given its slot, or none when filtered out.
 * 3. Column by column is added into the slots. Sums stay whole numbers: before one could grow past what a double
 *    holds exactly, its whole units move to a second number.
 */
import { MILLIONTHS } from '../../shared/domain/quantity.ts';
import type { Value } from '../engine/sqlite/connection.ts';
import type { Plan } from '../planner/plan.ts';
import type { ColumnTable, Texts } from './column-table.ts';
import { LARGEST_EXACT } from './load.ts';
import { periodCalendar } from './period-calendar.ts';

/** Up to so many possible groups slots are found through an array, beyond that through a map. */
const LARGEST_SLOT_ARRAY = 1 << 18;
const FILTERED_OUT = -1;

interface GroupKey {
  size: number;
  /** Ordinal of the key of a row. */
  of(row: number): number;
  label(ordinal: number): Value;
}

/** Rows as of reportStatement: keys, records, units when the plan reads them, sums as whole units and millionths. */
export function scanRollup(table: ColumnTable, plan: Plan, texts: Texts): Value[][] {
  const [low, high] = stretch(table.days, plan.range);
  if (low >= high) return [];
  const keys = groupKeys(table, plan, texts, low, high);
  const { slots, codes } = assignSlots(keys, keepers(table, plan, texts), low, high);
  const rows = codes.map((code) => labelsOf(keys, code));
  const records = addUp(table.records, slots, low, codes.length).rest; // counts stay far below what is moved out
  rows.forEach((row, slot) => {
    row.push(records[slot] ?? 0);
  });
  if (plan.readUnits) addUnits(rows, table.keys.unit, slots, low);
  for (const name of plan.sums) {
    const column = table.sums[name];
    if (!column) throw new Error(`The rollup '${plan.rollup}' does not keep '${name}'.`);
    const { whole, millionths, found } = inUnits(addUp(column, slots, low, codes.length));
    rows.forEach((row, slot) => {
      if (found[slot]) row.push(whole[slot] ?? 0, millionths[slot] ?? 0);
      else row.push(null, null);
    });
  }
  return rows;
}

/** First row of the range, and the row after its last. */
function stretch(days: Int32Array, { from, to }: Plan['range']): [number, number] {
  const firstAtLeast = (day: number) => {
    let [low, high] = [0, days.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((days[middle] ?? 0) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return [from === null ? 0 : firstAtLeast(from), to === null ? days.length : firstAtLeast(to + 1)];
}

function groupKeys(table: ColumnTable, plan: Plan, texts: Texts, low: number, high: number): GroupKey[] {
  const { days } = table;
  const [first, last] = [days[low] ?? 0, days[high - 1] ?? 0];
  const periods = plan.periods.map((grain): GroupKey => {
    const calendar = periodCalendar(grain, first, last);
    const { ordinals, labels } = calendar;
    const offset = ordinals[first - calendar.first] ?? 0;
    const size = (ordinals[last - calendar.first] ?? 0) - offset + 1;
    return {
      size,
      of: (row) => (ordinals[(days[row] ?? 0) - calendar.first] ?? 0) - offset,
      label: (ordinal) => labels[ordinal + offset] ?? null,
    };
  });
  const dictionaryKey = (column: Int32Array, list: readonly (string | null)[]): GroupKey => ({
    size: list.length,
    of: (row) => column[row] ?? 0,
    label: (ordinal) => list[ordinal] ?? null,
  });
  const attributes = plan.attributes.map((name) => dictionaryKey(columnOf(table, name), texts[name]));
  const reasons = plan.reason && table.reasons ? [dictionaryKey(table.reasons, texts[plan.reason])] : [];
  return [...periods, ...attributes, ...reasons];
}

function columnOf(table: ColumnTable, name: keyof ColumnTable['keys']): Int32Array {
  const column = table.keys[name];
  if (!column) throw new Error(`The rollup does not keep '${name}'.`);
  return column;
}

/** Filters as a column and, for each of its keys, whether it is kept. */
function keepers(table: ColumnTable, plan: Plan, texts: Texts): { column: Int32Array; kept: Uint8Array }[] {
  return plan.query.filters.map(({ field, in: values }) => {
    const list = texts[field];
    const wanted = new Set(values);
    const kept = Uint8Array.from(list, (text) => (wanted.has(text) ? 1 : 0));
    const isReason = field === 'defectReason' || field === 'downtimeReason';
    return { column: isReason ? (table.reasons ?? new Int32Array()) : columnOf(table, field), kept };
  });
}

function assignSlots(
  keys: readonly GroupKey[],
  filters: readonly { column: Int32Array; kept: Uint8Array }[],
  low: number,
  high: number,
): { slots: Int32Array; codes: number[] } {
  const slots = new Int32Array(high - low);
  for (const { column, kept } of filters) {
    for (let row = low; row < high; row++) if (!kept[column[row] ?? 0]) slots[row - low] = FILTERED_OUT;
  }
  const possible = keys.reduce((product, key) => product * key.size, 1);
  const byArray = possible <= LARGEST_SLOT_ARRAY ? new Int32Array(possible) : null; // slot + 1; 0 is none yet
  const byMap = new Map<number, number>();
  const codes: number[] = [];
  for (let row = low; row < high; row++) {
    if (slots[row - low] === FILTERED_OUT) continue;
    let code = 0;
    for (const key of keys) code = code * key.size + key.of(row);
    let slot = byArray ? (byArray[code] ?? 0) : (byMap.get(code) ?? 0);
    if (slot === 0) {
      slot = codes.push(code);
      if (byArray) byArray[code] = slot;
      else byMap.set(code, slot);
    }
    slots[row - low] = slot - 1;
  }
  return { slots, codes };
}

function labelsOf(keys: readonly GroupKey[], code: number): Value[] {
  const labels: Value[] = [];
  let rest = code;
  for (const key of keys.toReversed()) {
    labels.unshift(key.label(rest % key.size));
    rest = Math.floor(rest / key.size);
  }
  return labels;
}

interface Sums {
  /** Whole units that were moved out, and what is left in millionths. */
  moved: Float64Array;
  rest: Float64Array;
  /** 1 where anything was added. */
  found: Uint8Array;
}

function addUp(column: Float64Array, slots: Int32Array, low: number, groups: number): Sums {
  const [moved, rest, found] = [new Float64Array(groups), new Float64Array(groups), new Uint8Array(groups)];
  for (let index = 0; index < slots.length; index++) {
    const slot = slots[index] ?? FILTERED_OUT;
    if (slot === FILTERED_OUT) continue;
    const value = column[low + index] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    found[slot] = 1;
    let sum = (rest[slot] ?? 0) + value;
    if (sum > LARGEST_EXACT) {
      const units = Math.floor(sum / MILLIONTHS);
      moved[slot] = (moved[slot] ?? 0) + units;
      sum -= units * MILLIONTHS;
    }
    rest[slot] = sum;
  }
  return { moved, rest, found };
}

function inUnits({ moved, rest, found }: Sums): { whole: Float64Array; millionths: Float64Array; found: Uint8Array } {
  const units = rest.map((sum) => Math.floor(sum / MILLIONTHS));
  return {
    whole: units.map((count, slot) => count + (moved[slot] ?? 0)),
    millionths: rest.map((sum, slot) => sum - (units[slot] ?? 0) * MILLIONTHS),
    found,
  };
}

function addUnits(rows: Value[][], units: Int32Array | undefined, slots: Int32Array, low: number): void {
  const smallest = new Array<number>(rows.length).fill(Number.POSITIVE_INFINITY);
  const largest = new Array<number>(rows.length).fill(0);
  for (let index = 0; index < slots.length; index++) {
    const slot = slots[index] ?? FILTERED_OUT;
    if (slot === FILTERED_OUT) continue;
    const unit = units?.[low + index] ?? 0;
    smallest[slot] = Math.min(smallest[slot] ?? 0, unit);
    largest[slot] = Math.max(largest[slot] ?? 0, unit);
  }
  rows.forEach((row, slot) => {
    row.push(smallest[slot] ?? 0, largest[slot] ?? 0);
  });
}

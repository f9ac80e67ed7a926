import { multiplyMillionths } from '../../../shared/domain/quantity.ts';
import { amountColumns, keyColumns } from '../../store/record-columns.ts';
import type { ReasonAmount, RecordDraft } from '../rows/record-draft.ts';
import type { TextBytes } from '../rows/row-bytes.ts';
import { type RowClock, Stamps } from '../times/row-clock.ts';
import type { Dictionary, NameTable } from './dictionary.ts';

export type KeyedAmount = [reason: number, amount: number];

/** A record whose texts have become keys. One such row is filled again and again, so that a million make no garbage. */
export interface StagedRow {
  day: number;
  /** In the order of keyColumns; 0 for what is not recorded. */
  keys: Int32Array;
  /** Millionths in the order of amountColumns, then the ideal seconds, which are not kept; NaN for what is not recorded. */
  amounts: Float64Array;
  startedAt: number | null;
  endedAt: number | null;
  lotNumber: string | TextBytes | null;
  orderNumber: string | TextBytes | null;
  note: string | TextBytes | null;
  /** In order of reason, none twice. */
  defects: readonly KeyedAmount[];
  downtimes: readonly KeyedAmount[];
  sourceLine: number;
  clock: RowClock;
  /** It looks like a booking that takes back another, of which the profile says nothing. */
  takesBack: boolean;
}

export const keyPlace = placesOf(Object.keys(keyColumns) as (keyof typeof keyColumns)[]);
export const amountPlace = placesOf([...amountColumns, 'ideal_seconds']);

function placesOf<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name, place) => [name, place])) as Record<Name, number>;
}

export function emptyRow(): StagedRow {
  return {
    day: 0,
    keys: new Int32Array(Object.keys(keyColumns).length),
    amounts: new Float64Array(Object.keys(amountPlace).length).fill(Number.NaN),
    startedAt: null,
    endedAt: null,
    lotNumber: null,
    orderNumber: null,
    note: null,
    defects: [],
    downtimes: [],
    sourceLine: 0,
    clock: { stamps: Stamps.none, wallOffset: Number.NaN },
    takesBack: false,
  };
}

/** Makes `row` what a draft says, its texts known to the dictionary. */
export function fillRow(row: StagedRow, draft: RecordDraft, dictionary: Dictionary): void {
  const { keys, amounts } = row;
  row.day = draft.day;
  keys[keyPlace.site_id] = dictionary.key('sites', draft.site);
  keys[keyPlace.line_id] = dictionary.key('lines', draft.line);
  keys[keyPlace.shift_id] = dictionary.key('shifts', draft.shift);
  keys[keyPlace.operator_id] = dictionary.key('operators', draft.operator);
  keys[keyPlace.item_id] = dictionary.itemKey(draft.itemCode, draft.itemName);
  keys[keyPlace.unit_id] = dictionary.key('units', draft.unit);
  amounts[amountPlace.planned_quantity] = draft.plannedQuantity ?? Number.NaN;
  amounts[amountPlace.good_quantity] = draft.goodQuantity ?? Number.NaN;
  amounts[amountPlace.defect_quantity] = draft.defectQuantity ?? Number.NaN;
  amounts[amountPlace.rework_quantity] = draft.reworkQuantity ?? Number.NaN;
  amounts[amountPlace.planned_minutes] = draft.plannedMinutes ?? Number.NaN;
  amounts[amountPlace.run_minutes] = draft.runMinutes ?? Number.NaN;
  amounts[amountPlace.down_minutes] = draft.downMinutes ?? Number.NaN;
  amounts[amountPlace.ideal_cycle_seconds] = draft.idealCycleSeconds ?? Number.NaN;
  addIdealSeconds(amounts);
  row.startedAt = draft.startedAt;
  row.endedAt = draft.endedAt;
  row.lotNumber = draft.lotNumber;
  row.orderNumber = draft.orderNumber;
  row.note = draft.note;
  row.defects = keyedAmounts(draft.defects, 'defect_reasons', dictionary);
  row.downtimes = keyedAmounts(draft.downtimes, 'downtime_reasons', dictionary);
  row.sourceLine = draft.sourceLine;
  row.takesBack = draft.takesBack === true;
  row.clock.stamps = draft.clock?.stamps ?? Stamps.none;
  row.clock.wallOffset = draft.clock?.wallOffset ?? Number.NaN;
}

/** Sets the ideal seconds of a row whose other amounts are set. */
export function addIdealSeconds(amounts: Float64Array): void {
  amounts[amountPlace.ideal_seconds] = idealSeconds(
    amounts[amountPlace.ideal_cycle_seconds] as number,
    amounts[amountPlace.good_quantity] as number,
    amounts[amountPlace.defect_quantity] as number,
  );
}

/**
 * Ideal cycle x total in millionths of a second; NaN where any of the three is not recorded, or it is too large. It is for
 * sums alone, and where the total is beyond a double, its day is added up from the records.
 */
export function idealSeconds(cycle: number, good: number, defects: number): number {
  if (Number.isNaN(cycle + good + defects)) return Number.NaN;
  return multiplyMillionths(cycle, good + defects)?.millionths ?? Number.NaN;
}

const noAmounts: readonly KeyedAmount[] = [];

function keyedAmounts(list: readonly ReasonAmount[], table: NameTable, dictionary: Dictionary): readonly KeyedAmount[] {
  if (list.length === 0) return noAmounts;
  const amounts = new Map<number, number>();
  for (const { reason, amount } of list) {
    const key = dictionary.key(table, reason);
    if (amount > 0) amounts.set(key, (amounts.get(key) ?? 0) + amount);
  }
  return [...amounts].sort(([a], [b]) => a - b);
}

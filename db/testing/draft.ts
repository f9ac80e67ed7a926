import { dayFromIso } from '../../shared/domain/day.ts';
import { MILLIONTHS } from '../../shared/domain/quantity.ts';
import type { RecordDraft } from '../import/rows/record-draft.ts';

/** A draft of 1970-01-01 in which nothing else is recorded. */
export const emptyDraft: Readonly<RecordDraft> = {
  day: 0,
  startedAt: null,
  endedAt: null,
  site: null,
  line: null,
  shift: null,
  operator: null,
  itemCode: null,
  itemName: null,
  unit: null,
  lotNumber: null,
  orderNumber: null,
  plannedQuantity: null,
  goodQuantity: null,
  defectQuantity: null,
  reworkQuantity: null,
  plannedMinutes: null,
  runMinutes: null,
  downMinutes: null,
  idealCycleSeconds: null,
  note: null,
  defects: [],
  downtimes: [],
  sourceLine: 2,
  rounded: 0,
};

/** A draft of one line and one good quantity (in units) of a production date, with whatever else is given. */
export function draftOf(date: string, line: string, good: number, rest: Partial<RecordDraft> = {}): RecordDraft {
  const day = dayFromIso(date);
  if (day === null) throw new Error(`${date} is not a date`);
  return { ...emptyDraft, day, line, goodQuantity: good * MILLIONTHS, ...rest };
}

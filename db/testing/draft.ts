import { dayFromIso } from '../../shared/domain/day.ts';
import { MILLIONTHS } from '../../shared/domain/quantity.ts';
import type { RecordDraft } from '../import/record-draft.ts';

/** A draft of one line and one good quantity (in units) of a production date, with whatever else is given. */
export function draftOf(date: string, line: string, good: number, rest: Partial<RecordDraft> = {}): RecordDraft {
  const day = dayFromIso(date);
  if (day === null) throw new Error(`${date} is not a date`);
  return {
    day,
    startedAt: null,
    endedAt: null,
    site: null,
    line,
    shift: null,
    operator: null,
    itemCode: null,
    itemName: null,
    unit: null,
    lotNumber: null,
    orderNumber: null,
    plannedQuantity: null,
    goodQuantity: good * MILLIONTHS,
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
    ...rest,
  };
}

/**
 * What is told of lots, read from the drafts so plainly that it can be seen to be right. The nth draft has become the record with
 * the id `ids[n]`.
 */
import type { LotSummary } from '../../shared/contract/lots.ts';
import { isoFromDay } from '../../shared/domain/day.ts';
import { MILLIONTHS } from '../../shared/domain/quantity.ts';
import { compareText } from '../../shared/query/report-query.ts';
import type { RecordDraft } from '../import/rows/record-draft.ts';

export type StoredDraft = RecordDraft & { id: number };

/** A lot added up over its drafts. */
export function summaryByBruteForce(drafts: readonly StoredDraft[], lot: string): LotSummary {
  const own = drafts.filter(({ lotNumber }) => lotNumber === lot);
  const names = (of: (draft: StoredDraft) => string | null) =>
    [...new Set(own.map(of))].filter((name) => name !== null).sort(compareText);
  const sum = (amounts: (number | null)[]) => {
    const known = amounts.filter((amount) => amount !== null);
    return known.length === 0 ? null : Number(known.reduce((all, each) => all + BigInt(each), 0n)) / MILLIONTHS;
  };
  const whole = own.filter(({ goodQuantity, defectQuantity }) => goodQuantity !== null && defectQuantity !== null);
  const total = sum(whole.flatMap(({ goodQuantity, defectQuantity }) => [goodQuantity, defectQuantity]));
  const goodOfTotal = sum(whole.map(({ goodQuantity }) => goodQuantity));
  const days = own.map(({ day }) => day);
  return {
    lot,
    records: own.length,
    firstDate: isoFromDay(Math.min(...days)),
    lastDate: isoFromDay(Math.max(...days)),
    lines: names(({ line }) => line),
    items: names(({ itemCode }) => itemCode).map((code) => ({
      code,
      name: drafts.findLast(({ itemCode, itemName }) => itemCode === code && itemName !== null)?.itemName ?? null,
    })),
    units: names(({ unit }) => unit),
    good: sum(own.map(({ goodQuantity }) => goodQuantity)),
    defects: sum(own.map(({ defectQuantity }) => defectQuantity)),
    rework: sum(own.map(({ reworkQuantity }) => reworkQuantity)),
    planned: sum(own.map(({ plannedQuantity }) => plannedQuantity)),
    total,
    yield: total === null || total === 0 || goodOfTotal === null ? null : goodOfTotal / total,
    runMinutes: sum(own.map(({ runMinutes }) => runMinutes)),
    downMinutes: sum(own.map(({ downMinutes }) => downMinutes)),
  };
}

/** Drafts in the order of time: by day, by start where one is recorded, then by id. */
export function inTime(drafts: readonly StoredDraft[]): StoredDraft[] {
  const start = ({ startedAt }: StoredDraft) => startedAt ?? Number.POSITIVE_INFINITY;
  const byStart = (a: StoredDraft, b: StoredDraft) => (start(a) === start(b) ? 0 : start(a) - start(b));
  return drafts.toSorted((a, b) => a.day - b.day || byStart(a, b) || a.id - b.id);
}

/** The two lots made next to a lot on a line, before its first record there or after its last, the nearest first. */
export function besideByBruteForce(
  drafts: readonly StoredDraft[],
  lot: string,
  line: string,
  toward: 'before' | 'after',
): string[] {
  const ofLine = inTime(drafts.filter((draft) => draft.line === line));
  const isOwn = ({ lotNumber }: StoredDraft) => lotNumber === lot;
  const beside =
    toward === 'before'
      ? ofLine.slice(0, ofLine.findIndex(isOwn)).reverse()
      : ofLine.slice(ofLine.findLastIndex(isOwn) + 1);
  const lots = beside.map(({ lotNumber }) => lotNumber).filter((number) => number !== null);
  return [...new Set(lots)].slice(0, 2);
}

/** How many records of each lot a rule finds beside a lot, null for those without one. */
export function touchedByBruteForce(
  drafts: readonly StoredDraft[],
  lot: string,
  rule: 'line' | 'order' | 'crew',
): Map<string | null, number> {
  const own = drafts.filter(({ lotNumber }) => lotNumber === lot);
  const days = own.map(({ day }) => day);
  const isWithin = ({ day }: StoredDraft) => day >= Math.min(...days) && day <= Math.max(...days);
  const shares = (of: (draft: StoredDraft) => string | null) => {
    const known = new Set(own.map(of).filter((value) => value !== null));
    return (draft: StoredDraft) => known.has(of(draft) ?? '');
  };
  const isTouched = {
    line: (draft: StoredDraft) => isWithin(draft) && shares(({ line }) => line)(draft),
    order: shares(({ orderNumber }) => orderNumber),
    crew: (draft: StoredDraft) =>
      isWithin(draft) &&
      shares(({ operator, shift }) => (operator && shift ? JSON.stringify([operator, shift]) : null))(draft),
  }[rule];
  const touched = new Map<string | null, number>();
  for (const draft of drafts) {
    if (draft.lotNumber === lot || !isTouched(draft)) continue;
    touched.set(draft.lotNumber, (touched.get(draft.lotNumber) ?? 0) + 1);
  }
  return touched;
}

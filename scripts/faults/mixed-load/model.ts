/**
 * What must be in the store, reckoned from what was put into it and never read from it: a kept list of records, and what
 * every import on top of it changed, so that the last one can be taken back.
 */
import type { RecordDraft } from '../../../db/import/rows/record-draft.ts';
import { emptyDraft } from '../../../db/testing/draft.ts';

/** What files carry; the rest of a record that was imported from one is not recorded. */
const imported = [
  'day',
  'site',
  'line',
  'shift',
  'operator',
  'itemCode',
  'itemName',
  'unit',
  'lotNumber',
  'orderNumber',
  'plannedQuantity',
  'goodQuantity',
  'defectQuantity',
  'runMinutes',
] as const satisfies (keyof RecordDraft)[];

const notCompared = new Set(['startedAt', 'endedAt', 'sourceLine', 'rounded']);

export type Records = ReadonlyMap<string, RecordDraft>;

/** The sample plant, each record by itself. */
export function ofSample(drafts: readonly RecordDraft[]): Records {
  return new Map(drafts.map((draft, nth) => [`sample ${nth}`, draft]));
}

/** The records after a file was imported whose rows are known by their order number. */
export function withFile(records: Records, drafts: readonly RecordDraft[]): Records {
  const after = new Map(records);
  for (const draft of drafts) {
    const carried = Object.fromEntries(imported.map((field) => [field, draft[field]]));
    after.set(`order ${draft.orderNumber}`, { ...emptyDraft, ...carried });
  }
  return after;
}

/** Whether two lists hold the same records, as often and in whatever order. */
export function holdSame(a: readonly RecordDraft[], b: readonly RecordDraft[]): boolean {
  if (a.length !== b.length) return false;
  const [first, second] = [a, b].map((drafts) => drafts.map(asText).sort());
  return first?.every((text, at) => text === second?.[at]) ?? false;
}

function asText(draft: RecordDraft): string {
  const byReason = (list: RecordDraft['defects']) => list.toSorted((a, b) => (a.reason < b.reason ? -1 : 1));
  const fields = Object.keys(emptyDraft).filter((name) => !notCompared.has(name));
  const ordered = { ...draft, defects: byReason(draft.defects), downtimes: byReason(draft.downtimes) };
  return JSON.stringify(ordered, fields.concat('reason', 'amount').sort());
}

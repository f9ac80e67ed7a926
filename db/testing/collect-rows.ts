import type { RowSink, RowSource } from '../import/row-source.ts';
import type { RecordDraft, Rejection } from '../import/rows/record-draft.ts';
import type { RowNote } from '../import/shape/note-tally.ts';
import { Dictionary, type Texts } from '../import/stage/dictionary.ts';
import { amountPlace, emptyRow, fillRow, keyPlace, type StagedRow } from '../import/stage/staged-row.ts';

/** A record as it would be staged, its keys turned back into texts; amounts in millionths. */
export type CollectedRow = Omit<RecordDraft, 'rounded' | 'itemName' | 'clock' | 'takesBack'>;

const amounts = {
  plannedQuantity: amountPlace.planned_quantity,
  goodQuantity: amountPlace.good_quantity,
  defectQuantity: amountPlace.defect_quantity,
  reworkQuantity: amountPlace.rework_quantity,
  plannedMinutes: amountPlace.planned_minutes,
  runMinutes: amountPlace.run_minutes,
  downMinutes: amountPlace.down_minutes,
  idealCycleSeconds: amountPlace.ideal_cycle_seconds,
} as const satisfies Partial<Record<keyof RecordDraft, number>>;
export const amountFields = Object.keys(amounts) as (keyof typeof amounts)[];

/** All that a source makes of its rows, without a store. */
export interface Collected {
  rows: CollectedRow[];
  rejections: Rejection[];
  /** Rows that were left out as no records, or of which something else is told. */
  notes: RowNote[];
}

/** Reads a source to its end, the quick way where it takes that. */
export async function collectRows(source: RowSource): Promise<Collected> {
  const dictionary = new Dictionary({ names: [], items: [] });
  const staged: StagedRow[] = [];
  const row = emptyRow();
  const accept = () => void staged.push(kept(row));
  const add = (draft: RecordDraft) => {
    fillRow(row, draft, dictionary);
    accept();
  };
  const sink: RowSink = { dictionary, row, accept, add };
  const rejections: Rejection[] = [];
  const notes: RowNote[] = [];
  for await (const batch of source.read(sink)) {
    for (const draft of batch.drafts) add(draft);
    rejections.push(...batch.rejections);
    notes.push(...(batch.notes ?? []));
  }
  const textOf = textsByKey(dictionary.takeNew());
  return { rows: staged.map((each) => collected(each, textOf)), rejections, notes };
}

/** A row as it is now: it is filled again for the next. */
function kept(row: StagedRow): StagedRow {
  const text = (cell: StagedRow['note']) =>
    cell === null || typeof cell === 'string' ? cell : cell.bytes.toString('utf8', cell.from, cell.to);
  return {
    ...row,
    keys: row.keys.slice(),
    amounts: row.amounts.slice(),
    lotNumber: text(row.lotNumber),
    orderNumber: text(row.orderNumber),
    note: text(row.note),
  };
}

type TextOf = (table: string, key: number) => string | null;

function textsByKey({ names, items }: Texts): TextOf {
  const texts = new Map([
    ...names.map(([table, key, name]): [string, string] => [`${table} ${key}`, name]),
    ...items.map(([key, code]): [string, string] => [`items ${key}`, code]),
  ]);
  return (table, key) => texts.get(`${table} ${key}`) ?? null;
}

function collected(row: StagedRow, textOf: TextOf): CollectedRow {
  const keyed = (table: string, place: number) => textOf(table, row.keys[place] as number);
  const reasons = (table: string, list: StagedRow['defects']) =>
    list.map(([key, amount]) => ({ reason: textOf(table, key) ?? '', amount }));
  const amountOf = (place: number) => {
    const amount = row.amounts[place] as number;
    return Number.isNaN(amount) ? null : amount;
  };
  return {
    day: row.day,
    startedAt: row.startedAt,
    endedAt: row.endedAt,
    site: keyed('sites', keyPlace.site_id),
    line: keyed('lines', keyPlace.line_id),
    shift: keyed('shifts', keyPlace.shift_id),
    operator: keyed('operators', keyPlace.operator_id),
    itemCode: keyed('items', keyPlace.item_id),
    unit: keyed('units', keyPlace.unit_id),
    lotNumber: row.lotNumber as string | null,
    orderNumber: row.orderNumber as string | null,
    note: row.note as string | null,
    ...(Object.fromEntries(amountFields.map((field) => [field, amountOf(amounts[field])])) as Record<
      (typeof amountFields)[number],
      number | null
    >),
    defects: reasons('defect_reasons', row.defects),
    downtimes: reasons('downtime_reasons', row.downtimes),
    sourceLine: row.sourceLine,
  };
}

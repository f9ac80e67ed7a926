import { isoFromDay, partsOfDay } from '../../../shared/domain/day.ts';
import type { RecordField } from '../../../shared/domain/fields.ts';
import {
  type Finding,
  type FindingExample,
  type FindingKind,
  findingDefinitions,
  findingKinds,
  tellingKinds,
  toldByOthers,
} from '../../../shared/import/gate.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { amountColumns } from '../../store/record-columns.ts';
import type { RowSink, RowSource } from '../row-source.ts';
import type { RecordDraft } from '../rows/record-draft.ts';
import { Dictionary } from '../stage/dictionary.ts';
import { amountPlace, emptyRow, fillRow, keyPlace, type StagedRow } from '../stage/staged-row.ts';
import { decide } from './held.ts';
import { profileOf } from './read-by.ts';
import { type Noticed, RowWatch } from './row-watch.ts';
import { EXAMPLES, type GateRules } from './rules.ts';
import { shownAmount, shownInstant } from './shown.ts';

/** Rows that are looked at before an import. */
const ROWS_LOOKED_AT = 1_000;

/** What the plausibility gate finds in the first rows of a source by themselves; the store is not asked. */
export async function previewFindings(source: RowSource, rules: GateRules): Promise<Finding[]> {
  const sink = new FirstRows(rules, profileOf(source));
  for await (const { drafts, rejections } of source.read(sink)) {
    for (const draft of drafts) sink.add(draft);
    sink.watch.seeRejected(rejections);
    if (sink.rows.length >= ROWS_LOOKED_AT) break;
  }
  const noticed = sink.watch.noticed();
  return findingKinds.flatMap((kind) => {
    const found = foundIn(kind, noticed, sink);
    return found.count === 0 ? [] : [{ kind, ...found, ...decide(kind, rules) }];
  });
}

class FirstRows implements RowSink {
  readonly dictionary = new Dictionary({ names: [], items: [] });
  readonly watch: RowWatch;
  readonly row = emptyRow();
  readonly rows: StagedRow[] = [];

  constructor(rules: GateRules, profile: ImportProfile | null) {
    this.watch = new RowWatch(rules, this.dictionary, profile);
  }

  add(draft: RecordDraft): void {
    fillRow(this.row, draft, this.dictionary);
    this.accept();
  }

  accept(): void {
    if (this.rows.length >= ROWS_LOOKED_AT) return;
    const { row } = this;
    const { lotNumber: lot } = row;
    const lotNumber = lot === null || typeof lot === 'string' ? lot : lot.bytes.toString('utf8', lot.from, lot.to);
    this.watch.see(row, this.rows.length);
    this.rows.push({ ...row, keys: row.keys.slice(), amounts: row.amounts.slice(), lotNumber });
  }
}

function foundIn(
  kind: FindingKind,
  noticed: Noticed,
  { rows, dictionary }: FirstRows,
): Pick<Finding, 'count' | 'examples'> {
  if (kind === 'negativeQuantity') {
    const { count, examples } = noticed.negative;
    return { count, examples: examples.map(({ line, reason }) => ({ line, values: {}, found: reason, beside: null })) };
  }
  const ids = idsOf(kind, noticed, rows);
  const { shows } = findingDefinitions[kind];
  const meant = new Map(kind === 'wrongLetters' ? noticed.meant : []);
  const examples = ids.slice(0, EXAMPLES).flatMap((id) => {
    const row = rows[id];
    return row ? [{ ...exampleOf(row, shows, dictionary), beside: meant.get(id) ?? null }] : [];
  });
  return { count: ids.length, examples };
}

function idsOf(kind: FindingKind, all: Noticed, rows: readonly StagedRow[]): readonly number[] {
  const { rows: noticed, absurd, farDay, lots } = all;
  const where = (holds: (row: StagedRow) => boolean) => rows.flatMap((row, id) => (holds(row) ? [id] : []));
  if (kind === 'absurdQuantity' || kind === 'absurdMinutes') {
    const columns = absurd.filter(({ column }) => column.endsWith('_quantity') === (kind === 'absurdQuantity'));
    return where(({ amounts }) =>
      columns.some(({ column, from }) => (amounts[amountColumns.indexOf(column)] ?? 0) >= from),
    );
  }
  if (kind === 'repeatedLot') return lots.are === 'unique' ? repeatedLots(rows) : [];
  if (kind === 'repeatedRow') return repeatedRows(all, rows);
  if (kind === 'wholeWeek') return all.areWeeks ? where(() => true) : [];
  if (kind === 'halfDayClock') return all.isHalfDayClock ? where(({ startedAt }) => startedAt !== null) : [];
  if (kind === 'otherOrder') {
    const isWithin = (id: number) => all.otherOrder.stretches.some(({ from, to }) => id >= from && id <= to);
    return rows.flatMap(({ day }, id) => (isWithin(id) && isOpenOrder(day) ? [id] : []));
  }
  if (kind === 'farPast' && farDay !== null) return where(({ day }) => day <= farDay);
  const ids = noticed[kind] ?? [];
  if (!toldByOthers.includes(kind)) return ids;
  const told = new Set(tellingKinds.flatMap((telling) => idsOf(telling, all, rows)));
  return ids.filter((id) => !told.has(id));
}

/** Whether a day reads as another one the other way round. */
function isOpenOrder(day: number): boolean {
  const { month, day: ofMonth } = partsOfDay(day);
  return ofMonth <= 12 && ofMonth !== month;
}

/** Those that no lot tells. */
function repeatedRows({ repeats, lots }: Noticed, rows: readonly StagedRow[]): number[] {
  const told = new Set(lots.are === 'unique' ? repeatedLots(rows) : []);
  return repeats.flatMap(({ id }) => (told.has(id) ? [] : [id]));
}

function repeatedLots(rows: readonly StagedRow[]): number[] {
  const seen = new Set<StagedRow['lotNumber']>();
  return rows.flatMap(({ lotNumber }, id) => {
    const isRepeated = lotNumber !== null && seen.has(lotNumber);
    seen.add(lotNumber);
    return isRepeated ? [id] : [];
  });
}

const amountFields: Partial<Record<RecordField, number>> = {
  plannedQuantity: amountPlace.planned_quantity,
  goodQuantity: amountPlace.good_quantity,
  defectQuantity: amountPlace.defect_quantity,
  reworkQuantity: amountPlace.rework_quantity,
  plannedMinutes: amountPlace.planned_minutes,
  runMinutes: amountPlace.run_minutes,
  downMinutes: amountPlace.down_minutes,
  idealCycleSeconds: amountPlace.ideal_cycle_seconds,
};

function exampleOf(row: StagedRow, shows: readonly RecordField[], dictionary: Dictionary): FindingExample {
  const { amounts, keys, day, startedAt, endedAt, lotNumber } = row;
  const shown = (field: RecordField): string | null => {
    const place = amountFields[field];
    if (place !== undefined) return Number.isNaN(amounts[place]) ? null : shownAmount(amounts[place] ?? 0);
    if (field === 'productionDate') return isoFromDay(day);
    if (field === 'startedAt') return startedAt === null ? null : shownInstant(startedAt);
    if (field === 'endedAt') return endedAt === null ? null : shownInstant(endedAt);
    if (field === 'line') return dictionary.text('lines', keys[keyPlace.line_id] ?? 0);
    if (field === 'itemCode') return dictionary.itemTexts(keys[keyPlace.item_id] ?? 0)[0];
    return typeof lotNumber === 'string' && field === 'lotNumber' ? lotNumber : null;
  };
  const values = shows.flatMap((field) => {
    const value = shown(field);
    return value === null ? [] : [[field, value]];
  });
  return { line: row.sourceLine, values: Object.fromEntries(values), found: null, beside: null };
}

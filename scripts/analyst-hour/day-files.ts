import { join } from 'node:path';
import type { RecordDraft } from '../../db/import/rows/record-draft.ts';
import { samplePlant } from '../../db/sample/sample-plant.ts';
import { isoFromDay } from '../../shared/domain/day.ts';
import { CsvWriter } from '../bench/csv-writer.ts';

const columns: readonly [name: string, of: (draft: RecordDraft) => string | number | null][] = [
  ['production_date', ({ day }) => isoFromDay(day)],
  ['site', ({ site }) => site],
  ['line', ({ line }) => line],
  ['shift', ({ shift }) => shift],
  ['operator', ({ operator }) => operator],
  ['item_code', ({ itemCode }) => itemCode],
  ['item_name', ({ itemName }) => itemName],
  ['unit', ({ unit }) => unit],
  ['lot_number', ({ lotNumber }) => lotNumber],
  ['order_number', ({ orderNumber }) => orderNumber],
  ['planned_quantity', ({ plannedQuantity }) => units(plannedQuantity)],
  ['good_quantity', ({ goodQuantity }) => units(goodQuantity)],
  ['defect_quantity', ({ defectQuantity }) => units(defectQuantity)],
  ['run_minutes', ({ runMinutes }) => units(runMinutes)],
];

const units = (millionths: number | null) => (millionths === null ? null : millionths / 1_000_000);

/** The records of one more day of the plant, each with a number of its own. */
export function recordsOfDay(date: string, { records, seed }: { records: number; seed: number }): RecordDraft[] {
  const drafts = [...samplePlant({ records, from: date, to: date, seed })].flat();
  return drafts.map((draft, at) => ({ ...draft, orderNumber: `${date}-${at + 1}` }));
}

/** The same day as the plant corrects it later: some of its defects were counted twice. */
export function corrected(drafts: readonly RecordDraft[]): RecordDraft[] {
  return drafts.map((draft, at) =>
    at % 7 === 0 && draft.defectQuantity !== null
      ? { ...draft, defectQuantity: Math.floor(draft.defectQuantity / 2_000_000) * 1_000_000 }
      : draft,
  );
}

/** Writes records as a file to be imported; returns its path. */
export function writeDayFile(folder: string, name: string, drafts: readonly RecordDraft[]): string {
  const csv = new CsvWriter(join(folder, name));
  csv.write(columns.map(([title]) => title));
  for (const draft of drafts) csv.write(columns.map(([, of]) => of(draft)));
  csv.close();
  return csv.path;
}

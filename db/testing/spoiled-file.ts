/** A file of which some rows are set aside, and their corrections, for the jobs that may be ended at any moment. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isoFromDay } from '../../shared/domain/day.ts';
import type { CorrectionStep } from '../../shared/import/corrections.ts';
import { importProfileSchema } from '../../shared/import/profile.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { correctedSource } from '../import/corrections/corrected-source.ts';
import { readCorrectionsOf } from '../import/corrections/corrections-of-batch.ts';
import { csvSource } from '../import/csv-source.ts';
import { importRows } from '../import/import-rows.ts';
import type { RecordDraft } from '../import/rows/record-draft.ts';
import { stageBeside } from '../import/stage/stage-beside.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { draftOf } from './draft.ts';
import { unwatched } from './test-store.ts';

const ROWS = 600;
const FIRST_DAY = 19_700;
const DAYS = 90;
const SPOILED_EVERY = 3;
/** Below the headings. */
const FIRST_LINE = 2;

const isSpoiled = (row: number) => row % SPOILED_EVERY === 0;
const drafts: RecordDraft[] = Array.from({ length: ROWS }, (_, row) =>
  draftOf(isoFromDay(FIRST_DAY + (row % DAYS)), `Press ${row % 4}`, row, {
    lotNumber: `L${row}`,
    sourceLine: row + FIRST_LINE,
  }),
);

/** The records that the file gives at first, and those that its corrections add. */
export const spoiled = {
  accepted: drafts.filter((_, row) => !isSpoiled(row)),
  corrected: drafts.filter((_, row) => isSpoiled(row)),
};

const steps: CorrectionStep[] = [{ type: 'replace', column: 3, find: 'x', by: '', isWhole: false, kind: null }];

/** Imports the file with its rows spoiled. */
export async function importSpoiled(store: OwnedStore, folder: string): Promise<void> {
  const rows = drafts.map((draft, row) =>
    [isoFromDay(draft.day), draft.line, draft.lotNumber, `${isSpoiled(row) ? 'x' : ''}${row}`].join(','),
  );
  const file = join(folder, 'spoiled.csv');
  writeFileSync(file, ['day,line,lot,good', ...rows, ''].join('\n'));
  const fields = { productionDate: { column: 'day' }, line: { column: 'line' }, lotNumber: { column: 'lot' } };
  const profile = importProfileSchema.parse({ fields: { ...fields, goodQuantity: { column: 'good' } } });
  await importRows(store, await csvSource(file, 'spoiled.csv', profile), unwatched);
}

/** Imports its corrected rows, read on a thread of their own. */
export function correctSpoiled(store: OwnedStore, context: JobContext): Promise<unknown> {
  const of = readCorrectionsOf(store.live, store.folder, 1);
  return importRows(store, correctedSource(of, steps), context, (task, here) =>
    stageBeside({ kind: 'corrections', of, steps }, task, here),
  );
}

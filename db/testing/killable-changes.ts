import type { JobContext } from '../engine/job-context.ts';
import { importRows } from '../import/import-rows.ts';
import type { RecordDraft } from '../import/record-draft.ts';
import { stageBeside } from '../import/stage-beside.ts';
import { undoBatch } from '../import/undo.ts';
import { createRandom } from '../sample/random.ts';
import { samplePlant } from '../sample/sample-plant.ts';
import { type SampleOptions, sampleSource } from '../sample/sample-source.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { randomDrafts } from './random-drafts.ts';
import { draftSource, insertRecords } from './test-store.ts';

/** A change of a store that a test ends at any moment. */
export interface KillableChange {
  name: 'import' | 'update' | 'undo';
  /** What comes before it. */
  prepare(store: OwnedStore): Promise<unknown>;
  run(store: OwnedStore, context: JobContext): unknown;
  /** The records before it and after it. */
  before: RecordDraft[];
  after: RecordDraft[];
}

const KEY = ['order_number'];
/** Records with a number each, of which the second few replace some of the first and add others. */
const numbered = (seed: number, records: number, from: string, to: string, firstNumber: number) =>
  randomDrafts(createRandom(seed), { records, from, to, duplicates: 0 }).map((draft, at) => ({
    ...draft,
    orderNumber: `WO-${at + firstNumber}`,
  }));
const first = numbered(61, 1_500, '2023-11-01', '2024-02-29', 0);
const second = numbered(62, 900, '2024-01-15', '2024-04-15', 1_000);
const updated = [...first.slice(0, 1_000), ...second];

/** Days that the store holds records of, and others: the first are compared, the others taken in as they are. */
const sample: SampleOptions = { records: 2_000, from: '2024-02-15', to: '2024-04-30', seed: 63 };

/** The ways in which records of live come and go. */
export const changes: readonly KillableChange[] = [
  {
    name: 'import',
    prepare: (store) => insertRecords(store, first, KEY),
    run: (store, context) =>
      importRows(store, sampleSource(sample), context, (task, here) =>
        stageBeside({ kind: 'sample', options: sample }, task, here),
      ),
    before: first,
    after: [...first, ...[...samplePlant(sample)].flat()],
  },
  {
    name: 'update',
    prepare: (store) => insertRecords(store, first, KEY),
    run: (store, context) => importRows(store, draftSource(second, KEY), context),
    before: first,
    after: updated,
  },
  {
    name: 'undo',
    async prepare(store) {
      await insertRecords(store, first, KEY);
      await insertRecords(store, second, KEY);
    },
    run: (store, context) => undoBatch(store.live, 2, context),
    before: updated,
    after: first,
  },
];

/** The records of the jobs of killable-jobs.ts. */
import type { RecordDraft } from '../import/rows/record-draft.ts';
import { createRandom } from '../sample/random.ts';
import { samplePlant } from '../sample/sample-plant.ts';
import type { SampleOptions } from '../sample/sample-source.ts';
import { randomDrafts } from './random-drafts.ts';

/** What a record is known by where one replaces another. */
export const KEY = ['order_number'];

/** Records with a number each, of which the second few replace some of the first and add others. */
const numbered = (seed: number, records: number, from: string, to: string, firstNumber: number) =>
  randomDrafts(createRandom(seed), { records, from, to, duplicates: 0 }).map((draft, at) => ({
    ...draft,
    orderNumber: `WO-${at + firstNumber}`,
  }));

const SMALL_IMPORTS = 6;

/** So large a share of the usual records. */
export function killableRecords(share: number) {
  const count = (usual: number) => Math.round(usual * share);
  const first = numbered(61, count(1_500), '2023-06-01', '2024-02-29', 0);
  const second = numbered(62, count(900), '2024-01-15', '2024-04-15', count(1_000));
  // Days that the store holds records of, and others: the first are compared, the others taken in as they are.
  const sample: SampleOptions = { records: count(2_000), from: '2024-02-15', to: '2024-04-30', seed: 63 };
  const small = Array.from({ length: SMALL_IMPORTS }, (_, at) =>
    numbered(70 + at, count(150), '2024-01-01', '2024-06-30', 10_000 * (at + 1)),
  );
  return {
    first,
    second,
    updated: [...first.slice(0, count(1_000)), ...second],
    sample,
    sampled: [...samplePlant(sample)].flat(),
    small,
    afterEachImport: small.map((_, at): RecordDraft[] => [...first, ...small.slice(0, at + 1).flat()]),
  };
}

/** Files that came to harm, each looked at, shown, read and imported. */
import { join } from 'node:path';
import { openStore } from '../../db/store/open-store.ts';
import { tryMutatedFiles } from '../../db/testing/mutated-files.ts';
import type { FaultCase, Tally, Try } from './fault.ts';

export const mutatedFiles: FaultCase = {
  group: 'files',
  name: 'of any kind',
  weight: 1,
  short: 0, // db/import/mutated-files.fuzz.test.ts tries ten thousand
  run: tryFiles,
};

/** Seeds lie so far apart that no two make the same files. */
const SEEDS = 1_000_000;

async function tryFiles({ tries, random, scratch }: Try, tally: Tally): Promise<void> {
  const store = openStore(join(scratch, 'store'));
  try {
    const counts = await tryMutatedFiles({
      seed: random.below(SEEDS),
      count: tries,
      path: join(scratch, 'file'),
      store,
      guessEvery: 1,
      importEvery: 1,
      onFaults: (faults) => {
        for (const fault of faults) tally.fault('wrong', fault);
      },
    });
    tally.tried = counts.files;
    tally.came.set('with records', counts.withRecords);
    tally.came.set('refused in words', counts.refused);
    tally.came.set('records', counts.records);
    tally.came.set('cells read twice', counts.compared);
    if (store.live.rows('PRAGMA integrity_check')[0]?.[0] !== 'ok')
      tally.fault('lost', 'the store is damaged afterwards');
  } finally {
    store.close();
  }
}

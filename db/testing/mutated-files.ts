/** Many files that came to harm, each tried in turn; the same seed makes the same files. */
import { writeFileSync } from 'node:fs';
import { createRandom } from '../sample/random.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { containerNames, type PlantFile, randomPlantFile } from './dialects-file.ts';
import { mutateFile } from './mutate.ts';
import { tryFile } from './try-file.ts';

export interface MutatedFiles {
  seed: number;
  /** The first, from 0, and how many. */
  from?: number;
  count: number;
  /** Where each file is written before it is tried. */
  path: string;
  /** An empty store into which some are imported; it is left empty. */
  store: OwnedStore;
  /** Every so manyth file is also guessed, and imported. */
  guessEvery: number;
  importEvery: number;
  /** Told of each file with which something is wrong. */
  onFaults(faults: string[]): void;
}

/** What came of all of them. */
export interface MutatedCounts {
  files: number;
  withRecords: number;
  refused: number;
  records: number;
  /** Cells that a second reader read as well. */
  compared: number;
}

/** Files of which each is harmed in many ways: of each kind as many. */
const FILES_BEFORE = 2 * containerNames.length;
const MOST_ROWS = 25;

/** Tries so many files. */
export async function tryMutatedFiles(options: MutatedFiles): Promise<MutatedCounts> {
  const { seed, from = 0, count, path, store, guessEvery, importEvery, onFaults } = options;
  const files = Array.from({ length: FILES_BEFORE }, (_, nth) => {
    const random = createRandom(seed + nth);
    return randomPlantFile(random, 1 + random.below(MOST_ROWS), containerNames[nth % containerNames.length]);
  });
  const counts: MutatedCounts = { files: 0, withRecords: 0, refused: 0, records: 0, compared: 0 };
  for (let nth = from; nth < from + count; nth += 1) {
    const random = createRandom(seed * 1_000 + nth);
    const file = files[nth % files.length] as PlantFile;
    const { bytes, how } = mutateFile(file, random, random.pick(files));
    writeFileSync(path, bytes);
    const { records, compared, refusals, faults } = await tryFile(path, file.profile, {
      guesses: nth % guessEvery === 0,
      store: nth % importEvery === 0 ? store : null,
    });
    counts.files += 1;
    counts.records += records;
    counts.compared += compared;
    if (records > 0) counts.withRecords += 1;
    if (refusals.length > 0) counts.refused += 1;
    if (faults.length > 0)
      onFaults(faults.map((fault) => `file ${nth} of seed ${seed}, ${how}, ${file.title}: ${fault}`));
  }
  return counts;
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { ImportProfile } from '../../shared/import/profile.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { createRandom } from '../sample/random.ts';
import { collectRows } from '../testing/collect-rows.ts';
import { containerNames, type PlantFile, randomPlantFile } from '../testing/dialects-file.ts';
import { scratchFolder } from '../testing/test-store.ts';
import { csvSource } from './csv-source.ts';
import { inspectFile } from './inspect.ts';

const folder = scratchFolder();
afterAll(folder.remove);
const path = join(folder.path, 'table');

const SEED = 20_261_121;
const ROUNDS = 4;
const FILES = ROUNDS * containerNames.length;
const MOST_ROWS = 40;
/** So few rows may not tell how a file is written; then it ends in a sentence, never in other numbers. */
const TOO_FEW_ROWS = 4;

async function expectRead({ title, rows }: PlantFile, profile: ImportProfile): Promise<void> {
  const read = await collectRows(await csvSource(path, 'table', profile));
  expect(read, title).toEqual({ rows, rejections: [], notes: [] });
}

test('A table in any dialect and kind of file reads back equal as it is told to be read, and as it is guessed where nothing is asked', async () => {
  let guessed = 0;
  for (let nth = 0; nth < FILES; nth += 1) {
    const random = createRandom(SEED + nth);
    const kind = containerNames[nth % containerNames.length];
    const file = randomPlantFile(random, 1 + random.below(MOST_ROWS), kind);
    writeFileSync(path, file.bytes);
    await expectRead({ ...file, title: `${nth}, told: ${file.title}` }, file.profile);
    const { encoding, part } = file.profile;
    // Which letters they are, and which file of an archive is meant, only a person can tell.
    const choice = { ...(!encoding.startsWith('utf') && { encoding }), ...(part !== undefined && { part }) };
    try {
      const { profile, preview } = await inspectFile(path, choice);
      if (preview.ambiguities.length > 0) continue;
      await expectRead({ ...file, title: `${nth}, guessed: ${file.title}` }, profile);
      guessed += 1;
    } catch (error) {
      if (!(error instanceof AppError && file.rows.length < TOO_FEW_ROWS)) throw error;
    }
  }
  expect(guessed).toBeGreaterThan(0.9 * FILES);
});

/** One file that may be anything: looked at, shown, read and imported, each of which must end in records or a sentence. */
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { ImportProfile } from '../../shared/import/profile.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { csvSource } from '../import/csv-source.ts';
import { importRows } from '../import/import-rows.ts';
import { inspectFile, previewFile } from '../import/inspect.ts';
import { undoBatch } from '../import/undo.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { sourceLine } from '../store/record-columns.ts';
import { type Collected, collectRows } from './collect-rows.ts';
import { judgeRead } from './judge-read.ts';
import { unwatched } from './test-store.ts';

/** What came of a file. */
export interface FileTrial {
  /** Records that were made of it, by the profile that was told and the one that was guessed. */
  records: number;
  /** Cells that a second reader read as well. */
  compared: number;
  /** Sentences that it ended in. */
  refusals: string[];
  faults: string[];
}

const NAME = 'file';

/**
 * Reads a file by the profile of what it was before it came to harm, and by what is guessed of it now unless `guesses` is
 * false. Into a store as well where one is given, which is left as it was.
 */
export async function tryFile(
  path: string,
  told: ImportProfile,
  { guesses = true, store = null }: { guesses?: boolean; store?: OwnedStore | null } = {},
): Promise<FileTrial> {
  const trial: FileTrial = { records: 0, compared: 0, refusals: [], faults: [] };
  const bytes = readFileSync(path);
  const readBy = async (profile: ImportProfile) => {
    const read = await collectRows(await csvSource(path, NAME, profile));
    const { cells, faults } = await judgeRead(path, bytes, profile, read);
    trial.records += read.rows.length;
    trial.compared += cells;
    trial.faults.push(...faults);
    if (store) trial.faults.push(...(await importAndUndo(store, path, profile, read)));
  };
  await refusedOr(trial, () => readBy(told));
  if (guesses) {
    await refusedOr(trial, async () => {
      const { profile, preview } = await inspectFile(path);
      if (!isDeepStrictEqual((await previewFile(path, profile)).rows, preview.rows))
        trial.faults.push('it is shown in two ways');
      await readBy(profile);
    });
  }
  return trial;
}

async function refusedOr(trial: FileTrial, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof AppError && isSentence(error.message)) trial.refusals.push(error.message);
    else trial.faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

/** What a person can read: it begins and ends as sentences do, and nothing in it is a program's. */
function isSentence(message: string): boolean {
  return /^[\p{Lu}'].*\.$/su.test(message) && !/'undefined'|\[object|NaN/.test(message) && message.length < 20_000;
}

/** Imports what was read and takes it back; tells where the store holds anything else in between or afterwards. */
async function importAndUndo(
  store: OwnedStore,
  path: string,
  profile: ImportProfile,
  read: Collected,
): Promise<string[]> {
  const { live } = store;
  const outcome = await importRows(store, await csvSource(path, NAME, profile), unwatched);
  const { batchId, rowsRead, inserted, updated, unchanged, rejected, skipped } = outcome;
  const faults: string[] = [];
  if (rowsRead !== inserted + updated + unchanged + rejected + skipped)
    faults.push(`${rowsRead} rows are not ${JSON.stringify(outcome)}`);
  if (rejected !== read.rejections.length) faults.push(`${rejected} rows were rejected of ${read.rejections.length}`);
  const kept = live.rows(
    `SELECT ${sourceLine('r', 'b')}, production_date, good_quantity FROM records AS r JOIN import_batches AS b ON b.id = r.batch_id
     WHERE b.id = @batchId ORDER BY r.id`,
    { batchId },
  );
  const wanted = read.rows.map((row) => [row.sourceLine, row.day, row.goodQuantity]);
  if (!isDeepStrictEqual(kept, wanted))
    faults.push(`the store holds ${kept.length} other records than ${wanted.length}`);
  undoBatch(live, batchId, unwatched);
  const left = live.rows('SELECT COUNT(*) FROM records')[0]?.[0];
  if (left !== 0) faults.push(`${left} records are left after the import was undone`);
  return faults;
}

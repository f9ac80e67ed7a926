/**
 * What must hold of a store whatever happened to it, once it was opened again by nobody but the program: it is whole, it is in
 * one of the states that may have been reached, and nothing half-done lies about.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { findBackups } from '../../db/backup/manifest.ts';
import { verifyBackups } from '../../db/backup/verify.ts';
import { openReadable } from '../../db/engine/sqlite/connection.ts';
import { readAdvised } from '../../db/indexes/advised.ts';
import { readIndexes } from '../../db/indexes/file-indexes.ts';
import { checkIntegrity } from '../../db/maintenance/integrity.ts';
import { readCatalog } from '../../db/store/catalog.ts';
import { storeFolder } from '../../db/store/folder.ts';
import { type OwnedStore, openStore } from '../../db/store/open-store.ts';
import { answerOf } from '../../db/testing/answer.ts';
import { backUpBeside, backupsBeside } from '../../db/testing/backup-store.ts';
import type { KillableJob } from '../../db/testing/killable-jobs.ts';
import { migrateBack, migrateStore } from '../../db/testing/later-schema.ts';
import { unwatched } from '../../db/testing/test-store.ts';
import { answersOf, answersOfColumns, columnQuestions, questions } from './expected.ts';
import type { Tally } from './fault.ts';

export interface Reached {
  /** How many states the job said it had reached. */
  acknowledged: number;
  /** It said that nothing more was done, so that nothing more may be. */
  toldOfFailure?: boolean;
  how: string;
}

/** Opens the store again, which is when it heals, and looks at everything. */
export async function checkAgain(job: KillableJob, path: string, reached: Reached, tally: Tally): Promise<void> {
  const about = `${job.name}, ${reached.how}`;
  let store: OwnedStore;
  try {
    if (job.name === 'migration') finishMigration(path);
    store = openStore(path);
  } catch (error) {
    tally.fault('crashed', `${about}: the store does not open again: ${inWords(error)}`);
    return;
  }
  try {
    checkWhole(job, store, about, tally);
    checkState(job, store, reached, tally);
    checkIndexes(store, about, tally);
  } catch (error) {
    tally.fault('crashed', `${about}: the store cannot be read again: ${inWords(error)}`);
  } finally {
    store.close();
  }
  for (const rest of [...restsIn(path), ...badCopies(path)]) tally.fault('wrong', `${about}: ${rest} lies about`);
  if (job.withColumns) await checkColumns(job, path, about, tally);
  if (job.name === 'backup') await checkBackups(path, about, tally);
}

/** The next start of the program that knows the later schema, and of the one that does not. */
function finishMigration(path: string): void {
  migrateStore(path);
  migrateBack(path);
}

function checkWhole(job: KillableJob, store: OwnedStore, about: string, tally: Tally): void {
  const firstTime = checkIntegrity(store, unwatched).findings.filter((finding) => !job.mayFind?.test(finding));
  const mended = job.mayFind && !job.staysDamaged ? checkIntegrity(store, unwatched).findings : [];
  for (const finding of [...firstTime, ...mended]) tally.fault('wrong', `${about}: ${finding}`);
}

function checkState(
  job: KillableJob,
  store: OwnedStore,
  { acknowledged, toldOfFailure, how }: Reached,
  tally: Tally,
): void {
  const about = `${job.name}, ${how}`;
  const ids = readCatalog(store.live, store.folder).partitions.flatMap(({ file }) => {
    const database = openReadable(file);
    try {
      return database.rows('SELECT id FROM records').map(([id]) => Number(id));
    } finally {
      database.close();
    }
  });
  const answers = questions.map((question) => answerOf(store, question));
  const states = job.states.flatMap((drafts, at) => (isDeepStrictEqual(answers, answersOf(drafts)) ? [at] : []));
  const reached = states.find((state) => state === acknowledged || (!toldOfFailure && state === acknowledged + 1));
  if (new Set(ids).size !== ids.length) {
    tally.fault('lost', `${about}: ${ids.length - new Set(ids).size} records are there twice`);
  } else if (reached === undefined) {
    const found = states.length > 0 ? `is in state ${states.join(' or ')}` : 'is in no state that it may be in';
    tally.fault('lost', `${about}: the store ${found}, ${acknowledged} were acknowledged, ${ids.length} records`);
  } else {
    tally.count(states.length > 1 ? 'as before' : reached === 0 ? 'not done' : 'done');
  }
}

/** Columns were kept before the job; those of what it changed are built anew. */
async function checkColumns({ states }: KillableJob, path: string, about: string, tally: Tally): Promise<void> {
  const answers = await answersOfColumns(path);
  const isKnown = states.some((drafts) => isDeepStrictEqual(answers, answersOf(drafts).slice(-columnQuestions.length)));
  if (!isKnown) tally.fault('wrong', `${about}: columns are out of step with the records`);
}

/** Every file has the indexes that were made on advice, or none has. */
function checkIndexes({ live, folder }: OwnedStore, about: string, tally: Tally): void {
  const made = readAdvised(live).map(({ name }) => name);
  for (const { name, file } of readCatalog(live, folder).partitions) {
    const database = openReadable(file);
    try {
      const found = readIndexes(database).map((index) => index.name);
      const advised = found.filter((index) => index === ADVISED);
      if (!isDeepStrictEqual(advised, made))
        tally.fault('wrong', `${about}: ${name} has ${advised}, listed are ${made}`);
    } finally {
      database.close();
    }
  }
}

const ADVISED = 'records_by_operator_day';

/** What jobs make on their way and take away again. */
const RESTS =
  /\.(building|new)(-\w+)?$|^(half|staging|advice|restoring|recovering|restore-drill|restore\.json|backup-moment\.db.*)$|(?<!\.lock)-journal$/;

/** Notes of the program: one that was cut short is written over by the next. */
const WRITTEN_OVER = new Set(
  ['last-backup', 'health', 'index-use', 'asked', 'acknowledged'].map((name) => `${name}.json.new`),
);

function restsIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true }).map(String);
  // What was put aside is kept as it was, half-done or not.
  return names.filter((name) => RESTS.test(basename(name)) && !WRITTEN_OVER.has(name) && !name.startsWith('before-'));
}

/** The copies that a migration makes before it begins: each is whole or not there. */
function badCopies(path: string): string[] {
  const folder = join(storeFolder(path).root, 'backups');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => {
    try {
      const copy = openReadable(join(folder, name));
      try {
        return String(copy.rows('PRAGMA integrity_check')[0]?.[0]) !== 'ok';
      } finally {
        copy.close();
      }
    } catch {
      return true; // it cannot even be opened
    }
  });
}

/** The backups that there were are whole, and the next one can be made and is whole. */
async function checkBackups(path: string, about: string, tally: Tally): Promise<void> {
  const folder = backupsBeside(path);
  try {
    const found = verifyBackups(folder, unwatched);
    for (const finding of found.findings) tally.fault('lost', `${about}: ${finding}`);
    await backUpBeside(path);
    const again = verifyBackups(folder, unwatched);
    for (const finding of again.findings) tally.fault('wrong', `${about}: after the next backup: ${finding}`);
    if (findBackups(folder).backups.length !== found.backups + 1)
      tally.fault('lost', `${about}: a backup is gone after the next one`);
    for (const rest of restsIn(folder)) tally.fault('wrong', `${about}: ${rest} lies about after the next backup`);
  } catch (error) {
    tally.fault('crashed', `${about}: no backup can be made any more: ${inWords(error)}`);
  }
}

/** What somebody would read of an error. */
export function inWords(error: unknown): string {
  return error instanceof Error ? `${error.message}` : String(error);
}

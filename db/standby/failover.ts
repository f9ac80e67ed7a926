/**
 * Lets a standby take the place of a store: a copy of it is made and checked beside the store, and put into place by whoever
 * opens the store next, by the journal of a restore. Nothing of the store or of the standby is touched before. Archives of the
 * store that are what was sealed stay where they are.
 */
import { chmodSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../../shared/lib/app-error.ts';
import { paperPath, sealedPath } from '../backup/backup-folder.ts';
import { withBackupLock } from '../backup/backup-lock.ts';
import { tellingDiskTrouble } from '../backup/disk-trouble.ts';
import { abandonRestore, commitRestore, restoringFolder } from '../backup/place-restored.ts';
import { replaceClosedStore } from '../backup/replace-closed.ts';
import { storeIdOf } from '../backup/store-id.ts';
import { readTotals } from '../backup/totals.ts';
import { copyWhole } from '../backup/write-whole.ts';
import { holdLock, openReadable, openWritable } from '../engine/sqlite/connection.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { requireFreeSpace } from '../maintenance/free-space.ts';
import { schemaVersion } from '../migrations/index.ts';
import { hashFile } from '../store/file-hash.ts';
import { flushFolder } from '../store/flush.ts';
import { partitionFile, prepareStoreFolder, type StoreFolder } from '../store/folder.ts';
import { acknowledgeOpened } from './acknowledged.ts';
import { type ListedArchive, listedArchives } from './copy-beside.ts';
import { type Missing, missingIn } from './look-at-standby.ts';
import { readNote, type StandbyFolder, type StandbyNote, standbyFolder } from './standby-folder.ts';
import { standbyLock } from './standby-plan.ts';
import { readStoreFacts } from './store-facts.ts';

export interface FailoverOptions {
  store: string;
  /** The folder of the standby. */
  standby: string;
  now: string;
}

export interface FailoverOutcome {
  /** When the standby last held all that the store had, ISO. */
  inStepAt: string;
  records: number;
  bytes: number;
  /** Where the files of before will lie, within the store. */
  aside: string;
  missing: Missing;
  /** Archives that neither the store nor the standby has as they were sealed. */
  missingArchives: string[];
}

/** Makes and checks a copy of a standby beside the store; it takes the store's place the next time that is opened. */
export async function prepareFailover(options: FailoverOptions, context: JobContext): Promise<FailoverOutcome> {
  const standby = standbyFolder(options.standby);
  const note = usableNote(standby);
  const store = prepareStoreFolder(options.store);
  refuseOtherStore(store, note);
  return withBackupLock(store.root, () =>
    withStandbyLock(store, () =>
      tellingDiskTrouble(store.root, 'Store and standby are as they were.', () => {
        const restoring = restoringFolder(store);
        abandonRestore(store); // one that waits is replaced
        try {
          return prepare({ store, standby, note, restoring, now: options.now }, context);
        } catch (error) {
          abandonRestore(store);
          throw error;
        }
      }),
    ),
  );
}

/** Fails over in a store that nobody has open, and opens it once, so that it is at the newest schema. */
export function failOver(options: FailoverOptions, context: JobContext): Promise<FailoverOutcome> {
  return replaceClosedStore(
    options.store,
    () => prepareFailover(options, context),
    ({ folder, live }) => acknowledgeOpened(folder.root, readStoreFacts(live)),
  );
}

interface Work {
  store: StoreFolder;
  standby: StandbyFolder;
  note: StandbyNote & { inStepAt: string };
  restoring: string;
  now: string;
}

function prepare({ store, standby, note, restoring, now }: Work, context: JobContext): FailoverOutcome {
  mkdirSync(restoring, { recursive: true });
  const bytes = copyLive(standby, join(restoring, 'live.db'), { context, folder: store.root });
  const { facts, archives } = checkLive(join(restoring, 'live.db'), context);
  const keep: string[] = [];
  const missingArchives: string[] = [];
  for (const archive of archives) {
    const place = placeOf(archive, store, standby, context);
    if (place === 'store') keep.push(`${archive.name}.db`);
    else if (place === 'nowhere') missingArchives.push(archive.name);
    else copyArchive(place.from, join(restoring, `${archive.name}.db`), archive, context);
  }
  for (const paper of note.papers) copyPaper(standby, paper, restoring);
  flushFolder(restoring);
  context.checkCancelled(); // from here on it is the store
  const aside = `before-failover-${now.replace(/\.\d+Z$/, 'Z').replaceAll(':', '-')}`;
  const backup = { madeAt: note.inStepAt, records: facts.records, bytes };
  commitRestore(store, { step: 'aside', from: 'standby', aside, keep, backup, startedAt: now });
  const { inStepAt } = note;
  return { inStepAt, records: facts.records, bytes, aside, missing: missingIn(store.root, facts), missingArchives };
}

/** Copies the live file with its log, which SQLite then folds as far as it was wholly written. Returns its bytes. */
function copyLive(
  standby: StandbyFolder,
  to: string,
  { context, folder }: { context: JobContext; folder: string },
): number {
  const parts = ['', '-wal'].filter((suffix) => existsSync(standby.live + suffix));
  const total = parts.reduce((sum, suffix) => sum + statSync(standby.live + suffix).size, 0);
  requireFreeSpace(folder, total, 'Failing over', 1);
  let done = 0;
  for (const suffix of parts) {
    copyWhole(standby.live + suffix, to + suffix, {
      onBytes(bytes) {
        done += bytes;
        context.checkCancelled();
        context.report({ phase: 'copying the standby', done, total, unit: 'bytes' });
      },
      accept() {},
    });
  }
  openWritable(to).close();
  return statSync(to).size;
}

/** Throws DAMAGED for a standby that is not whole; the store stays as it is. */
function checkLive(live: string, context: JobContext) {
  context.report({ phase: 'checking the standby', done: 0, total: null, unit: 'records' });
  const database = openReadable(live);
  try {
    const damage = database
      .rows('PRAGMA integrity_check(3)')
      .map(([line]) => String(line))
      .join('; ');
    const facts = readStoreFacts(database);
    const [catalogued, counted] = [recordsInLive(database), readTotals(database).records];
    const findings = [
      ...(damage === 'ok' ? [] : [damage]),
      ...(catalogued === counted ? [] : [`it holds ${counted} records where its catalogue counts ${catalogued}`]),
    ];
    if (findings.length === 0) return { facts, archives: listedArchives(database) };
    throw new AppError(
      'DAMAGED',
      `The standby is damaged (${findings.join('; ')}). The store is as it was; restore the newest backup instead.`,
    );
  } finally {
    database.close();
    // Reading a file of this kind leaves an empty log beside it.
    for (const suffix of ['-wal', '-shm']) rmSync(live + suffix, { force: true });
  }
}

function recordsInLive(database: ReturnType<typeof openReadable>): number {
  return Number(
    database.rows("SELECT COALESCE(SUM(records), 0) FROM partition_months WHERE partition = 'live'")[0]?.[0],
  );
}

/** Where an archive is as it was sealed. One that was open for a change is taken from the store as it is. */
function placeOf(
  { name, seal }: ListedArchive,
  store: StoreFolder,
  standby: StandbyFolder,
  context: JobContext,
): 'store' | { from: string } | 'nowhere' {
  const own = partitionFile(store, name);
  if (seal === null) return existsSync(own) ? 'store' : 'nowhere';
  context.report({ phase: `checking ${name}`, done: 0, total: seal.bytes, unit: 'bytes' });
  if (isSealed(own, seal, context)) return 'store';
  const copy = sealedPath(standby.root, { name, ...seal });
  return isSealed(copy, seal, context) ? { from: copy } : 'nowhere';
}

function isSealed(path: string, seal: NonNullable<ListedArchive['seal']>, context: JobContext): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.size !== seal.bytes) return false;
  return hashFile(path, () => context.checkCancelled()).sha256 === seal.sha256;
}

function copyArchive(from: string, to: string, { name }: ListedArchive, context: JobContext): void {
  let done = 0;
  const total = statSync(from).size;
  copyWhole(from, to, {
    onBytes(bytes) {
      done += bytes;
      context.checkCancelled();
      context.report({ phase: `copying ${name}`, done, total, unit: 'bytes' });
    },
    accept() {},
  });
  chmodSync(to, 0o444);
}

/** What is not there any more as it was is left out: no number depends on it. */
function copyPaper(standby: StandbyFolder, paper: StandbyNote['papers'][number], restoring: string): void {
  const from = paperPath(standby.root, paper);
  if (!existsSync(from)) return;
  const to = join(restoring, paper.path);
  mkdirSync(dirname(to), { recursive: true });
  copyWhole(from, to, { onBytes() {}, accept() {} });
}

function usableNote(standby: StandbyFolder): Work['note'] {
  const note = readNote(standby);
  if (!note?.facts || note.inStepAt === null) {
    throw new AppError('NOT_FOUND', `There is no standby in ${standby.root}. The store is as it was.`);
  }
  if (note.schemaVersion > schemaVersion) {
    throw new AppError(
      'STORE_FROM_FUTURE',
      `The standby in ${standby.root} is of a newer Throughline (schema ${note.schemaVersion}; this one knows up to ${schemaVersion}). Nothing was changed; fail over with the newer program.`,
    );
  }
  return { ...note, inStepAt: note.inStepAt };
}

/** A store that can still be read must be the one that the standby follows. */
function refuseOtherStore({ root, live }: StoreFolder, { facts }: StandbyNote): void {
  const found = storeIdOf(live);
  if (found === null || found === facts?.storeId) return;
  throw new AppError(
    'INVALID_ARGUMENT',
    `The standby is of another store than the one in ${root}. Nothing was changed; name another folder with --store.`,
  );
}

async function withStandbyLock<Result>({ root }: StoreFolder, work: () => Result | Promise<Result>): Promise<Result> {
  const lock = holdLock(standbyLock(root));
  if (!lock) {
    throw new AppError(
      'STORE_IN_USE',
      `The store in ${root} is being followed by its standby. Nothing was changed; close the program that has it open, and try again.`,
    );
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

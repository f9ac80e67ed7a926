/**
 * Backs up a store into a folder, beside whoever works with the store. In a process of its own: see frozen-live.ts.
 * 1. One backup at a time: a lock in the store's folder. What an interrupted one left is swept first.
 * 2. The moment: the live file is held as it is, checked, added up, and its pages compared with those of the backup before.
 *    Only pages that differ are written.
 * 3. Archives and papers that the folder does not have are copied, hashed on the way; an archive must be what was sealed.
 * 4. What was written is read back and compared.
 * 5. The manifest is renamed into place: from then on it is a backup. Then the rule removes old ones.
 * A failure or a kill before that leaves the backups that were there and nothing that counts.
 */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { AppError } from '../../shared/lib/app-error.ts';
import { openReadable } from '../engine/sqlite/connection.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { requireFreeSpace } from '../maintenance/free-space.ts';
import { schemaVersion } from '../migrations/index.ts';
import { hashFile } from '../store/file-hash.ts';
import { flushFolder } from '../store/flush.ts';
import { existingStoreFolder, partitionFile, type StoreFolder } from '../store/folder.ts';
import { listPath, PAPERS, paperPath, SEALED, sealedPath } from './backup-folder.ts';
import { withBackupLock } from './backup-lock.ts';
import { checkBackup } from './check-backup.ts';
import type { PreviousPages } from './copy-pages.ts';
import { tellingDiskTrouble } from './disk-trouble.ts';
import { noteLastBackup } from './last-backup.ts';
import { type BackupManifest, findBackups, recordsIn, type Totals, writeManifest } from './manifest.ts';
import { PackWriter, pagesInPack, readPageList } from './page-pack.ts';
import { papersOf } from './papers.ts';
import type { RetentionRule } from './retention.ts';
import { storeIdOf } from './store-id.ts';
import { removeOldBackups, sweepBackups } from './sweep.ts';
import { type Moment, type MomentFacts, type SealedFile, takeMoment } from './take-moment.ts';
import { readTotals } from './totals.ts';
import { copyWhole, writeWhole } from './write-whole.ts';

export interface BackupOptions {
  store: string;
  folder: string;
  rule: RetentionRule;
  /** Trusts nothing of the backups before: writes every page again and reads every copy. */
  whole: boolean;
  /** The moment of the backup, ISO. */
  now: string;
}

export interface BackupOutcome {
  number: number;
  madeAt: string;
  records: number;
  pages: number;
  pagesWritten: number;
  archives: number;
  archivesWritten: number;
  bytesWritten: number;
  /** Old backups that the rule removed. */
  removed: number;
  /** The folder is on the disk of the store, which a broken disk would take with it. */
  sameDisk: boolean;
  findings: string[];
}

export async function backUp(options: BackupOptions, context: JobContext): Promise<BackupOutcome> {
  const store = existingStoreFolder(options.store);
  const folder = resolve(options.folder);
  refuseFolderOfStore(folder, store);
  return withBackupLock(store.root, () =>
    tellingDiskTrouble(folder, 'This backup was dropped; the ones before are whole.', async () => {
      refuseOtherStore(folder, store);
      for (const part of ['', SEALED, PAPERS]) mkdirSync(join(folder, part), { recursive: true });
      sweepBackups(folder);
      try {
        return await make(store, { ...options, folder }, context);
      } catch (error) {
        sweepBackups(folder);
        throw error;
      }
    }),
  );
}

async function make(store: StoreFolder, options: BackupOptions, context: JobContext): Promise<BackupOutcome> {
  const { folder, rule, whole, now } = options;
  const { backups, nextNumber: number } = findBackups(folder);
  const before = backups.at(-1) ?? null;
  const previous = before && !whole ? previousPages(folder, before) : null;
  const pack = new PackWriter(folder, number);
  let moment: Moment;
  try {
    const accept = (facts: MomentFacts) => requireRoom(folder, facts, previous !== null);
    moment = await takeMoment(store, { pack, number, previous, accept }, context);
  } finally {
    pack.close();
  }
  const { list, pageSize, totals, storeId, findings } = moment;
  const newArchives = copySealed(store, moment.archives, options, context);
  const papers = papersOf(store, before?.papers ?? []);
  const newPapers = papers.filter((paper) => copyPaper(store, folder, paper));
  const made = { number, madeAt: now };
  writeWhole(listPath(folder, made), list.bytes);
  const archives = moment.archives.map((archive) => ({ ...archive, totals: totalsOf(store, archive, backups) }));
  const manifest: BackupManifest = {
    format: 1,
    ...made,
    storeId,
    schemaVersion,
    live: { pageSize, pages: list.pages, listSha256: list.sha256, packs: [...list.pagesByPack().keys()], totals },
    archives,
    papers,
    bytesWritten: pack.pages * pageSize + list.bytes.length + newArchives.reduce((sum, { bytes }) => sum + bytes, 0),
  };
  const isNew = ({ name }: SealedFile) => newArchives.some((archive) => archive.name === name);
  readBack(folder, whole ? manifest : { ...manifest, archives: archives.filter(isNew), papers: newPapers }, {
    context,
    ...(whole ? {} : { only: number }),
  });
  flushFolder(folder);
  context.checkCancelled(); // from here on it is kept
  writeManifest(folder, manifest);
  noteLastBackup(store, { madeAt: now, folder });
  return {
    ...made,
    records: recordsIn(manifest),
    pages: list.pages,
    pagesWritten: pack.pages,
    archives: archives.length,
    archivesWritten: newArchives.length,
    bytesWritten: manifest.bytesWritten,
    removed: removeOldBackups(folder, rule),
    sameDisk: statSync(folder).dev === statSync(store.root).dev,
    findings,
  };
}

/** Throws DAMAGED when what a manifest names cannot be read back as it was written; `only` looks at the pages of one pack. */
function readBack(
  folder: string,
  manifest: BackupManifest,
  { context, only }: { context: JobContext; only?: number },
): void {
  const faults = checkBackup(folder, manifest, context, only === undefined ? undefined : { only });
  if (faults.length === 0) return;
  throw new AppError(
    'DAMAGED',
    `What was written could not be read back (${faults.join(' ')}). This backup was dropped; the ones before are kept. Check the disk that holds ${folder}.`,
  );
}

/** A backup that lies in the store goes with the store. */
function refuseFolderOfStore(folder: string, { root }: StoreFolder): void {
  if (folder !== root && !folder.startsWith(root + sep)) return;
  throw new AppError(
    'INVALID_ARGUMENT',
    `${folder} lies in the store itself and would be lost with it. Nothing was written; choose a folder on another disk.`,
  );
}

/** What the next backup can build upon; null where that is damaged, so that every page is written again. */
function previousPages(folder: string, before: BackupManifest): PreviousPages | null {
  const { pageSize } = before.live;
  try {
    return { list: readPageList(folder, before), pagesInPack: (pack) => pagesInPack(folder, pack, pageSize) };
  } catch {
    return null;
  }
}

/** Before anything in the folder is touched. */
function refuseOtherStore(folder: string, { live }: StoreFolder): void {
  const [own, found] = [storeIdOf(live), findBackups(folder).backups.at(-1)?.storeId];
  if (own === null || found === undefined || own === found) return;
  throw new AppError(
    'INVALID_ARGUMENT',
    `${folder} holds backups of another store. Nothing was written; choose another folder.`,
  );
}

/** Throws DISK_FULL for a disk that cannot hold what certainly is written. */
function requireRoom(folder: string, { liveBytes, archives }: MomentFacts, buildsUpon: boolean): void {
  const missing = archives.filter((archive) => !isKept(folder, archive));
  const bytes = missing.reduce((sum, archive) => sum + archive.bytes, buildsUpon ? 0 : liveBytes);
  requireFreeSpace(folder, bytes, 'The backup', 1);
}

function isKept(folder: string, archive: SealedFile): boolean {
  return statSync(sealedPath(folder, archive), { throwIfNoEntry: false })?.size === archive.bytes;
}

/** Copies the archives that the folder does not have; returns them. Throws DAMAGED for one that is not what was sealed. */
function copySealed(
  store: StoreFolder,
  archives: readonly SealedFile[],
  { folder, whole }: BackupOptions,
  context: JobContext,
): SealedFile[] {
  const missing = archives.filter((archive) => {
    if (!isKept(folder, archive)) return true;
    return whole && hashFile(sealedPath(folder, archive), () => context.checkCancelled()).sha256 !== archive.sha256;
  });
  const total = missing.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const archive of missing) {
    const file = partitionFile(store, archive.name);
    if (!existsSync(file)) throw notAsSealed(archive);
    copyWhole(file, sealedPath(folder, archive), {
      onBytes(bytes) {
        done += bytes;
        context.checkCancelled();
        context.report({ phase: `copying ${archive.name}`, done, total, unit: 'bytes' });
      },
      accept({ sha256 }) {
        if (sha256 !== archive.sha256) throw notAsSealed(archive);
      },
    });
  }
  return missing;
}

function notAsSealed({ name }: SealedFile): AppError {
  return new AppError(
    'DAMAGED',
    `${name}.db is not there or not what was sealed, so no backup was made. The backups before are kept; run the integrity check.`,
  );
}

/** Copies a paper that the folder does not have; true when it did. */
function copyPaper({ root }: StoreFolder, folder: string, paper: BackupManifest['papers'][number]): boolean {
  const path = paperPath(folder, paper);
  if (statSync(path, { throwIfNoEntry: false })?.size === paper.bytes) return false;
  copyWhole(join(root, paper.path), path, {
    onBytes() {},
    accept({ sha256 }) {
      if (sha256 === paper.sha256) return;
      throw new AppError(
        'STORE_IN_USE',
        `${paper.path} was changed while it was copied. No backup was made; try again.`,
      );
    },
  });
  return true;
}

/** An archive never changes, so that it is added up once: where it lies, as locks may not work where backups do. */
function totalsOf(store: StoreFolder, archive: SealedFile, backups: readonly BackupManifest[]): Totals {
  const known = backups.flatMap(({ archives }) => archives).find(({ sha256 }) => sha256 === archive.sha256);
  if (known) return known.totals;
  const database = openReadable(partitionFile(store, archive.name));
  try {
    return readTotals(database);
  } finally {
    database.close();
  }
}

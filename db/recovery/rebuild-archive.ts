/**
 * Rebuilds an archive that is set aside or doubted.
 * 1. From a copy that is the sealed file byte for byte: nothing differs then.
 * 2. Else from an older copy of a backup, if it holds as many records of each month as the store knows of.
 * 3. Else from what can still be read of the damaged file, or the older copy where that holds more; what was lost is told with
 *    every answer over it from then on.
 * It is built beside the store and checked before anything is moved, and the damaged file is kept.
 */
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import type { MonthDifference, Rebuilt, RecoverySource } from '../../shared/contract/recovery.ts';
import { AppError, isAppError } from '../../shared/lib/app-error.ts';
import { tellingDiskTrouble, toldThatItWaits } from '../backup/disk-trouble.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { healArchive } from '../indexes/apply.ts';
import { requireFreeSpace } from '../maintenance/free-space.ts';
import { takeBack } from '../store/archives.ts';
import { hashFile } from '../store/file-hash.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { renameFile } from '../store/rename-file.ts';
import { noteAsSealed } from '../store/seals.ts';
import { lostIn } from './differences.ts';
import { findCopies } from './find-copies.ts';
import { type BuiltArchive, firstGoodCopy } from './from-copies.ts';
import {
  commitRecovery,
  finishRecovery,
  type RecoveryJournal,
  recoveringFile,
  recoveringFolder,
} from './place-recovered.ts';
import { salvageArchive } from './salvage-archive.ts';
import { monthsOf, recordsIn, type WantedArchive, wantedArchive } from './wanted-archive.ts';

export interface RebuildOutcome {
  archive: string;
  /** 'asSealed' where the file in place turned out to be what was sealed. */
  source: RecoverySource | 'asSealed';
  /** The copy that it was made from; null where there was none. */
  from: string | null;
  records: number;
  lost: number;
  months: MonthDifference[];
  /** Where the damaged file is kept, within the store; null where nothing was moved. */
  aside: string | null;
  /** The damaged file could not be moved while it is open; it is as soon as the store is opened again. */
  waits: boolean;
}

/** Rebuilds an archive; `folders` may hold copies of it, `onMoment` is told between the steps of putting it into place. Throws NOT_FOUND, DAMAGED, DISK_FULL or CANCELLED; all is then as it was. */
export async function rebuildArchive(
  store: OwnedStore,
  { archive: name, folders }: { archive: string; folders: readonly string[] },
  context: JobContext,
  onMoment: () => void = () => {},
): Promise<RebuildOutcome> {
  const { folder } = store;
  const wanted = wantedArchive(store, name);
  const of = recordsIn(wanted.months);
  if (isAsSealed(wanted)) {
    takeAsItLies(store, wanted);
    return {
      archive: name,
      source: 'asSealed',
      from: null,
      records: of,
      lost: 0,
      months: [],
      aside: null,
      waits: false,
    };
  }
  const recovering = recoveringFolder(folder);
  rmSync(recovering, { recursive: true, force: true });
  const bytes = Math.max(wanted.seal?.bytes ?? 0, statSync(wanted.file, { throwIfNoEntry: false })?.size ?? 0);
  requireFreeSpace(folder.root, bytes, 'Rebuilding an archive');
  const aside = `before-recovery-${new Date()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-')}`;
  const built = await tellingDiskTrouble(folder.root, 'The archive is as it was.', () => {
    try {
      mkdirSync(recovering);
      const found = build(store, wanted, folders, context);
      context.checkCancelled(); // from here on it is the archive
      commitRecovery(store, name, journalOf(store, wanted, found, aside));
      return found;
    } catch (error) {
      rmSync(recovering, { recursive: true, force: true });
      throw error;
    }
  });
  const waits = !place(store, name, onMoment);
  const lost = lostIn(built.months);
  return {
    archive: name,
    source: built.source,
    from: built.from,
    records: of - lost,
    lost,
    months: built.months,
    aside,
    waits,
  };
}

function isAsSealed({ file, seal }: WantedArchive): boolean {
  return (
    seal !== null &&
    statSync(file, { throwIfNoEntry: false })?.size === seal.bytes &&
    hashFile(file).sha256 === seal.sha256
  );
}

/** Somebody has put the file back, or it could not be read for a while only. */
function takeAsItLies(store: OwnedStore, { name, file }: WantedArchive): void {
  noteAsSealed(store.live, { name, file });
  store.foreignWrites.settleArchive(name);
  healArchive(store, name);
  takeBack(store.live, name);
}

function build(
  store: OwnedStore,
  wanted: WantedArchive,
  folders: readonly string[],
  context: JobContext,
): BuiltArchive {
  const copies = findCopies(wanted, folders);
  const older = firstGoodCopy(store, wanted, copies, context);
  if (older && (older.source === 'sealedCopy' || lostIn(older.months) === 0)) return older;
  if (!older) return fromReadable(store, wanted, folders, context);
  const copy = recoveringFile(store.folder, wanted.name);
  const keptCopy = `${copy}.older`;
  renameFile(copy, keptCopy);
  const readable = existsSync(wanted.file) ? triedReadable(store, wanted, context) : null;
  if (readable && lostIn(readable.months) < lostIn(older.months)) {
    rmSync(keptCopy);
    return readable;
  }
  renameFile(keptCopy, copy);
  return older;
}

function fromReadable(
  store: OwnedStore,
  wanted: WantedArchive,
  folders: readonly string[],
  context: JobContext,
): BuiltArchive {
  const readable = existsSync(wanted.file) ? triedReadable(store, wanted, context) : null;
  if (readable) return readable;
  const looked =
    folders.length > 0 ? `none of ${folders.join(', ')} has a copy of it` : 'no folder with copies is known';
  throw new AppError(
    'NOT_FOUND',
    `${wanted.file} cannot be rebuilt: no record of it can be read, and ${looked}. Nothing was changed. Name a folder that has it, or import its files again.`,
  );
}

/** Null where no record can be read any more. */
function triedReadable(store: OwnedStore, wanted: WantedArchive, context: JobContext): BuiltArchive | null {
  const building = recoveringFile(store.folder, wanted.name);
  const { year, months, file } = wanted;
  const { seal, months: differences } = salvageArchive(store.live, { damaged: file, building, year, months }, context);
  if (differences.every(({ recordsAfter }) => recordsAfter === 0)) {
    rmSync(building, { force: true });
    return null;
  }
  return { source: 'readable', from: null, seal, months: differences };
}

function journalOf(
  { folder }: OwnedStore,
  { name }: WantedArchive,
  { source, seal, months }: BuiltArchive,
  aside: string,
): RecoveryJournal {
  const isWhole = source === 'sealedCopy' || (source === 'olderCopy' && lostIn(months) === 0);
  const rebuilt: Rebuilt | null = isWhole ? null : { at: new Date().toISOString(), source, months };
  return { aside, seal, rebuilt, months: isWhole ? null : monthsOf(recoveringFile(folder, name)) };
}

/** False where the damaged file cannot be moved, as some systems do not while a reader has it open. */
function place(store: OwnedStore, name: string, onMoment: () => void): boolean {
  try {
    finishRecovery(store, name, onMoment);
  } catch (error) {
    if (!isAppError(error) && isHeldOpen(error)) return false;
    throw toldThatItWaits(error);
  }
  store.foreignWrites.settleArchive(name);
  rmSync(recoveringFolder(store.folder), { recursive: true, force: true });
  return true;
}

function isHeldOpen(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['EBUSY', 'EPERM', 'EACCES'].includes(String(error.code));
}

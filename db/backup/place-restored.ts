/**
 * Puts a restored store into place. It lies in `restoring/`, whole and checked, once `restore.json` is there:
 * 1. 'aside': the files that are there are renamed into `before-restore-<time>/`, one after the other.
 * 2. 'place': those of `restoring/` are renamed into the store's folder. Then the journal goes.
 * The step stands in the journal, so that after a kill the next one who opens the store goes on where it ended. A log or an
 * archive that is still there in step 1 is one of before; from step 2 on nothing of before is.
 * What lies in `restoring/` without a journal was not finished, and goes.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { AppError, isAppError } from '../../shared/lib/app-error.ts';
import { openWritable } from '../engine/sqlite/connection.ts';
import { flushFolder } from '../store/flush.ts';
import type { StoreFolder } from '../store/folder.ts';
import { renameFile } from '../store/rename-file.ts';
import { toldThatItWaits } from './disk-trouble.ts';
import { unfinished, writeWhole } from './write-whole.ts';

const journalSchema = z.object({
  step: z.enum(['aside', 'place']),
  /** What takes the store's place. */
  from: z.enum(['backup', 'standby', 'readable']).default('backup'),
  /** Folder for the files that are there, within the store. */
  aside: z.string(),
  /** Databases that stay where they are, as they are what was sealed. */
  keep: z.array(z.string()).default([]),
  /** What the history will say of it. */
  backup: z.object({ madeAt: z.string(), records: z.number(), bytes: z.number() }),
  startedAt: z.string(),
});
export type RestoreJournal = z.infer<typeof journalSchema>;

export function restoringFolder({ root }: Pick<StoreFolder, 'root'>): string {
  return join(root, 'restoring');
}

function journalPath({ root }: Pick<StoreFolder, 'root'>): string {
  return join(root, 'restore.json');
}

/** From here on the restored store is the store, whatever happens. */
export function commitRestore(folder: StoreFolder, journal: z.input<typeof journalSchema>): void {
  writeWhole(journalPath(folder), JSON.stringify(journal));
}

/** The restore that waits for the store to be opened; null when there is none. */
export function readRestoreJournal(folder: Pick<StoreFolder, 'root'>): RestoreJournal | null {
  const path = journalPath(folder);
  return existsSync(path) ? journalSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : null;
}

/** Gives up a restore that waits, as long as no file was moved; false when it is too late or there is none. */
export function dropRestore(folder: StoreFolder): boolean {
  const journal = readRestoreJournal(folder);
  if (journal?.step !== 'aside' || existsSync(join(folder.root, journal.aside))) return false;
  rmSync(journalPath(folder));
  rmSync(restoringFolder(folder), { recursive: true, force: true });
  return true;
}

/** Gives up a restore that could not be prepared to its end: one that is committed and not whole would take the store with it. */
export function abandonRestore(folder: StoreFolder): void {
  dropRestore(folder);
  rmSync(restoringFolder(folder), { recursive: true, force: true });
}

/**
 * Finishes a restore, for whoever holds the store and has not opened it yet; null when none waits. `onMoment` is told between
 * two renames.
 */
export function placeRestored(folder: StoreFolder, onMoment: () => void = () => {}): RestoreJournal | null {
  const journal = readRestoreJournal(folder);
  if (!journal) {
    rmSync(restoringFolder(folder), { recursive: true, force: true });
    rmSync(unfinished(journalPath(folder)), { force: true });
    return null;
  }
  if (journal.step === 'aside' && !existsSync(join(folder.root, journal.aside)) && !isWhole(folder)) {
    abandonRestore(folder);
    return null;
  }
  try {
    place(folder, journal, onMoment);
  } catch (error) {
    throw toldThatItWaits(error);
  }
  return journal;
}

/** A journal outlives its files where the power fails while a restore is given up. */
function isWhole(folder: StoreFolder): boolean {
  return existsSync(join(restoringFolder(folder), 'live.db'));
}

function place(folder: StoreFolder, journal: RestoreJournal, onMoment: () => void): void {
  const restoring = restoringFolder(folder);
  const aside = join(folder.root, journal.aside);
  if (journal.step === 'aside') {
    requireUnused(folder);
    mkdirSync(aside, { recursive: true });
    const moves = (name: string) => DATABASE.test(name) && !journal.keep.includes(name);
    for (const name of readdirSync(folder.root).filter(moves)) {
      onMoment();
      renameFile(join(folder.root, name), join(aside, name));
    }
    flushFolder(aside);
    flushFolder(folder.root);
    onMoment();
    commitRestore(folder, { ...journal, step: 'place' });
  }
  for (const path of filesWithin(restoring)) {
    onMoment();
    moveIn(join(restoring, path), join(folder.root, path));
  }
  flushFolder(folder.root);
  onMoment();
  rmSync(restoring, { recursive: true, force: true });
  rmSync(journalPath(folder));
  flushFolder(folder.root);
}

/**
 * Folds the log of the live file into it, so that it goes aside as one file. Throws STORE_IN_USE while another program has it
 * open: that one would go on writing by its name, beside what takes its place.
 */
function requireUnused({ live }: StoreFolder): void {
  if (!existsSync(live)) return;
  try {
    const database = openWritable(live);
    try {
      database.exec('PRAGMA busy_timeout = 1000; PRAGMA journal_mode = DELETE');
    } finally {
      database.close();
    }
  } catch (error) {
    // What cannot be read, or not be written for want of room, is moved as it is: that is what a restore is for.
    if (!isAppError(error) || error.code !== 'STORE_IN_USE') return;
    throw new AppError(
      'STORE_IN_USE',
      `A backup waits to take the place of ${live}, which another program has open. Nothing was changed; close it there and open the store again.`,
      error,
    );
  }
}

/** The databases of a store with their logs, and what was said to be done in them. */
const DATABASE = /^((live|archive_\d{4}(_\d+)?)\.db(-wal|-shm|-journal)?|acknowledged\.json)$/;

/** Settings and rows set aside that are there are at least as new. */
function moveIn(from: string, to: string): void {
  if (existsSync(to)) return;
  mkdirSync(dirname(to), { recursive: true });
  renameFile(from, to);
}

/** Paths of the files in a folder; none where it is not there, as after a kill at the very end. */
function filesWithin(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

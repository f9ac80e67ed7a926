/**
 * What lies in the folder of a standby:
 * - `live.db` with its log: the live file as it was at a commit, ready to be opened.
 * - `sealed/` and `papers/`: archives and what else belongs to the store, kept as in a folder of backups.
 * - `standby.json`: of which store it is. What has none is not a standby yet.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../shared/lib/app-error.ts';
import { namesIn } from '../backup/backup-folder.ts';
import { schemaVersion } from '../migrations/index.ts';
import type { StoreFolder } from '../store/folder.ts';
import { networkShareOf } from '../store/network-share.ts';
import { renameFile } from '../store/rename-file.ts';

/** What tells one moment of a store from another, and what it holds. */
export const storeFactsSchema = z.object({
  storeId: z.string(),
  /** Goes up with every change of records. */
  generation: z.number(),
  records: z.number(),
  /** Imports that count. */
  batches: z.number(),
});
export type StoreFacts = z.infer<typeof storeFactsSchema>;

const fileSchema = z.object({ sha256: z.string(), bytes: z.number() });

const noteSchema = z.object({
  format: z.literal(1),
  /** Of the store that it follows, so that a copy of that one elsewhere does not write here as well. */
  root: z.string(),
  machine: z.string(),
  schemaVersion: z.number(),
  /** When the standby was last known to hold all that the store had, ISO, and what it held then; null before its first copy. */
  inStepAt: z.string().nullable(),
  facts: storeFactsSchema.nullable(),
  /** The newest wish of a person to follow the store whatever the standby held, which was obeyed. */
  anewAt: z.string().nullable(),
  papers: z.array(fileSchema.extend({ path: z.string() })),
});
export type StandbyNote = z.infer<typeof noteSchema>;

const emptyNote: StandbyNote = {
  format: 1,
  root: '',
  machine: '',
  schemaVersion,
  inStepAt: null,
  facts: null,
  papers: [],
  anewAt: null,
};

export interface StandbyFolder {
  root: string;
  live: string;
  note: string;
}

export function standbyFolder(path: string): StandbyFolder {
  const root = resolve(path);
  return {
    root,
    live: join(root, 'live.db'),
    note: join(root, 'standby.json'),
  };
}

/** What a standby says of itself; null where there is none. Throws DAMAGED for one that cannot be read. */
export function readNote({ note, root }: StandbyFolder): StandbyNote | null {
  if (!existsSync(note)) return null;
  try {
    return noteSchema.parse(JSON.parse(readFileSync(note, 'utf8')));
  } catch (error) {
    throw new AppError(
      'DAMAGED',
      `${note} cannot be read. Nothing in ${root} was changed; set another folder for the standby, or empty this one.`,
      error,
    );
  }
}

/** Replaces the note. It is told often, and need not outlast a power cut: an older one says less than there is. */
export function writeNote({ note }: StandbyFolder, content: StandbyNote): void {
  writeFileSync(`${note}.new`, JSON.stringify(content));
  renameFile(`${note}.new`, note);
}

/** Makes a folder the standby of a store, which it does not hold yet; one that is so already stays as it is. */
export function claimStandby(folder: StandbyFolder, { root }: StoreFolder): void {
  mkdirSync(folder.root, { recursive: true });
  if (readNote(folder) === null) writeNote(folder, { ...emptyNote, root, machine: hostname() });
}

/** Throws INVALID_ARGUMENT for a folder that cannot hold a standby of this store; nothing in it is touched. */
export function refuseStandbyFolder(folder: StandbyFolder, store: StoreFolder, takeOver: boolean): void {
  if (folder.root === store.root || folder.root.startsWith(store.root + sep)) {
    throw refusal(
      `${folder.root} lies in the store itself and would be lost with it. Choose a folder on another disk.`,
    );
  }
  const share = networkShareOf(folder.root);
  if (share !== null) {
    throw refusal(
      `${folder.root} lies on a network share (${share}), where SQLite's locks cannot be relied on. Choose a folder on a disk of this machine; backups may go to a share.`,
    );
  }
  const note = readNote(folder);
  if (note === null) {
    if (namesIn(folder.root).length === 0) return;
    throw refusal(`${folder.root} holds other files. Choose an empty folder, or one that is not there yet.`);
  }
  if (takeOver || (note.root === store.root && note.machine === hostname())) return;
  throw refusal(
    `${folder.root} is the standby of the store in ${note.root} on ${note.machine}. Choose another folder, or let this store have that one (--take-over).`,
  );
}

function refusal(why: string): AppError {
  return new AppError('INVALID_ARGUMENT', `${why} Nothing was changed.`);
}

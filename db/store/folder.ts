import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { AppError } from '../../shared/lib/app-error.ts';
import { explainDiskError, isFull } from './disk-error.ts';
import { networkShareOf } from './network-share.ts';

/** Where things are in a store's folder. */
export interface StoreFolder {
  root: string;
  live: string;
  lock: string;
  rejects: string;
  inbox: string;
  exports: string;
  settings: string;
  /** What screens showed, under names. */
  views: string;
  /** How the columns of records lie, under names. */
  columnSets: string;
  /** Tiles on grids. */
  dashboards: string;
  /** What is asked of measures. */
  specifications: string;
  /** What is watched of measures. */
  measureAlerts: string;
  /** When what is done by itself is done, where that was changed. */
  schedule: string;
  /** The reports that are written by the clock. */
  reportSchedules: string;
  /** Which folders are watched. A store that is restored elsewhere watches none: it would take the files from this one. */
  watched: string;
  /** Where the store is backed up to. */
  backupPlan: string;
  /** When it last was. */
  lastBackup: string;
  staging: string;
  /** The columnar copy: derived, may be deleted at any time. */
  columns: string;
  /** Copies that indexes are tried on: there while a trial runs. */
  advice: string;
}

export const LIVE = 'live';

export function storeFolder(root: string): StoreFolder {
  const folder = resolve(root);
  return {
    root: folder,
    live: join(folder, 'live.db'),
    lock: join(folder, 'owner.lock'),
    rejects: join(folder, 'rejects'),
    inbox: join(folder, 'inbox'),
    exports: join(folder, 'exports'),
    settings: join(folder, 'settings.json'),
    views: join(folder, 'views.json'),
    columnSets: join(folder, 'column-sets.json'),
    dashboards: join(folder, 'dashboards.json'),
    specifications: join(folder, 'specifications.json'),
    measureAlerts: join(folder, 'measure-alerts.json'),
    schedule: join(folder, 'schedule.json'),
    reportSchedules: join(folder, 'report-schedules.json'),
    watched: join(folder, 'watched.json'),
    backupPlan: join(folder, 'backup-plan.json'),
    lastBackup: join(folder, 'last-backup.json'),
    staging: join(folder, 'staging'),
    columns: join(folder, 'columns'),
    advice: join(folder, 'advice'),
  };
}

/** File of a partition by its name ('live', 'archive_2024'). */
export function partitionFile(folder: StoreFolder, name: string): string {
  return join(folder.root, `${name}.db`);
}

/** Makes the folder if need be. Throws a sentence when it is a file, cannot be written, or lies on a network share. */
export function prepareStoreFolder(root: string): StoreFolder {
  const folder = storeFolder(root);
  refuseNetworkShare(folder.root); // before anything is made there
  try {
    makeFolder(folder.root);
  } catch (error) {
    throw unusable(folder.root, error);
  }
  try {
    accessSync(folder.root, constants.W_OK);
    for (const part of [folder.rejects, folder.inbox, folder.exports]) mkdirSync(part, { recursive: true });
  } catch (error) {
    throw unusable(folder.root, error);
  }
  return folder;
}

/** One folder after the other: Node's own recursive way never ends where a parent takes no folders, as /proc does. */
function makeFolder(path: string): void {
  if (existsSync(path) && statSync(path).isDirectory()) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  mkdirSync(path);
}

/** The folder of a store that is there already. Throws NOT_FOUND when there is none. */
export function existingStoreFolder(root: string): StoreFolder {
  const folder = storeFolder(root);
  if (existsSync(folder.root) && !statSync(folder.root).isDirectory()) throw unusable(folder.root);
  if (!existsSync(folder.live)) {
    throw new AppError(
      'NOT_FOUND',
      `There is no store in ${folder.root}. Import a file into it first, or name another folder.`,
    );
  }
  return folder;
}

function unusable(root: string, cause?: unknown): unknown {
  if (isFull(cause)) return explainDiskError(cause);
  const isFile = existsSync(root) && !statSync(root).isDirectory();
  const what = isFile ? 'is a file; a store is a folder' : 'cannot be written';
  return new AppError(
    'STORE_UNUSABLE',
    `${root} ${what}. Nothing was changed; choose another folder with --store.`,
    cause,
  );
}

function refuseNetworkShare(root: string): void {
  const type = networkShareOf(root);
  if (type) {
    throw new AppError(
      'STORE_ON_NETWORK',
      `${root} lies on a network share (${type}), where SQLite's locks cannot be relied on and a store would be damaged. Nothing was changed; choose a folder on a disk of this machine.`,
    );
  }
}

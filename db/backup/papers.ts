import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { hashFile } from '../store/file-hash.ts';
import type { StoreFolder } from '../store/folder.ts';
import type { BackupManifest } from './manifest.ts';

type Paper = BackupManifest['papers'][number];

/** The files in which people keep and set something, each written anew with every change. */
export const keptFiles = [
  'settings',
  'views',
  'columnSets',
  'dashboards',
  'specifications',
  'measureAlerts',
  'schedule',
  'reportSchedules',
] as const satisfies (keyof StoreFolder)[];

/** Those that stay with the place: a store that is restored elsewhere watches no folders of this one, nor writes into its backups. */
export const filesOfThePlace = ['watched', 'backupPlan', 'lastBackup'] as const satisfies (keyof StoreFolder)[];

/** What belongs to a store beside its databases: what is kept in it, and rows set aside. By paths within the store, with '/'. */
export function papersOf(folder: StoreFolder, before: readonly Paper[]): Paper[] {
  const { root, rejects } = folder;
  const changing = keptFiles.map((name) => folder[name]);
  const setAside = existsSync(rejects) ? readdirSync(rejects).map((name) => join(rejects, name)) : [];
  return [...changing, ...setAside].flatMap((path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found?.isFile()) return [];
    const name = relative(root, path).split(sep).join('/');
    // Rows set aside are written once, and need not be read for every backup.
    const known = changing.includes(path) ? undefined : before.find((paper) => paper.path === name);
    return [known?.bytes === found.size ? known : { path: name, ...hashFile(path) }];
  });
}

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { hashFile } from '../store/file-hash.ts';
import type { StoreFolder } from '../store/folder.ts';
import type { BackupManifest } from './manifest.ts';

type Paper = BackupManifest['papers'][number];

/**
 * What belongs to a store beside its databases: what is set and kept in it, its schedule, and rows set aside. By paths within
 * the store, with '/'.
 */
export function papersOf(
  { root, rejects, settings, views, columnSets, dashboards, measureAlerts, schedule, reportSchedules }: StoreFolder,
  before: readonly Paper[],
): Paper[] {
  const changing = [settings, views, columnSets, dashboards, measureAlerts, schedule, reportSchedules];
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

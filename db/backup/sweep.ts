import { rmSync } from 'node:fs';
import { manifestPath, partsOfBackups } from './backup-folder.ts';
import { filesOf, findBackups } from './manifest.ts';
import { keptBackups, type RetentionRule } from './retention.ts';

/**
 * Removes what no backup names: what an interrupted backup left, and what only removed ones needed. Where a manifest cannot
 * be read nothing is removed, as nobody knows what it names.
 */
export function sweepBackups(folder: string): void {
  const { backups, damaged } = findBackups(folder);
  if (damaged.length > 0) return;
  const wanted = new Set(backups.flatMap((manifest) => filesOf(folder, manifest)));
  for (const path of partsOfBackups(folder)) if (!wanted.has(path)) rmSync(path, { force: true });
}

/** Removes the backups that the rule does not keep; a kill half-way leaves leftovers at most. Returns how many there were. */
export function removeOldBackups(folder: string, rule: RetentionRule): number {
  const { backups } = findBackups(folder);
  const kept = keptBackups(backups, rule);
  const old = backups.filter(({ number }) => !kept.has(number));
  for (const manifest of old) rmSync(manifestPath(folder, manifest));
  sweepBackups(folder);
  return old.length;
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupOptions } from '../backup/back-up.ts';
import { backUp } from '../backup/back-up.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { unwatched } from './test-store.ts';

/** Keeps whatever a test makes. */
const KEEP_ALL = { daily: 1_000, weekly: 0, monthly: 0 };

/** Backs up a store into `backups` beside it. */
export function backUpBeside(path: string, options: Partial<BackupOptions> = {}, context: JobContext = unwatched) {
  const folder = backupsBeside(path);
  return backUp(
    { store: path, folder, rule: KEEP_ALL, whole: false, now: new Date().toISOString(), ...options },
    context,
  );
}

export function backupsBeside(path: string): string {
  return `${path}-backups`;
}

/** Every file in a folder, by its path within. */
export function filesWithin(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { JobContext } from '../engine/threads/job-context.ts';
import { requireFreeSpace } from '../maintenance/free-space.ts';
import { existingStoreFolder } from '../store/folder.ts';
import { withBackupLock } from './backup-lock.ts';
import { tellingDiskTrouble } from './disk-trouble.ts';
import { bytesIn, chooseBackup, recordsIn } from './manifest.ts';
import { checkRebuilt, rebuild } from './rebuild.ts';

export interface DrillOptions {
  store: string;
  folder: string;
}

export interface DrillOutcome {
  sound: boolean;
  madeAt: string;
  records: number;
  bytes: number;
  findings: string[];
}

/** Restores the newest backup into a scratch folder of the store, compares it with its manifest, and removes it again. */
export async function drill({ store: root, folder }: DrillOptions, context: JobContext): Promise<DrillOutcome> {
  const manifest = chooseBackup(folder);
  const store = existingStoreFolder(root);
  const scratch = join(store.root, 'restore-drill');
  return withBackupLock(store.root, () =>
    tellingDiskTrouble(store.root, 'The drill was dropped; store and backups are as they were.', () => {
      rmSync(scratch, { recursive: true, force: true });
      requireFreeSpace(store.root, bytesIn(manifest), 'The drill', 1);
      try {
        const findings = rebuiltFindings(() => {
          rebuild(folder, manifest, scratch, context);
          return checkRebuilt(scratch, manifest, context);
        });
        const { madeAt } = manifest;
        return {
          sound: findings.length === 0,
          madeAt,
          records: recordsIn(manifest),
          bytes: bytesIn(manifest),
          findings,
        };
      } finally {
        rmSync(scratch, { recursive: true, force: true });
      }
    }),
  );
}

/** A backup that cannot be rebuilt is what a drill is to find, not a failure of it. */
function rebuiltFindings(work: () => string[]): string[] {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'DAMAGED') return [error.message];
    throw error;
  }
}

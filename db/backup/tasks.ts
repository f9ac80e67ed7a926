import type { JobContext } from '../engine/threads/job-context.ts';
import { salvageStore } from '../recovery/salvage-live.ts';
import { failOver, prepareFailover } from '../standby/failover.ts';
import { backUp } from './back-up.ts';
import { drill } from './drill.ts';
import { listBackups } from './list-backups.ts';
import { prepareRestore, restoreStore } from './restore.ts';
import { verifyBackups } from './verify.ts';

/** What the backup process can do, by name; each takes plain data and gives plain data. */
export const backupTasks = {
  backUp,
  drill,
  prepareRestore,
  restoreStore,
  prepareFailover,
  failOver,
  salvageStore,
  verify: ({ folder }: { folder: string }, context: JobContext) => verifyBackups(folder, context),
  list: ({ folder }: { folder: string }) => listBackups(folder),
};

export type BackupTasks = typeof backupTasks;
export type BackupTaskName = keyof BackupTasks;
export type BackupTaskInput<Name extends BackupTaskName> = Parameters<BackupTasks[Name]>[0];
export type BackupTaskOutput<Name extends BackupTaskName> = Awaited<ReturnType<BackupTasks[Name]>>;

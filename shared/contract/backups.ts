import { z } from 'zod';

const most = z.int().min(0).max(1_000);

/** Where a store is backed up to, and of how many days, weeks and months a backup is kept. */
export const backupPlanSchema = z.strictObject({
  /** An absolute path; null until a person has chosen one. */
  folder: z.string().max(4_096).nullable(),
  daily: most,
  weekly: most,
  monthly: most,
});
export type BackupPlan = z.infer<typeof backupPlanSchema>;

export const defaultBackupPlan: BackupPlan = { folder: null, daily: 7, weekly: 5, monthly: 12 };

export const backupSchema = z.object({
  number: z.number(),
  madeAt: z.string(),
  records: z.number(),
  /** Of the store as it would be restored. */
  bytes: z.number(),
  /** What this backup added to the folder. */
  bytesWritten: z.number(),
});
export type Backup = z.infer<typeof backupSchema>;

export const backupsSchema = z.object({
  plan: backupPlanSchema,
  /** Newest first. */
  backups: z.array(backupSchema),
  /** Backups that cannot be read, by file name. */
  damaged: z.array(z.string()),
  /** Why the folder cannot be looked at, as when its disk is not there; null when it can. */
  trouble: z.string().nullable(),
  /** What is restored as soon as the store is opened again; null when nothing is. */
  waiting: z.object({ madeAt: z.string(), records: z.number() }).nullable(),
});
export type Backups = z.infer<typeof backupsSchema>;

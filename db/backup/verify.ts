import { AppError } from '../../shared/lib/app-error.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { checkBackup } from './check-backup.ts';
import { type BackupManifest, findBackups } from './manifest.ts';

export interface VerifyOutcome {
  sound: boolean;
  backups: number;
  findings: string[];
}

/** Reads every backup of a folder whole and compares it with its hashes. Throws NOT_FOUND where there is none. */
export function verifyBackups(folder: string, context: JobContext): VerifyOutcome {
  const { backups, damaged } = findBackups(folder);
  if (backups.length + damaged.length === 0) throw new AppError('NOT_FOUND', `There is no backup in ${folder}.`);
  const findings = [
    ...damaged.map((name) => `${name} cannot be read`),
    ...backups.flatMap((manifest) => checkBackup(folder, manifest, context).map((line) => inBackup(manifest, line))),
  ];
  return { sound: findings.length === 0, backups: backups.length, findings };
}

function inBackup({ madeAt }: BackupManifest, finding: string): string {
  return `backup of ${madeAt}: ${finding}`;
}

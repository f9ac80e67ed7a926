import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { AppError } from '../../shared/lib/app-error.ts';
import { unwrapFailure } from '../engine/sqlite/worker-failure.ts';
import type { RunningJob } from '../engine/threads/running-job.ts';
import type { Progress } from '../engine/threads/tasks.ts';
import { entryFile } from '../entry-file.ts';
import type { BackupTaskInput, BackupTaskName, BackupTaskOutput } from './tasks.ts';

export interface BackupRequest {
  name: BackupTaskName;
  input: unknown;
}

/** What the backup process tells. */
export type BackupMessage = { progress: Progress } | { outcome: unknown } | { crash: string };

/** Starts work on backups in a process of its own; see backup-process.ts. */
export function startBeside<Name extends BackupTaskName>(
  name: Name,
  input: BackupTaskInput<Name>,
  onProgress: (progress: Progress) => void = () => {},
): RunningJob<BackupTaskOutput<Name>> {
  const child = fork(fileURLToPath(entryFile('backup/backup-process')), {
    execArgv: [],
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, // the desktop program's own binary is Node, if asked so
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const result = new Promise<BackupTaskOutput<Name>>((resolve, reject) => {
    child.on('message', (message: BackupMessage) => {
      if ('progress' in message) onProgress(message.progress);
      else if ('crash' in message) reject(new Error(message.crash));
      else resolve(message.outcome as BackupTaskOutput<Name>);
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      reject(
        new AppError(
          'UNEXPECTED',
          `The process that works on backups ended before its time (${signal ?? code}). What it had begun does not count; try again.`,
        ),
      );
    });
  }).then(unwrapFailure);
  child.send({ name, input } satisfies BackupRequest);
  return {
    result,
    cancel: () => {
      if (child.connected) child.send('cancel');
    },
  };
}

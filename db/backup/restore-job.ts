import type { Job } from '../../shared/contract/schemas.ts';
import type { RestoreJournal } from './place-restored.ts';

/** The line of the history for a restore that was put into place: the history that came back knows nothing of it. */
export function restoreJob({ backup, aside, startedAt }: RestoreJournal): Job {
  const records = backup.records.toLocaleString('en');
  return {
    id: crypto.randomUUID(),
    kind: 'restore',
    subject: backup.madeAt,
    state: 'done',
    phase: '',
    done: 0,
    total: null,
    unit: 'records',
    startedAt,
    finishedAt: new Date().toISOString(),
    cancellable: false,
    message: `The store is as it was backed up at ${backup.madeAt}: ${records} records. The files of before are kept in ${aside}.`,
    result: { ...backup, aside },
  };
}

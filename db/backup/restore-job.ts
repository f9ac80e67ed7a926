import type { Job } from '../../shared/contract/schemas.ts';
import type { RestoreJournal } from './place-restored.ts';

/** The line of the history for what was put into place: the history that came back knows nothing of it. */
export function restoreJob({ from, backup, aside, startedAt }: RestoreJournal): Job {
  const records = backup.records.toLocaleString('en');
  return {
    id: crypto.randomUUID(),
    kind: from === 'standby' ? 'failover' : 'restore',
    subject: backup.madeAt,
    state: 'done',
    phase: '',
    done: 0,
    total: null,
    unit: 'records',
    startedAt,
    finishedAt: new Date().toISOString(),
    cancellable: false,
    message: `${inWords[from](backup.madeAt)}: ${records} records. The files of before are kept in ${aside}.`,
    result: { ...backup, aside },
  };
}

const inWords: Record<RestoreJournal['from'], (at: string) => string> = {
  backup: (at) => `The store is as it was backed up at ${at}`,
  readable: () => 'live.db was made anew from all that could still be read',
  standby: (at) => `The standby has taken the place of the store, as it was in step at ${at}`,
};

/**
 * What a window is served while its store cannot be opened: why, which copies could take its place with what they lack, and the
 * job that puts one there. Nothing else of the contract is there.
 */

import { statSync } from 'node:fs';
import { type AnyRouter, EventPublisher, implement, ORPCError } from '@orpc/server';
import { startBeside } from '../../db/backup/beside.ts';
import { lookAtStandby, missingAfter } from '../../db/standby/look-at-standby.ts';
import { readStandbyPlan } from '../../db/standby/standby-plan.ts';
import { type StoreFolder, storeFolder } from '../../db/store/folder.ts';
import { contract } from '../../shared/contract/contract.ts';
import type { AppEvent, Job } from '../../shared/contract/schemas.ts';
import type { StartTrouble, StartWay } from '../../shared/contract/standby.ts';
import { isAppError } from '../../shared/lib/app-error.ts';
import { counted } from '../../shared/text/counted.ts';
import { BackupPlanFile } from './backup-plan.ts';
import { type ApartWork, type OnProgress, restoreStore } from './backups-apart.ts';
import { JobRunner, type JobWork } from './job-runner.ts';
import { salvageStore, salvageWords } from './recovery-apart.ts';
import { failOverStore } from './standby-apart.ts';

export interface RecoveryOptions {
  storeFolder: string;
  /** Why the store could not be opened. */
  because: string;
  /** Opens the store, once a copy is in its place; throws in words where that cannot be opened either. */
  open: () => Promise<void>;
}

export interface Recovery {
  router: AnyRouter;
  /** Waits until nothing is put into place any more. */
  close(): Promise<void>;
}

/** Starts what serves the window of a store that cannot be opened. */
export function openRecovery({ storeFolder: root, because, open }: RecoveryOptions): Recovery {
  const folder = storeFolder(root);
  const events = new EventPublisher<{ event: AppEvent }>();
  const over: Job[] = []; // there is no store to keep a history in
  const jobs = new JobRunner(
    (job) => events.publish('event', { type: 'job', job }),
    async (job) => void over.unshift(job),
  );
  /** Runs what puts a file into the place of the live file, and opens the store then. */
  const start = <Outcome>(
    kind: Job['kind'],
    subject: string,
    {
      begin,
      describe,
    }: { begin: (onProgress: OnProgress) => ApartWork<Outcome>; describe: (outcome: Outcome) => Told },
  ): { jobId: string } => ({
    jobId: jobs.start({
      kind,
      subject,
      lane: 'write',
      cancellable: true,
      run: async (control) => {
        const work = begin(control.report);
        control.onCancel(work.cancel);
        const outcome = await work.result;
        await open();
        return describe(outcome);
      },
    }),
  });
  const putInPlace = ({ way, folder: from, at }: Pick<StartWay, 'way' | 'folder' | 'at'>) =>
    way === 'standby'
      ? start('failover', at, {
          begin: (onProgress) => failOverStore({ store: folder.root, standby: from }, onProgress),
          describe: describePlaced,
        })
      : start('restore', at, {
          begin: (onProgress) => restoreStore({ store: folder.root, folder: from, at }, onProgress),
          describe: describePlaced,
        });
  const salvage = () =>
    start('restore', 'live.db', {
      begin: (onProgress) => salvageStore({ store: folder.root }, onProgress),
      describe: (outcome) => ({ ...describePlaced(outcome), message: salvageWords(outcome) }),
    });
  const os = implement({ start: contract.start, jobs: contract.jobs, events: contract.events }).use(
    async ({ next }) => {
      try {
        return await next();
      } catch (error) {
        if (error instanceof ORPCError) throw error;
        const code = isAppError(error) ? error.code : 'UNEXPECTED';
        const message = error instanceof Error ? error.message : String(error);
        throw new ORPCError('APP_ERROR', { defined: true, status: 422, message, data: { code }, cause: error });
      }
    },
  );
  return {
    router: os.router({
      start: {
        look: os.start.look.handler(({ input }) => troubleOf(folder, because, input.folder)),
        putInPlace: os.start.putInPlace.handler(({ input }) => putInPlace(input)),
        salvage: os.start.salvage.handler(salvage),
      },
      jobs: {
        list: os.jobs.list.handler(() => [...jobs.active(), ...over]),
        cancel: os.jobs.cancel.handler(({ input }) => ({ cancelled: jobs.cancel(input.jobId) })),
      },
      events: os.events.handler(async function* ({ signal }) {
        yield* events.subscribe('event', { signal });
      }),
    }),
    close: () => jobs.drain(),
  };
}

type Told = Awaited<ReturnType<JobWork['run']>>;

function describePlaced({ records, bytes, aside }: { records: number; bytes: number; aside: string }): Told {
  const message = `The store is open again with ${counted(records, 'record')}.`;
  return { message, result: { records, bytes, aside } };
}

async function troubleOf(folder: StoreFolder, message: string, named: string | undefined): Promise<StartTrouble> {
  const { root } = folder;
  const planned = [readStandbyPlan(root).folder, (await new BackupPlanFile(folder.backupPlan).read()).folder];
  const folders = [...new Set([named ?? null, ...planned])].filter((each) => each !== null);
  const ways = (await Promise.all(folders.map((each) => waysIn(root, each)))).flat();
  const canSalvage = (statSync(folder.live, { throwIfNoEntry: false })?.size ?? 0) > 0;
  return { storeFolder: root, message, ways: ways.sort((a, b) => b.at.localeCompare(a.at)), canSalvage };
}

/** The standby and the newest backup that a folder holds; one that cannot be read is no way. */
async function waysIn(root: string, folder: string): Promise<StartWay[]> {
  const { backups } = await startBeside('list', { folder }).result;
  const [newest] = backups;
  const standby = standbyIn(root, folder);
  return [
    ...(standby ? [standby] : []),
    ...(newest
      ? [
          {
            way: 'backup' as const,
            folder,
            at: newest.madeAt,
            records: newest.records,
            missing: missingAfter(root, { at: newest.madeAt, records: newest.records }),
          },
        ]
      : []),
  ];
}

function standbyIn(root: string, folder: string): StartWay | null {
  try {
    const seen = lookAtStandby(root, folder);
    if (seen === null) return null;
    const { inStepAt, facts, missing } = seen;
    return { way: 'standby', folder, at: inStepAt, records: facts.records, missing };
  } catch (error) {
    if (isAppError(error) && error.code === 'DAMAGED') return null;
    throw error;
  }
}

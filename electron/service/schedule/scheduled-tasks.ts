import type { ScheduledTask, TaskName } from '../../../shared/contract/schedule.ts';
import type { BackupJobs } from '../backup-jobs.ts';
import type { ServiceGround } from '../service-parts.ts';
import type { StoreJobs } from '../store-jobs.ts';

/** How a task is done. */
export interface TaskWork {
  /** What it lacks before it can run; null when nothing. */
  needs(): Promise<ScheduledTask['needs']>;
  /** Starts its next job after so many earlier ones of the same run; null when nothing is left to do. */
  start(earlier: number): Promise<string | null>;
}

interface Jobs {
  storeJobs: StoreJobs;
  backupJobs: BackupJobs;
}

/** What is done by the clock, each task by the job that a person would start. */
export function scheduledTasks(
  { engine, settings }: Pick<ServiceGround, 'engine' | 'settings'>,
  { storeJobs, backupJobs }: Jobs,
): Record<TaskName, TaskWork> {
  const nothing = async () => null;
  const once = (start: () => string | Promise<string>) => async (earlier: number) => (earlier === 0 ? start() : null);
  const needsFolder = async () => ((await backupJobs.folder()) === null ? 'backupFolder' : null);
  return {
    backup: { needs: needsFolder, start: once(() => backupJobs.backUp({ whole: false })) },
    integrity: { needs: nothing, start: once(() => storeJobs.integrity()) },
    optimise: { needs: nothing, start: once(() => storeJobs.optimise()) },
    drill: { needs: needsFolder, start: once(() => backupJobs.drill()) },
    vacuum: { needs: nothing, start: once(() => storeJobs.vacuum()) },
    rollOver: {
      needs: async () => (settings.settings.keepYearsInLive === 0 ? 'yearsToKeep' : null),
      // A year a job, the oldest first, until those that are left are to stay.
      async start() {
        const thisYear = new Date().getFullYear();
        const { archivableYears } = await engine.ask('status', { folder: engine.folder, thisYear });
        const old = archivableYears.filter(({ year }) => year <= thisYear - settings.settings.keepYearsInLive);
        return old.length === 0 ? null : storeJobs.archive(Math.min(...old.map(({ year }) => year)));
      },
    },
  };
}

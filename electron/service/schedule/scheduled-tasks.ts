import type { RollOverRule } from '../../../shared/contract/roll-over.ts';
import type { ScheduledTask, TaskName } from '../../../shared/contract/schedule.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import type { BackupJobs } from '../backup-jobs.ts';
import type { ServiceGround } from '../service-parts.ts';
import type { StoreJobs } from '../store-jobs.ts';

const BYTES_OF_A_GIGABYTE = 1_000_000_000;
/** Below this share of the live file, and these bytes, it is not worth writing all of it anew. */
const WORTH_A_VACUUM = { share: 0.05, bytes: 1_000_000 };

/** How a task is done. */
export interface TaskWork {
  /** What it lacks before it can run; null when nothing. */
  needs(): Promise<ScheduledTask['needs']>;
  /** Starts its next job after so many earlier ones of the same run; null when nothing is left to do. */
  start(earlier: number): Promise<string | null>;
  /** Whether the clock should start it at all; a person who does gets it in any case. */
  isWorthIt?(): Promise<boolean>;
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
  const isVacuumWorthIt = async () => {
    const { bytes, reclaimableBytes } = await engine.forecastVacuum();
    return reclaimableBytes >= Math.max(bytes * WORTH_A_VACUUM.share, WORTH_A_VACUUM.bytes);
  };
  return {
    backup: { needs: needsFolder, start: once(() => backupJobs.backUp({ whole: false })) },
    integrity: { needs: nothing, start: once(() => storeJobs.integrity()) },
    optimise: { needs: nothing, start: once(() => storeJobs.optimise()) },
    drill: { needs: needsFolder, start: once(() => backupJobs.drill()) },
    vacuum: { needs: nothing, start: once(() => storeJobs.vacuum()), isWorthIt: isVacuumWorthIt },
    rollOver: {
      needs: async () => (rollOverRules(settings.settings).length === 0 ? 'limitOfLive' : null),
      start: async (earlier) => {
        const rule = rollOverRules(settings.settings)[earlier];
        return rule ? storeJobs.rollOver(rule) : null;
      },
    },
  };
}

/** What may stay in live, a rule for each limit that is set. */
function rollOverRules({ keepYearsInLive: years, keepGigabytesInLive: gigabytes }: Settings): RollOverRule[] {
  return [
    ...(years === 0 ? [] : [{ keep: 'years' as const, years }]),
    ...(gigabytes === 0 ? [] : [{ keep: 'bytes' as const, bytes: gigabytes * BYTES_OF_A_GIGABYTE }]),
  ];
}

import { readLastBackup } from '../../../db/backup/last-backup.ts';
import type { Engine } from '../../../db/engine/engine.ts';
import { readStoreSize } from '../../../db/store/store-size.ts';
import type { LogHolder, StoreHealth } from '../../../shared/contract/health.ts';
import type { About } from './alerts.ts';

/** A folder that fails altogether holds more; nobody counts them one by one. */
const FAILED_COUNTED = 1_000;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** What of a store's health is read from its files. */
export interface StoreFacts {
  size: Omit<StoreHealth, 'growthBytesADay'>;
  failedLastDay: number;
  storeSince: string | null;
  lastIntegrity: string | null;
  lastBackup: string | null;
  /** The last full check found damage in the live file. */
  isLiveFlawed: boolean;
  /** Who keeps a large log from being cut; null where nobody does, or that is not known. */
  logHeldBy: LogHolder | null;
  /** Scheduled reports whose newest run failed, by name; null where the list of reports cannot be read. */
  failedReports: readonly string[] | null;
  /** Files of watched folders that failed and nobody has seen to since, newest first. */
  failedFiles: About[];
}

/** Cuts the log, where that is asked for, then reads the sizes of a store and what its history of jobs says. `nowMs` is the time of day. */
export async function readStoreFacts(
  engine: Engine,
  nowMs: number,
  cutLog: () => Promise<LogHolder | null>,
): Promise<Omit<StoreFacts, 'failedReports'>> {
  const { folder } = engine;
  const logHeldBy = await cutLog();
  const [status, jobs, watched] = await Promise.all([
    engine.ask('status', { folder, thisYear: new Date(nowMs).getFullYear() }),
    engine.ask('jobFacts', { folder, since: new Date(nowMs - DAY_MS).toISOString() }),
    engine.ask('watchedFiles', { folder, limit: FAILED_COUNTED }),
  ]);
  return {
    size: await readStoreSize(folder, status),
    failedLastDay: jobs.failed,
    storeSince: jobs.firstImport,
    lastIntegrity: jobs.lastDone.get('integrity') ?? null,
    lastBackup: readLastBackup(folder),
    isLiveFlawed: status.partitions.some(({ flaws }) => flaws.some(({ code }) => code === 'damaged')),
    logHeldBy,
    failedFiles: watched.failed.map(({ file, message }) => ({ name: file, why: message })),
  };
}

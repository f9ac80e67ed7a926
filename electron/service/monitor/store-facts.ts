import { readLastBackup } from '../../../db/backup/last-backup.ts';
import type { Engine } from '../../../db/engine/engine.ts';
import { readStoreSize } from '../../../db/store/store-size.ts';
import type { LogHolder, StoreHealth } from '../../../shared/contract/health.ts';

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
}

/** Cuts the log, where that is asked for, then reads the sizes of a store and what its history of jobs says. `nowMs` is the time of day. */
export async function readStoreFacts(
  engine: Engine,
  nowMs: number,
  cutLog: () => Promise<LogHolder | null>,
): Promise<StoreFacts> {
  const { folder } = engine;
  const logHeldBy = await cutLog();
  const [status, jobs] = await Promise.all([
    engine.ask('status', { folder, thisYear: new Date(nowMs).getFullYear() }),
    engine.ask('jobFacts', { folder, since: new Date(nowMs - DAY_MS).toISOString() }),
  ]);
  return {
    size: await readStoreSize(folder, status),
    failedLastDay: jobs.failed,
    storeSince: jobs.firstImport,
    lastIntegrity: jobs.lastDone.get('integrity') ?? null,
    lastBackup: readLastBackup(folder),
    isLiveFlawed: status.partitions.some(({ flaws }) => flaws.some(({ code }) => code === 'damaged')),
    logHeldBy,
  };
}

import { join } from 'node:path';
import type { JobRunner } from '../job-runner.ts';
import type { Monitor } from '../monitor/monitor.ts';
import type { ServiceGround } from '../service-parts.ts';
import type { StoreJobs } from '../store-jobs.ts';
import { IndexMonitor } from './index-monitor.ts';
import { IndexUse } from './index-use.ts';

/** Which question goes by which index, as the file in the store's folder has it. */
export function openIndexUse({ engine, owns, log }: ServiceGround): Promise<IndexUse> {
  return IndexUse.open({
    path: join(engine.folder.root, 'index-use.json'),
    keeps: owns,
    onFailure: (error) => log.warn({ error }, 'which questions go by which index cannot be read or kept'),
    now: () => new Date(),
  });
}

/** The indexes of a store, with advice by what the monitor has recorded. */
export function openIndexMonitor(
  { engine }: ServiceGround,
  { monitor, ...parts }: { jobs: JobRunner; storeJobs: StoreJobs; monitor: Monitor; use: IndexUse },
): IndexMonitor {
  return new IndexMonitor({
    ...parts,
    engine,
    slow: async () => (await monitor.health()).slow,
    runs: () => monitor.recorder.runs(),
    now: () => new Date(),
  });
}

import type { ServiceParts } from '../service-parts.ts';
import { vacuumForecast } from '../vacuum-forecast.ts';
import type { Implementer } from './router.ts';

export function maintenanceHandlers(os: Implementer, { engine, storeJobs, backupJobs }: ServiceParts) {
  return {
    vacuum: os.maintenance.vacuum.handler(() => ({ jobId: storeJobs.vacuum() })),
    vacuumForecast: os.maintenance.vacuumForecast.handler(() => vacuumForecast(engine)),
    integrity: os.maintenance.integrity.handler(() => ({ jobId: storeJobs.integrity() })),
    optimise: os.maintenance.optimise.handler(() => ({ jobId: storeJobs.optimise() })),
    archive: os.maintenance.archive.handler(({ input }) => ({ jobId: storeJobs.archive(input.year) })),
    rollOver: os.maintenance.rollOver.handler(({ input }) => ({ jobId: storeJobs.rollOver(input) })),
    reopen: os.maintenance.reopen.handler(({ input }) => ({ jobId: storeJobs.reopen(input.archive) })),
    backups: os.maintenance.backups.handler(() => backupJobs.list()),
    planBackups: os.maintenance.planBackups.handler(({ input }) => backupJobs.plan(input)),
    backup: os.maintenance.backup.handler(async ({ input }) => ({ jobId: await backupJobs.backUp(input) })),
    drill: os.maintenance.drill.handler(async ({ input }) => ({ jobId: await backupJobs.drill(input.folder) })),
    restore: os.maintenance.restore.handler(async ({ input }) => ({ jobId: await backupJobs.restore(input) })),
    dropRestore: os.maintenance.dropRestore.handler(() => ({ dropped: backupJobs.dropRestore() })),
  };
}

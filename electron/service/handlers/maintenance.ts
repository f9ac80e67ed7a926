import type { ServiceParts } from '../service.ts';
import type { Implementer } from './router.ts';

export function maintenanceHandlers(os: Implementer, { storeJobs }: ServiceParts) {
  return {
    vacuum: os.maintenance.vacuum.handler(() => ({ jobId: storeJobs.vacuum() })),
    integrity: os.maintenance.integrity.handler(() => ({ jobId: storeJobs.integrity() })),
    archive: os.maintenance.archive.handler(({ input }) => ({ jobId: storeJobs.archive(input.year) })),
  };
}

import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

export function recoveryHandlers(os: Implementer, { recovery }: ServiceParts) {
  return {
    status: os.recovery.status.handler(() => recovery.status()),
    rebuild: os.recovery.rebuild.handler(async ({ input }) => ({
      jobId: await recovery.rebuild(input.archive, input.folders),
    })),
    accept: os.recovery.accept.handler(({ input }) => ({ jobId: recovery.accept(input.archive) })),
    acknowledge: os.recovery.acknowledge.handler(async ({ input }) => ({
      acknowledged: await recovery.acknowledge(input.archive),
    })),
  };
}

import type { ServiceParts } from '../service.ts';
import type { Implementer } from './router.ts';

const HISTORY_SHOWN = 100;

export function jobHandlers(os: Implementer, { engine, jobs }: ServiceParts) {
  return {
    list: os.jobs.list.handler(async () => [
      ...jobs.active(),
      ...(await engine.ask('jobs', { folder: engine.folder, limit: HISTORY_SHOWN })),
    ]),
    cancel: os.jobs.cancel.handler(({ input }) => ({ cancelled: jobs.cancel(input.jobId) })),
  };
}

import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

/** How many jobs of the history are listed. */
export const HISTORY_SHOWN = 100;

export function jobHandlers(os: Implementer, { engine, jobs }: ServiceParts) {
  return {
    list: os.jobs.list.handler(async () => {
      const active = jobs.active();
      const history = await engine.ask('jobs', { folder: engine.folder, limit: HISTORY_SHOWN });
      // A job may have reached the history while that was read.
      return [...active, ...history.filter(({ id }) => !active.some((job) => job.id === id))];
    }),
    cancel: os.jobs.cancel.handler(({ input }) => ({ cancelled: jobs.cancel(input.jobId) })),
  };
}

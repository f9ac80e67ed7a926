import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

export function scheduleHandlers(os: Implementer, { schedule }: ServiceParts) {
  return {
    list: os.schedule.list.handler(() => schedule.list()),
    change: os.schedule.change.handler(async ({ input: { task, ...changes } }) => {
      await schedule.change(task, changes);
      return schedule.list();
    }),
    preview: os.schedule.preview.handler(({ input }) => schedule.preview(input.rule)),
    run: os.schedule.run.handler(async ({ input }) => ({ jobId: await schedule.run(input.task) })),
  };
}

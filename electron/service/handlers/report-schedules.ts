import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

export function reportScheduleHandlers(os: Implementer, { reportSchedules, schedule }: ServiceParts) {
  const list = () => reportSchedules.list(() => schedule.waitsFor());
  return {
    list: os.reportSchedules.list.handler(list),
    save: os.reportSchedules.save.handler(async ({ input }) => {
      await reportSchedules.save(input);
      return list();
    }),
    turn: os.reportSchedules.turn.handler(async ({ input }) => {
      await reportSchedules.turn(input.id, input.isOn);
      return list();
    }),
    remove: os.reportSchedules.remove.handler(async ({ input }) => {
      await reportSchedules.remove(input.id);
      return list();
    }),
    preview: os.reportSchedules.preview.handler(({ input }) => reportSchedules.preview(input)),
    run: os.reportSchedules.run.handler(async ({ input }) => ({ jobId: await reportSchedules.run(input.report) })),
  };
}

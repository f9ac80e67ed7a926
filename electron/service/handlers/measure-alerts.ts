import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

export function measureAlertHandlers(os: Implementer, { measureAlerts: { kept, watch } }: ServiceParts) {
  /** What came of a change, looked at anew. */
  const after = async (change: Promise<unknown>) => {
    await change;
    await watch.look();
    return watch.told();
  };
  return {
    list: os.measureAlerts.list.handler(() => watch.told()),
    save: os.measureAlerts.save.handler(({ input }) => after(kept.save(input))),
    remove: os.measureAlerts.remove.handler(({ input }) => after(kept.remove(input.name))),
  };
}

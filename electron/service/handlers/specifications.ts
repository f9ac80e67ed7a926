import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

export function specificationHandlers(os: Implementer, { specifications, measureAlerts }: ServiceParts) {
  /** What is watched may be held against them; nobody waits for that. */
  const after = async <T>(change: Promise<T>): Promise<T> => {
    const changed = await change;
    void measureAlerts.watch.look();
    return changed;
  };
  return {
    list: os.specifications.list.handler(() => specifications.list()),
    save: os.specifications.save.handler(({ input }) => after(specifications.save(input))),
    remove: os.specifications.remove.handler(({ input }) => after(specifications.remove(input))),
  };
}

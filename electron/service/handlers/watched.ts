import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

export function watchedHandlers(os: Implementer, { watched }: ServiceParts) {
  return {
    list: os.watched.list.handler(() => watched.list()),
    add: os.watched.add.handler(async ({ input }) => {
      await watched.add(input);
      return watched.list();
    }),
    change: os.watched.change.handler(async ({ input }) => {
      await watched.change(input);
      return watched.list();
    }),
    remove: os.watched.remove.handler(async ({ input }) => {
      await watched.remove(input.id);
      return watched.list();
    }),
    open: os.watched.open.handler(({ input }) => watched.open(input.claim)),
    again: os.watched.again.handler(async ({ input }) => {
      await watched.again(input.claims);
      return watched.list();
    }),
  };
}

import type { ServiceParts } from '../service.ts';
import type { Implementer } from './router.ts';

export function cacheHandlers(os: Implementer, { cache }: ServiceParts) {
  return {
    drop: os.cache.drop.handler(async ({ input }) => ({ dropped: await cache.drop(input) })),
  };
}

import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

export function cacheHandlers(os: Implementer, { cache, warming }: ServiceParts) {
  return {
    drop: os.cache.drop.handler(async ({ input }) => {
      // Who has all answers dropped wants nothing of what was asked to be left.
      if (Object.values(input).every((tag) => tag === undefined)) await warming.forget();
      return { dropped: await cache.drop(input) };
    }),
  };
}

import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

export function lotHandlers(os: Implementer, { cache }: ServiceParts) {
  return {
    find: os.lots.find.handler(({ input, signal }) => cache.ofLots({ of: 'find', ...input }, signal)),
    story: os.lots.story.handler(({ input, signal }) => cache.ofLots({ of: 'story', ...input }, signal)),
    similar: os.lots.similar.handler(({ input, signal }) => cache.ofLots({ of: 'similar', ...input }, signal)),
    touched: os.lots.touched.handler(({ input, signal }) => cache.ofLots({ of: 'touched', ...input }, signal)),
  };
}

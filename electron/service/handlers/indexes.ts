import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

export function indexHandlers(os: Implementer, { indexMonitor }: ServiceParts) {
  return {
    list: os.indexes.list.handler(({ signal }) => indexMonitor.list(signal)),
    advise: os.indexes.advise.handler(() => ({ jobId: indexMonitor.advise() })),
    apply: os.indexes.apply.handler(({ input }) => ({ jobId: indexMonitor.apply(input.name) })),
    revert: os.indexes.revert.handler(({ input }) => ({ jobId: indexMonitor.revert(input.name) })),
  };
}

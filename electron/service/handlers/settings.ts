import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

export function settingsHandlers(os: Implementer, { settings, cache }: ServiceParts) {
  return {
    get: os.settings.get.handler(() => settings.settings),
    change: os.settings.change.handler(async ({ input }) => {
      const changed = await settings.change(input);
      cache.applySettings();
      return changed;
    }),
  };
}

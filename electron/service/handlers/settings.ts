import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

export function settingsHandlers(os: Implementer, { settings, cache, events }: ServiceParts) {
  return {
    get: os.settings.get.handler(() => settings.settings),
    change: os.settings.change.handler(async ({ input }) => {
      const changed = await settings.change(input);
      cache.applySettings();
      events.publish('event', { type: 'kept', what: 'settings' });
      return changed;
    }),
  };
}

import type { ServiceParts } from '../service.ts';
import type { Implementer } from './router.ts';

export function settingsHandlers(os: Implementer, { settings }: ServiceParts) {
  return {
    get: os.settings.get.handler(() => settings.settings),
    change: os.settings.change.handler(({ input }) => settings.change(input)),
  };
}

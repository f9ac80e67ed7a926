import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

export function healthHandlers(os: Implementer, { monitor }: ServiceParts) {
  return {
    get: os.health.get.handler(() => monitor.health()),
  };
}

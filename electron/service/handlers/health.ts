import type { ServiceParts } from '../service.ts';
import type { Implementer } from './router.ts';

export function healthHandlers(os: Implementer, { monitor }: ServiceParts) {
  return {
    get: os.health.get.handler(() => monitor.health()),
  };
}

import { AppError } from '../../../shared/lib/app-error.ts';
import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

export function standbyHandlers(os: Implementer, { standby }: ServiceParts) {
  return {
    status: os.standby.status.handler(() => standby.status()),
    set: os.standby.set.handler(({ input }) => standby.set(input)),
    off: os.standby.off.handler(() => standby.off()),
    followAnew: os.standby.followAnew.handler(() => standby.followAnew()),
    failOver: os.standby.failOver.handler(() => ({ jobId: standby.failOver() })),
  };
}

/** Of a store that is open: what to do where it is not stands in standby-recovery.ts. */
export function startHandlers(os: Implementer) {
  return {
    look: os.start.look.handler(() => null),
    putInPlace: os.start.putInPlace.handler(refuseOpen),
    salvage: os.start.salvage.handler(refuseOpen),
  };
}

function refuseOpen(): never {
  throw new AppError(
    'INVALID_ARGUMENT',
    'The store is open. Nothing was changed; fail over or restore under Maintenance.',
  );
}

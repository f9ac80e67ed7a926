import { mapEventIterator } from '@orpc/client';
import { type ImplementerInternalWithMiddlewares, implement, ORPCError, type Router } from '@orpc/server';
import { type Contract, contract } from '../../../shared/contract/contract.ts';
import { isAppError } from '../../../shared/lib/app-error.ts';
import { isAsyncIterator } from '../../../shared/lib/async-iterator.ts';
import { giveWay } from '../cache/give-way.ts';
import { recordCall } from '../monitor/record-calls.ts';
import type { ServiceParts } from '../service-parts.ts';
import { cacheHandlers } from './cache.ts';
import { columnSetHandlers } from './column-sets.ts';
import { correctionHandlers } from './corrections.ts';
import { explainHandlers } from './explain.ts';
import { exportHandlers } from './exports.ts';
import { gateHandlers } from './gate.ts';
import { healthHandlers } from './health.ts';
import { importHandlers } from './imports.ts';
import { indexHandlers } from './indexes.ts';
import { jobHandlers } from './jobs.ts';
import { lotHandlers } from './lots.ts';
import { maintenanceHandlers } from './maintenance.ts';
import { measureAlertHandlers } from './measure-alerts.ts';
import { profileHandlers } from './profiles.ts';
import { queryHandlers } from './query.ts';
import { recordHandlers } from './records.ts';
import { recoveryHandlers } from './recovery.ts';
import { reportScheduleHandlers } from './report-schedules.ts';
import { scheduleHandlers } from './schedule.ts';
import { settingsHandlers } from './settings.ts';
import { specificationHandlers } from './specifications.ts';
import { standbyHandlers, startHandlers } from './standby.ts';
import { storeHandlers } from './store.ts';
import { viewHandlers } from './views.ts';
import { watchedHandlers } from './watched.ts';

type NoContext = Record<never, never>;

/** The contract, bare of handlers; each area implements its part. Named, as what would be inferred is too long as well. */
export type Implementer = ImplementerInternalWithMiddlewares<Contract, NoContext, NoContext>;

/** Before the one middleware, which sees the input with what was left out filled in. */
const INPUT_IS_CHECKED = { initialInputValidationIndex: -1 };

/** Turns what went wrong into the contract's one error, and records every question: here and nowhere else. */
function createImplementer({ log, monitor, warming }: ServiceParts): Implementer {
  return implement(contract)
    .$config(INPUT_IS_CHECKED)
    .use(async ({ next, path, signal }, input) => {
      const inContract = (error: unknown) => {
        if (error instanceof ORPCError) return error;
        // Whoever has gone away ends a stream by it, which is no failure.
        if (!isAppError(error) && !signal?.aborted) log.error({ error, path }, 'a call failed unexpectedly');
        const code = isAppError(error) ? error.code : 'UNEXPECTED';
        const message = error instanceof Error ? error.message : String(error);
        return new ORPCError('APP_ERROR', { defined: true, status: 422, message, data: { code }, cause: error });
      };
      try {
        const ask = () => giveWay(warming, { path, input }, next);
        const result = await (monitor.records ? recordCall(monitor.recorder, { path, input }, ask) : ask());
        if (!isAsyncIterator(result.output)) return result;
        // A stream fails after the call has long returned.
        const output = mapEventIterator(result.output, {
          value: async (value) => value,
          error: async (error) => inContract(error),
        });
        return { ...result, output };
      } catch (error) {
        throw inContract(error);
      }
    });
}

/** Written out, as what would be inferred of so many calls is longer than the compiler writes down. */
export type ServiceRouter = Router<Contract, NoContext>;

/** Every call of the contract over one service. */
export function createRouter(parts: ServiceParts): ServiceRouter {
  const os = createImplementer(parts);
  return os.router({
    store: storeHandlers(os, parts),
    query: queryHandlers(os, parts),
    ...recordHandlers(os, parts),
    lots: lotHandlers(os, parts),
    imports: importHandlers(os, parts),
    profiles: profileHandlers(os, parts),
    watched: watchedHandlers(os, parts),
    corrections: correctionHandlers(os, parts),
    gate: gateHandlers(os, parts),
    maintenance: maintenanceHandlers(os, parts),
    recovery: recoveryHandlers(os, parts),
    schedule: scheduleHandlers(os, parts),
    reportSchedules: reportScheduleHandlers(os, parts),
    exports: exportHandlers(os, parts),
    explain: explainHandlers(os, parts),
    jobs: jobHandlers(os, parts),
    health: healthHandlers(os, parts),
    standby: standbyHandlers(os, parts),
    start: startHandlers(os),
    indexes: indexHandlers(os, parts),
    settings: settingsHandlers(os, parts),
    columnSets: columnSetHandlers(os, parts),
    specifications: specificationHandlers(os, parts),
    measureAlerts: measureAlertHandlers(os, parts),
    ...viewHandlers(os, parts),
    cache: cacheHandlers(os, parts),
    events: os.events.handler(async function* ({ signal }) {
      yield* parts.events.subscribe('event', { signal });
    }),
  });
}

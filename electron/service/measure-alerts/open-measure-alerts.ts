import { runReport } from '../../../db/engine/answers/run-report.ts';
import { type MeasureAlert, MOST_MEASURE_ALERTS, measureAlertSchema } from '../../../shared/contract/measure-alerts.ts';
import { parseReportQuery } from '../../../shared/query/report-query.ts';
import type { JobRunner } from '../job-runner.ts';
import type { ServiceGround } from '../service-parts.ts';
import type { Specifications } from '../specifications.ts';
import { NamedFile } from '../views/named-file.ts';
import { MeasureAlerts } from './measure-alerts.ts';

/** What is watched of measures, and the watch over it. */
export interface WatchedMeasures {
  kept: NamedFile<MeasureAlert>;
  watch: MeasureAlerts;
}

/** Opens what is watched of the measures of a store; it is kept in the store's folder. */
export function openMeasureAlerts(
  { engine, events, log }: ServiceGround,
  { jobs, specifications }: { jobs: Pick<JobRunner, 'active'>; specifications: Pick<Specifications, 'list'> },
): WatchedMeasures {
  const kept = new NamedFile(
    engine.folder.measureAlerts,
    { schema: measureAlertSchema, one: 'alert', several: 'alerts of measures', most: MOST_MEASURE_ALERTS },
    () => events.publish('event', { type: 'kept', what: 'measureAlerts' }),
  );
  const watch = new MeasureAlerts({
    list: () => kept.list(),
    specifications: () => specifications.list(),
    ask: async (query) => (await runReport(engine, parseReportQuery(query))).answer,
    isIdle: () => !jobs.active().some(({ state }) => state === 'queued' || state === 'running'),
    onFound: (found) => events.publish('event', { type: 'measure-alert', found }),
    onFailure: (what, error) => log.warn({ error }, what),
    now: Date.now,
  });
  return { kept, watch };
}

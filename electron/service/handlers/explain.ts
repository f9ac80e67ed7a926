import { countAnew } from '../../../db/engine/explain/explain-count.ts';
import { explainFile, explainImport, explainJobs } from '../../../db/engine/explain/explain-origin.ts';
import { explainRan } from '../../../db/engine/explain/explain-reads.ts';
import type { ExplainedOrigin } from '../../../shared/contract/explain.ts';
import {
  type FigureSource,
  figureSources,
  type HealthSubject,
  healthSubjects,
} from '../../../shared/explain/figures.ts';
import { explainHealth } from '../monitor/explain-health.ts';
import type { ServiceParts } from '../service-parts.ts';
import { HISTORY_SHOWN } from './jobs.ts';
import type { Implementer } from './router.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

export function explainHandlers(os: Implementer, { engine, monitor, indexMonitor }: ServiceParts) {
  const ofHealth = async (subject: HealthSubject): Promise<ExplainedOrigin> => {
    const startedAt = performance.now();
    const told = explainHealth(subject, await monitor.health(), monitor.growsSince);
    const elapsedMs = performance.now() - startedAt;
    const sources: readonly FigureSource[] = healthSubjects[subject].sources;
    const isInStore = sources.some((source) => figureSources[source].reads.length > 0);
    if (!isInStore) return { ...told, elapsedMs, statements: [] };
    if (subject === 'indexes') {
      const { heard } = await indexMonitor.listHeard();
      return { ...told, elapsedMs, statements: await explainRan(engine, heard) };
    }
    const since = new Date(Date.parse(told.asOf) - DAY_MS).toISOString();
    return { ...told, elapsedMs, statements: await explainJobs(engine, sources, { since, newest: HISTORY_SHOWN }) };
  };
  return {
    origin: os.explain.origin.handler(({ input }) => {
      if (input.of === 'import') return explainImport(engine, input.batchId);
      if (input.of === 'file') return explainFile(engine, input.partition);
      return ofHealth(input.subject);
    }),
    count: os.explain.count.handler(({ input, signal }) => countAnew(engine, input, signal)),
  };
}

import { countAnew } from '../../../db/engine/explain-count.ts';
import { explainFailures, explainFile, explainImport } from '../../../db/engine/explain-origin.ts';
import type { ExplainedOrigin } from '../../../shared/contract/explain.ts';
import { type FigureSource, type HealthSubject, healthSubjects } from '../../../shared/explain/figures.ts';
import { explainHealth } from '../monitor/explain-health.ts';
import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

export function explainHandlers(os: Implementer, { engine, monitor }: ServiceParts) {
  const ofHealth = async (subject: HealthSubject): Promise<ExplainedOrigin> => {
    const startedAt = performance.now();
    const told = explainHealth(subject, await monitor.health());
    const elapsedMs = performance.now() - startedAt;
    const sources: readonly FigureSource[] = healthSubjects[subject].sources;
    if (!sources.includes('jobHistory')) return { ...told, elapsedMs, statements: [] };
    const since = new Date(Date.parse(told.asOf) - DAY_MS).toISOString();
    return { ...told, elapsedMs, statements: await explainFailures(engine, since) };
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

import { join } from 'node:path';
import { planReport } from '../../../db/planner/plan.ts';
import type { ServiceGround } from '../service-parts.ts';
import { AnswerCache } from './answer-cache.ts';
import { computationsOf } from './computations.ts';
import { valuesInSight } from './in-sight.ts';
import { otherValuesIn } from './neighbours.ts';
import { restOfAScreen, Warming, warmIn } from './warming.ts';

/** The answers that are kept of a store; none at first. */
export function openCache({ engine, settings }: ServiceGround): AnswerCache {
  const cache: AnswerCache = new AnswerCache(
    computationsOf(
      engine,
      () => settings.settings,
      (query, signal) => cache.dayCounts(query, signal),
    ),
    {
      catalog: () => engine.catalog(),
      settings: () => settings.settings,
      now: Date.now,
      elapsed: () => performance.now(),
    },
  );
  return cache;
}

/** What fills a cache in idle time, with what it remembers in the store's folder. */
export function openWarming({ engine, owns, clock, log }: ServiceGround, cache: AnswerCache): Promise<Warming> {
  return Warming.open({
    warm: warmIn(cache),
    rest: restOfAScreen,
    catalog: () => engine.catalog(),
    answeredFrom(query, catalog) {
      const { rollup, arms } = planReport(query, catalog);
      if (rollup === null) return 'records';
      const files = arms.map(({ partition }) => partition);
      return engine.rollups.rollups(catalog, files, rollup) === null ? 'files' : 'memory';
    },
    fewValues: async () => otherValuesIn(await engine.texts(await engine.catalog())),
    valuesInSight: (questions, signal) => valuesInSight(cache, questions, signal),
    path: join(engine.folder.root, 'asked.json'),
    owns,
    now: Date.now,
    elapsed: clock.elapsed,
    onFailure: (error) =>
      log.warn({ error }, 'what is asked often cannot be read, kept or computed before it is asked'),
  });
}

import { dayFromIso } from '../../../shared/domain/day.ts';
import type { RecordsScope } from '../../../shared/query/records-query.ts';
import type { DayRange } from '../../planner/plan.ts';
import { monthInRange } from '../../planner/prune-partitions.ts';
import type { Catalog } from '../../store/catalog.ts';
import type { Engine } from '../engine.ts';
import type { Value } from '../sqlite/connection.ts';
import { readArms } from './read-arms.ts';

/** Every change of the set of files costs one new catalogue; more than a few mean that something else is wrong. */
export const PLANS_TRIED = 5;

/** The days of a scope. */
export function rangeOf(scope: Pick<RecordsScope, 'from' | 'to'>): DayRange {
  return { from: scope.from ? dayFromIso(scope.from) : null, to: scope.to ? dayFromIso(scope.to) : null };
}

/** The files that hold days of a range. */
export function armsOf(catalog: Catalog, range: DayRange) {
  return catalog.partitions
    .filter((partition) => partition.months.some((month) => monthInRange(month, range)))
    .map((partition) => ({ partition }));
}

/** What each file of a range answers, asked again with a new catalogue when the set of files changed meanwhile. */
export async function overFiles(
  engine: Engine,
  range: DayRange,
  statements: Parameters<typeof readArms>[2],
  signal?: AbortSignal,
): Promise<{ partition: string; answers: Value[][][] }[]> {
  for (let attempt = 0; attempt < PLANS_TRIED; attempt++) {
    const catalog = await engine.catalog();
    const arms = armsOf(catalog, range);
    const results = await readArms(engine, { arms }, statements, catalog, signal);
    if (results === null) {
      engine.forgetCatalog();
      continue;
    }
    return results.map((result, arm) => ({
      partition: arms[arm]?.partition.name ?? '',
      answers: result.answers.map(({ rows }) => rows),
    }));
  }
  throw new Error('The set of archives kept changing while records were read.');
}

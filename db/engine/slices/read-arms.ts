import type { SqlStatement } from '../../dialects/sqlite/report.ts';
import type { Plan } from '../../planner/plan.ts';
import type { Catalog } from '../../store/catalog.ts';
import type { Engine } from '../engine.ts';
import type { ReadResult } from '../threads/tasks.ts';

/** What every file answers to the same statements, or null when the set of files changed since the plan was made. */
export async function readArms(
  engine: Engine,
  plan: Pick<Plan, 'arms'>,
  statements: SqlStatement[],
  catalog: Catalog,
  signal?: AbortSignal,
): Promise<ReadResult[] | null> {
  const results = await Promise.all(
    plan.arms.map(({ partition }) =>
      engine.read(partition.file, statements, {
        catalogVersion: partition.kind === 'live' ? catalog.version : null,
        signal,
      }),
    ),
  );
  if (results.some((result) => !result.current)) return null;
  return (await sameFiles(engine, plan, catalog)) ? results : null;
}

/** A plan without live still has to notice that the files changed hands while it ran; one with live has noticed by reading. */
export async function sameFiles(engine: Engine, { arms }: Pick<Plan, 'arms'>, catalog: Catalog): Promise<boolean> {
  const live = catalog.partitions.find(({ kind }) => kind === 'live');
  if (!live || arms.some(({ partition }) => partition.kind === 'live')) return true;
  return (await engine.read(live.file, [], { catalogVersion: catalog.version })).current;
}

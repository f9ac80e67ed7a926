import type { Answer, PlanSummary } from '../../shared/query/answer.ts';
import type { ReportQuery } from '../../shared/query/report-query.ts';
import { lotsStatement, reportStatement } from '../dialects/sqlite/report.ts';
import { type Plan, planReport } from '../planner/plan.ts';
import { scanRollup } from '../rollup/scan.ts';
import type { Catalog } from '../store/catalog.ts';
import type { Engine } from './engine.ts';
import { type ArmRows, mergeReport } from './merge-report.ts';
import type { ReadResult } from './tasks.ts';

/** Every cut-over costs one new plan; more than a few in one question means that something else is wrong. */
const PLANS_TRIED = 5;

/**
 * Answers a normalised query: plans it, reads the files side by side, merges. `catalog` is the one it was planned by.
 * Throws CANCELLED soon after the signal aborts.
 */
export async function runReport(
  engine: Engine,
  query: ReportQuery,
  signal?: AbortSignal,
): Promise<{ answer: Answer; catalog: Catalog }> {
  const startedAt = performance.now();
  for (let attempt = 0; attempt < PLANS_TRIED; attempt++) {
    const catalog = await engine.catalog();
    const asOf = new Date().toISOString();
    const plan = planReport(query, catalog);
    const read = fromMemory(engine, plan, catalog) ?? (await fromFiles(engine, plan, catalog, signal));
    if (read === null) {
      engine.forgetCatalog();
      continue;
    }
    const merged = mergeReport(plan, read.arms, catalog.units);
    const answer = { ...merged, asOf, plan: summarize(plan, read), elapsedMs: performance.now() - startedAt };
    return { answer, catalog };
  }
  throw new Error('The set of archives kept changing while the question was asked.');
}

/** The rows of every arm, and how each came to be. */
interface ReadRows {
  arms: ArmRows[];
  statements: PlanSummary['statements'];
  how: string;
}

function fromMemory(engine: Engine, plan: Plan, catalog: Catalog): ReadRows | null {
  if (plan.rollup === null) return null;
  const loaded = engine.rollups.tables(
    catalog,
    plan.arms.map(({ partition }) => partition),
    plan.rollup,
  );
  if (loaded === null) return null;
  const read: ReadRows = { arms: [], statements: [], how: `rollup '${plan.rollup}' in memory` };
  loaded.tables.forEach((table, arm) => {
    const startedAt = performance.now();
    const sums = scanRollup(table, plan, loaded.texts);
    read.arms.push({ sums, lots: [] });
    const partition = plan.arms[arm]?.partition.name ?? '';
    read.statements.push({
      partition,
      sql: `scan of ${read.how}`,
      elapsedMs: performance.now() - startedAt,
      rows: sums.length,
    });
  });
  return read;
}

async function fromFiles(engine: Engine, plan: Plan, catalog: Catalog, signal?: AbortSignal): Promise<ReadRows | null> {
  const statements = plan.countLots ? [reportStatement(plan), lotsStatement(plan)] : [reportStatement(plan)];
  const results = await readArms(engine, plan, statements, catalog, signal);
  if (results === null) return null;
  return {
    arms: results.map(({ answers }) => ({ sums: answers[0]?.rows ?? [], lots: answers[1]?.rows ?? [] })),
    statements: plan.arms.flatMap(({ partition }, arm) =>
      statements.map(({ sql }, index) => {
        const answer = results[arm]?.answers[index];
        return { partition: partition.name, sql, elapsedMs: answer?.elapsedMs ?? 0, rows: answer?.rows.length ?? 0 };
      }),
    ),
    how: plan.rollup === null ? `records by ${plan.index}` : `rollup '${plan.rollup}'`,
  };
}

/** What every file answered, or null when the set of files changed since the plan was made. */
export async function readArms(
  engine: Engine,
  plan: Pick<Plan, 'arms'>,
  statements: ReturnType<typeof reportStatement>[],
  catalog: Catalog,
  signal?: AbortSignal,
): Promise<ReadResult[] | null> {
  const live = catalog.partitions.find(({ kind }) => kind === 'live');
  const results = await Promise.all(
    plan.arms.map(({ partition }) =>
      engine.read(partition.file, statements, {
        catalogVersion: partition.kind === 'live' ? catalog.version : null,
        signal,
      }),
    ),
  );
  if (results.some((result) => !result.current)) return null;
  // A plan without live still has to notice that the files changed hands while it ran.
  const liveRead = plan.arms.some(({ partition }) => partition.kind === 'live');
  if (!liveRead && live && !(await engine.read(live.file, [], { catalogVersion: catalog.version })).current)
    return null;
  return results;
}

function summarize(plan: Plan, { statements, how }: ReadRows): PlanSummary {
  const read = plan.arms.map(({ partition }) => ({
    name: partition.name,
    read: true,
    reason: 'holds days of the range',
  }));
  const skipped = plan.skipped.map(({ partition, reason }) => ({ name: partition.name, read: false, reason }));
  return { partitions: [...read, ...skipped], source: how, reasons: plan.reasons, statements };
}

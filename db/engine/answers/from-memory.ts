import type { PlanSummary } from '../../../shared/query/answer.ts';
import type { AnswerSource, PlanReason } from '../../../shared/query/plan-reasons.ts';
import type { Plan } from '../../planner/plan.ts';
import { describeStretches } from '../../planner/split-range.ts';
import type { LoadedRollup } from '../../rollup/column-table.ts';
import type { RollupMemory } from '../../rollup/memory.ts';
import { scanRollups } from '../../rollup/scan.ts';
import type { Catalog } from '../../store/catalog.ts';
import type { StepClock } from '../step-clock.ts';
import { finishReport, type MergedReport } from './finish-report.ts';

/** What a plan's rollup or records say, how they were read, and why so. */
export interface ReadReport {
  merged: MergedReport;
  statements: PlanSummary['statements'];
  source: AnswerSource;
  reasons: PlanReason[];
  /** Records that were looked at; none where a rollup answers. */
  recordsRead: number;
}

/** Answers a plan from rollups in memory; null when none answers, or not all are loaded as the store is now. */
export function readFromMemory(
  memory: RollupMemory,
  plan: Plan,
  catalog: Catalog,
  clock: StepClock,
): ReadReport | null {
  if (plan.rollup === null) return null;
  const loaded = memory.rollups(
    catalog,
    plan.arms.map(({ partition }) => partition),
    plan.rollup,
  );
  if (loaded === null) return null;
  clock.end('plan');
  const { groups, rows } = scanRollups(loaded.rollups, plan, loaded.texts);
  const elapsedMs = clock.end('read');
  const merged = finishReport(plan, groups, catalog.units);
  clock.end('finish');
  return {
    merged,
    statements: [{ partition: 'memory', sql: `scan of rollup '${plan.rollup}' in memory`, elapsedMs, rows }],
    source: { of: 'rollup', rollup: plan.rollup, in: 'memory' },
    reasons: [describeStretches(plan), ...withoutMonths(plan, loaded.rollups)],
    recordsRead: 0,
  };
}

/** Says of which files the days are read where the plan speaks of months. */
function withoutMonths({ arms, stretches }: Plan, rollups: readonly LoadedRollup[]): PlanReason[] {
  if (!stretches.some(({ grain }) => grain === 'month')) return [];
  return arms
    .filter((_, arm) => rollups[arm]?.months === null)
    .map(({ partition }) => ({ code: 'sumsByDayAlone', partition: partition.name }));
}

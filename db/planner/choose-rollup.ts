/**
 * Which rollup answers, and why others cannot. A rollup can answer when
 * 1. it is split by the reason that the query is split by, and by no other;
 * 2. it keeps every attribute that the query groups or filters by;
 * 3. nothing is asked of what single records hold;
 * 4. it keeps every measure: lots are different numbers, which cannot be added up, and reason rollups keep amounts only.
 * Of those that can, the first is taken: they are listed from few groups to many. Those before it say why they cannot.
 */
import type { FilterField } from '../../shared/query/dimensions.ts';
import type { PlanReason } from '../../shared/query/plan-reasons.ts';
import { type RollupDefinition, type RollupName, rollupNames, rollups } from '../rollup/definitions.ts';
import type { Plan } from './plan.ts';

/** Chooses a rollup, or leaves the plan to read records; with the reason of every rejection. */
export function chooseRollup(plan: Plan): Plan {
  if (plan.query.where?.length) {
    return { ...plan, reasons: [...plan.reasons, { code: 'recordsAreLookedAt' }] };
  }
  if (plan.countLots) {
    return { ...plan, reasons: [...plan.reasons, { code: 'lotsAreCounted' }] };
  }
  if (plan.medianYield) {
    return { ...plan, reasons: [...plan.reasons, { code: 'mediansAreFound' }] };
  }
  const rejections: PlanReason[] = [];
  for (const name of rollupNames) {
    const rejection = reject(name, plan);
    if (rejection === null) {
      const chosen: PlanReason = { code: 'rollupChosen', rollup: name };
      return { ...plan, rollup: name, reasons: [...plan.reasons, ...rejections, chosen] };
    }
    rejections.push(rejection);
  }
  return { ...plan, reasons: [...plan.reasons, ...rejections] };
}

/** What each rollup has to do with a plan, from few groups to many; none where no rollup could answer at all. */
export function judgeRollups(plan: Plan): PlanReason[] {
  if (plan.query.where?.length || plan.countLots || plan.medianYield) return [];
  return rollupNames.map((name) => {
    const rejection = reject(name, plan);
    if (rejection !== null) return rejection;
    return { code: name === plan.rollup ? 'rollupChosen' : 'rollupLarger', rollup: name };
  });
}

function reject(name: RollupName, plan: Plan): PlanReason | null {
  const { keys, reason }: RollupDefinition = rollups[name];
  if (reason !== plan.reason) {
    return reason === null
      ? { code: 'rollupWithoutReasons', rollup: name }
      : { code: 'rollupByReason', rollup: name, reason };
  }
  const kept = new Set<FilterField>([...keys, ...(reason ? [reason] : [])]);
  const needed = [...plan.attributes, ...plan.query.filters.map(({ field }) => field)];
  const missing = [...new Set(needed.filter((field) => !kept.has(field)))];
  return missing.length > 0 ? { code: 'rollupLacks', rollup: name, fields: missing } : null;
}

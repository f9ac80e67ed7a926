import type { PlanSummary } from './answer.ts';

type Warning = PlanSummary['flaws'][number];

/** The files that hold days of the range and cannot be read, so that an answer lacks their records. */
export function missingFrom({ partitions }: Pick<PlanSummary, 'partitions'>): Warning[] {
  return partitions.filter(({ reason }) => reason.code === 'setAside');
}

/** What has to be said with the numbers of an answer: which files it lacks, and which of those it was made of are in doubt. */
export function warningsOf(plan: Pick<PlanSummary, 'partitions' | 'flaws'>): Warning[] {
  return [...missingFrom(plan), ...plan.flaws];
}

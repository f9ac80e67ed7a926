import type { PlanSummary } from './answer.ts';

/** The files that hold days of the range and cannot be read, so that an answer lacks their records. */
export function missingFrom({ partitions }: Pick<PlanSummary, 'partitions'>): PlanSummary['partitions'] {
  return partitions.filter(({ reason }) => reason.code === 'setAside');
}

import type { PartialAnswer } from '../../../shared/query/answer.ts';
import type { Plan } from '../../planner/plan.ts';
import type { Catalog } from '../../store/catalog.ts';
import type { Reading } from '../slices/read-slices.ts';
import { finishReport } from './finish-report.ts';

const PARTIAL_EVERY_MS = 100;
/** Of the time, a tenth at most goes into partial answers: a median of many records takes a while to find each time. */
const REST_AFTER_MAKING = 9;
/** With more groups only how far it is gets told: to order and send them again and again would hold up the rest. */
const MOST_GROUPS_SHOWN = 5_000;

/** Tells of a reading in slices: its first slice at once, then no more than ten times a second, less often what takes long to make. */
export function partialTeller(
  plan: Plan,
  { units }: Catalog,
  onPartial: (partial: PartialAnswer) => void,
): (reading: Reading) => void {
  let nextAt = Number.NEGATIVE_INFINITY;
  return ({ merger, sliced, recordsRead, recordsTotal }) => {
    const begunAt = performance.now();
    if (!sliced || recordsRead >= recordsTotal || begunAt < nextAt) return;
    const groups = merger.groups();
    const shown = groups.size <= MOST_GROUPS_SHOWN ? finishReport(plan, groups, units) : null;
    onPartial({ shown, recordsRead, recordsTotal });
    const madeAt = performance.now();
    nextAt = madeAt + Math.max(PARTIAL_EVERY_MS, (madeAt - begunAt) * REST_AFTER_MAKING);
  };
}

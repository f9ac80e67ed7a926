import type { Plan } from './plan.ts';

/**
 * Names the index each file is read through. It is named in the statement because SQLite, left to choose, has gone
 * through an index of a filter to rows all over the file.
 */
export function chooseSource(plan: Plan): Plan {
  if (plan.rollup !== null) return plan;
  const lots = plan.query.filters.find(({ field }) => field === 'lot');
  // A filter that keeps 'not recorded' cannot lead: those records are not in the index.
  return lots && !lots.in.includes(null)
    ? readBy(plan, 'records_by_lot', 'the filter on lot is narrower than the range')
    : readBy(plan, 'records_by_day', 'the range decides what is read');
}

function readBy(plan: Plan, index: Plan['index'], why: string): Plan {
  return { ...plan, index, indexReason: `read by ${index}: ${why}` };
}

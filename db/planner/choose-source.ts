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
    ? { ...plan, index: 'records_by_lot', indexReason: { code: 'readByLot', index: 'records_by_lot' } }
    : { ...plan, index: 'records_by_day', indexReason: { code: 'readByDay', index: 'records_by_day' } };
}

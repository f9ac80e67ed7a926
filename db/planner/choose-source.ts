import type { FilterField } from '../../shared/query/dimensions.ts';
import type { IndexName, Plan } from './plan.ts';

/** Filters narrow enough to lead, best first; each names the index that starts with its column. */
const leading: readonly { field: FilterField; index: IndexName }[] = [
  { field: 'lot', index: 'records_by_lot' },
  { field: 'item', index: 'records_by_item' },
];

/**
 * Names the index each file is read through. It is named in the statement because SQLite, left to choose, has gone
 * from a date range through the item index to the rows.
 */
export function chooseSource(plan: Plan): Plan {
  if (plan.rollup !== null) return plan;
  for (const { field, index } of leading) {
    const filter = plan.query.filters.find((candidate) => candidate.field === field);
    // A filter that keeps 'not recorded' cannot lead: those records are not next to each other in the index.
    if (filter && !filter.in.includes(null)) {
      return {
        ...plan,
        index,
        reasons: [...plan.reasons, `read by ${index}: the filter on ${field} is narrower than the range`],
      };
    }
  }
  return { ...plan, reasons: [...plan.reasons, 'read by records_by_date: the range decides what is read'] };
}

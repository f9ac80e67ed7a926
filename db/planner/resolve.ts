import { dayFromIso } from '../../shared/domain/day.ts';
import { attributeNames, isPeriod, type Reason } from '../../shared/query/dimensions.ts';
import { sumsBehind } from '../../shared/query/measures.ts';
import type { Plan } from './plan.ts';

/** Turns the names of the query into grouping keys and the sums that its measures are made of. */
export function resolve(plan: Plan): Plan {
  const { query } = plan;
  return {
    ...plan,
    range: {
      from: query.from ? dayFromIso(query.from) : null,
      to: query.to ? dayFromIso(query.to) : null,
    },
    periods: query.dimensions.filter(isPeriod),
    attributes: attributeNames.filter((name) => query.dimensions.includes(name)),
    reason:
      query.dimensions.find((name): name is Reason => name === 'defectReason' || name === 'downtimeReason') ?? null,
    sums: sumsBehind(query.measures),
    countLots: query.measures.includes('lots'),
    medianYield: query.measures.includes('medianYield'),
  };
}

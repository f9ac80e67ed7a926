import type { ReportQueryInput } from '../query/report-query.ts';
import type { ChartScope } from './chart-scope.ts';

/** Defects by reason, the largest first. */
export function buildReasonsQuery({ from, to, filters }: ChartScope): ReportQueryInput {
  return {
    measures: ['defects'],
    dimensions: ['defectReason'],
    from,
    to,
    filters,
    orderBy: [{ field: 'defects', direction: 'desc' }],
  };
}

import type { ReportQueryInput } from '../../../shared/query/report-query.ts';
import type { ChartScope } from '../chart-scope.ts';

/** Items with the most defects first; all of them when no limit is given. */
export function buildItemsQuery({ from, to, filters }: ChartScope, limit?: number): ReportQueryInput {
  return {
    measures: ['defects', 'good', 'scrapRate'],
    dimensions: ['item'],
    from,
    to,
    filters,
    orderBy: [{ field: 'defects', direction: 'desc' }],
    ...(limit === undefined ? {} : { limit }),
  };
}

import type { ReportQueryInput } from '../query/report-query.ts';
import type { ChartScope } from './chart-scope.ts';

/** What the items are ranked by: their defects, or what was made of them where no defects are recorded. */
export type ItemsBy = 'defects' | 'good';

/** Items with the most of a measure first; all of them when no limit is given. */
export function buildItemsQuery({ from, to, filters }: ChartScope, by: ItemsBy, limit?: number): ReportQueryInput {
  return {
    measures: ['good', 'defects', 'scrapRate'],
    dimensions: ['item'],
    from,
    to,
    filters,
    orderBy: [{ field: by, direction: 'desc' }],
    ...(limit === undefined ? {} : { limit }),
  };
}

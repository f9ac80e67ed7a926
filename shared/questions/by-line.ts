import type { ReportQueryInput } from '../query/report-query.ts';
import type { ChartScope } from './chart-scope.ts';

/** What each line made and scrapped, the most productive first. */
export function buildByLineQuery({ from, to, filters }: ChartScope): ReportQueryInput {
  return {
    measures: ['good', 'defects', 'scrapRate'],
    dimensions: ['line'],
    from,
    to,
    filters,
    orderBy: [{ field: 'good', direction: 'desc' }],
  };
}

import type { Filter } from '../query/report-query.ts';

/** What a chart looks at: production dates, both included, and filters. */
export interface ChartScope {
  from: string;
  to: string;
  filters: Filter[];
}

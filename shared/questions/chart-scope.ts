import type { PeriodGrain } from '../domain/day.ts';
import type { Filter } from '../query/report-query.ts';

/** What a chart looks at: production dates, both included, and filters. */
export interface ChartScope {
  from: string;
  to: string;
  filters: Filter[];
  /** The period of which each record of the store is, where it is longer than a day: no step of time is shorter. */
  recordedBy?: PeriodGrain | undefined;
}

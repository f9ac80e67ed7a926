import type { Measure } from '../../shared/query/measures.ts';
import type { ReportQueryInput } from '../../shared/query/report-query.ts';

/** A number, or a panel of numbers, that is to be explained. */
export interface Why {
  measures: readonly Measure[];
  query: ReportQueryInput;
}

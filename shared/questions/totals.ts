import type { Measure } from '../query/measures.ts';
import type { ReportQueryInput } from '../query/report-query.ts';
import type { ChartScope } from './chart-scope.ts';

/** The measures told on the tiles, and how many records they stand on. */
export const totalMeasures = ['good', 'defects', 'yield', 'planAttainment', 'oee'] as const satisfies Measure[];

/** The sums over the whole scope: one row. */
export function buildTotalsQuery({ from, to, filters }: ChartScope): ReportQueryInput {
  return { measures: [...totalMeasures, 'records'], from, to, filters };
}

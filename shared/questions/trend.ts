import type { PeriodGrain } from '../domain/day.ts';
import type { Measure } from '../query/measures.ts';
import type { ReportQueryInput } from '../query/report-query.ts';
import type { ChartScope } from './chart-scope.ts';

/** What the trend can show: amounts as bars from zero, ratios as a line. */
export const trendViews = {
  output: { measures: ['good', 'defects'], shape: 'bars' },
  defects: { measures: ['defects'], shape: 'bars' },
  yield: { measures: ['yield'], shape: 'line' },
  planAttainment: { measures: ['planAttainment'], shape: 'line' },
  oee: { measures: ['oee'], shape: 'line' },
} as const satisfies Record<string, { measures: readonly Measure[]; shape: 'bars' | 'line' }>;

export type TrendView = keyof typeof trendViews;
export const trendViewNames = Object.keys(trendViews) as TrendView[];

/** Every view's measures by period in one question, so that changing the view asks nothing. */
export function buildTrendQuery({ from, to, filters }: ChartScope, grain: PeriodGrain): ReportQueryInput {
  return {
    measures: ['good', 'defects', 'yield', 'planAttainment', 'oee'],
    dimensions: [grain],
    from,
    to,
    filters,
    orderBy: [{ field: grain }],
  };
}

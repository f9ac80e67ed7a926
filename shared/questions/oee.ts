import type { PeriodGrain } from '../domain/day.ts';
import type { Dimension } from '../query/dimensions.ts';
import type { Measure } from '../query/measures.ts';
import type { ReportQueryInput } from '../query/report-query.ts';
import type { ChartScope } from './chart-scope.ts';

/** OEE and what it is the product of, in the order in which they are read. */
export const oeeMeasures = ['oee', 'availability', 'performance', 'quality'] as const satisfies Measure[];
export type OeeMeasure = (typeof oeeMeasures)[number];

/** What stands beside each line and shift: the time it had, and what came of it. */
export const placeMeasures = [
  'plannedMinutes',
  'runMinutes',
  'downMinutes',
  ...oeeMeasures,
] as const satisfies Measure[];

function over({ from, to, filters }: ChartScope, measures: readonly Measure[], dimensions: readonly Dimension[]) {
  return { measures: [...measures], dimensions: [...dimensions], from, to, filters } satisfies ReportQueryInput;
}

/** The whole range in one row: the tiles, the levels of the waterfall, the foot of the table. */
export function buildWholeQuery(scope: ChartScope): ReportQueryInput {
  return over(scope, [...placeMeasures, 'records'], []);
}

/** OEE and its factors by period, or by period and shift. */
export function buildCourseQuery(scope: ChartScope, by: readonly (PeriodGrain | 'shift')[]): ReportQueryInput {
  return over(scope, oeeMeasures, by);
}

/** Minutes of downtime by reason, the most first. */
export function buildDowntimeQuery(scope: ChartScope): ReportQueryInput {
  return {
    ...over(scope, ['downMinutes', 'records'], ['downtimeReason']),
    orderBy: [{ field: 'downMinutes', direction: 'desc' }],
  };
}

/** A row for each line, each shift, or each shift of each line. */
export function buildPlacesQuery(scope: ChartScope, by: readonly ('line' | 'shift')[]): ReportQueryInput {
  return over(scope, placeMeasures, by);
}

/** How often and for how long each line stood still, by reason. */
export function buildStopsQuery(scope: ChartScope): ReportQueryInput {
  return over(scope, ['records', 'downMinutes'], ['line', 'downtimeReason']);
}

/** How long each line ran. */
export function buildRunQuery(scope: ChartScope): ReportQueryInput {
  return over(scope, ['runMinutes'], ['line']);
}

/** How many records of each line, or item, have what each factor of OEE needs. */
export function buildBasisQuery(scope: ChartScope, by: 'line' | 'item'): ReportQueryInput {
  return over(scope, ['records', 'availabilityRecords', 'performanceRecords', 'qualityRecords'], [by]);
}

/** Items, or lines, whose performance is 100 % or more, the highest first. */
export function buildAboveQuery(scope: ChartScope, by: 'line' | 'item'): ReportQueryInput {
  return {
    ...over(scope, ['performance'], [by]),
    groupRanges: [{ measure: 'performance', from: 1 }],
    orderBy: [{ field: 'performance', direction: 'desc' }],
  };
}

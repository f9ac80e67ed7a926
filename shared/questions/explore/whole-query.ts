/** From a view to the question for every group of it, not only those that a screen shows by name. Pure. */
import { type Dimension, isPeriod } from '../../query/dimensions.ts';
import type { ReportQueryInput } from '../../query/report-query.ts';
import type { ChartScope } from '../chart-scope.ts';
import { rangesAsked } from './ranges.ts';
import { dimensionOf, type ExploreView } from './view.ts';

/** The question for every group of a view over a scope. */
export function wholeQuery(view: ExploreView, scope: ChartScope): ReportQueryInput {
  const { from, to, filters } = scope;
  const dimensions = view.by.map((by) => dimensionOf(by, scope));
  const ranges = rangesAsked(view);
  const groupRanges = ranges.length > 0 ? { groupRanges: [...ranges] } : {};
  return {
    measures: [...view.measures],
    dimensions,
    from,
    to,
    filters,
    ...groupRanges,
    orderBy: orderOf(view, dimensions),
  };
}

/** The order of a table: as chosen, else from the most down where there is one split of values, else along its splits. */
export function orderOf(view: ExploreView, dimensions: readonly Dimension[]): NonNullable<ReportQueryInput['orderBy']> {
  if (view.order) return [view.order];
  const [first, second] = dimensions;
  if (first === undefined || second !== undefined || isPeriod(first)) return [];
  return [{ field: view.measures[0] ?? 'good', direction: 'desc' }];
}

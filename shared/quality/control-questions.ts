/** The questions behind a control chart. The engine answers them like any other; points are made of the answers. */
import type { Dimension } from '../query/dimensions.ts';
import type { Filter, ReportQueryInput } from '../query/report-query.ts';
import { type ControlView, isCounted } from './control-view.ts';

/** Production dates, both included, and filters. */
export interface ControlScope {
  from: string;
  to: string;
  filters: readonly Filter[];
}

/** More points than this cannot be told apart; of lots the newest are shown. */
export const MOST_POINTS = 1_000;

/** The dimensions that make the points, the period first. */
export function pointDimensions({ chart, points, subgroup }: ControlView): Dimension[] {
  if (chart === 'means') return subgroup === 'days' ? ['day'] : ['day', subgroup];
  if (points === 'shift') return ['day', 'shift'];
  return [points];
}

/** The question for lots by their days, the newest first; null where points are no lots. Records without a lot are in none. */
export function lotsQuestion(view: ControlView, scope: ControlScope): ReportQueryInput | null {
  if (view.chart === 'means' || view.points !== 'lot') return null;
  return {
    measures: ['records'],
    dimensions: ['day', 'lot'],
    from: scope.from,
    to: scope.to,
    filters: [...unitFilters(view, scope), { field: 'lot', in: [null], not: true }],
    orderBy: [{ field: 'day', direction: 'desc' }],
    limit: MOST_POINTS,
  };
}

/**
 * The questions for the points, the first of them the one that gives each its value or its units. Defects a unit are counted by
 * reason, as a unit may have several: a filter on reasons chooses which are counted, and not which units are looked at.
 * `lots` are those to show, of a view whose points are lots.
 */
export function controlQuestions(
  view: ControlView,
  scope: ControlScope,
  lots: readonly string[] | null,
): ReportQueryInput[] {
  const dimensions = pointDimensions(view);
  const ofLots: Filter[] = lots === null ? [] : [{ field: 'lot', in: [...lots] }];
  const ask = (
    measures: ReportQueryInput['measures'],
    filters: readonly Filter[],
    further: Dimension[] = [],
  ): ReportQueryInput => ({
    measures,
    dimensions: [...dimensions, ...further],
    from: scope.from,
    to: scope.to,
    filters: [...filters, ...ofLots],
  });
  if (!isCounted(view)) return [ask([view.measure], scope.filters)];
  // A share with the sums it is made of: how many are defective, of how many.
  const filters = unitFilters(view, scope);
  if (view.chart === 'p') return [{ ...ask(['scrapRate'], filters), withSums: true }];
  return [
    { ...ask(['scrapRate', 'defects'], filters), withSums: true },
    ask(['defects'], scope.filters, ['defectReason']),
  ];
}

/** The filters on units: of defects a unit those on reasons are none. */
function unitFilters({ chart }: ControlView, { filters }: ControlScope): readonly Filter[] {
  return chart === 'u' ? filters.filter(({ field }) => field !== 'defectReason') : filters;
}

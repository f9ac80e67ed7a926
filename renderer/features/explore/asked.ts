/** From a view to what is asked first: its splits with how many values of each are shown by name. Pure. */
import { type Dimension, isPeriod, isReason } from '../../../shared/query/dimensions.ts';
import type { Measure } from '../../../shared/query/measures.ts';
import type { GroupRange } from '../../../shared/query/report-query.ts';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import { rangesAsked } from '../../../shared/questions/explore/ranges.ts';
import { type Role, rolesOf, shapeOf } from '../../../shared/questions/explore/shapes.ts';
import { dimensionOf, type ExploreView, type Shape } from '../../../shared/questions/explore/view.ts';
import type { Axis } from './parts.ts';

/** A split as it is asked. */
export interface Split {
  dimension: Dimension;
  role: Role;
  /** How many values are shown by name; null for all. */
  top: number | null;
}

export interface Asked {
  shape: Shape;
  measures: readonly Measure[];
  splits: readonly Split[];
  /** What the values of a split are ranked by. */
  rankedBy: Measure;
  ranges: readonly GroupRange[];
}

/** As many as can be told apart: by colour, along an axis, side by side. */
const usualTop: Record<Exclude<Shape, 'table'>, Partial<Record<Role, number>>> = {
  pivot: { rows: 50, columns: 12 },
  bar: { axis: 20, colours: 8, panels: 8 },
  stacked: { axis: 20, colours: 8, panels: 8 },
  line: { axis: 30, colours: 8, panels: 8 },
  area: { axis: 30, colours: 8, panels: 8 },
  heat: { columns: 24, rows: 24, panels: 6 },
  scatter: { points: 200, colours: 8, panels: 6 },
  pareto: { axis: 15, panels: 6 },
};

/** However many are asked for: more colours than there are, or more panels than are compared, show nothing. */
const mostOf: Partial<Record<Role, number>> = { colours: 8, panels: 24 };

/** Rows of a table, and groups of a chart that has no axis of values to be cut. */
export const MOST_ROWS = 1_000;

/** Reads a view over a range: its shape, and its splits with the part that each has in it. */
export function askedOf(view: ExploreView, scope: Omit<ChartScope, 'filters'>): Asked {
  const shape = shapeOf(view);
  const dimensions = view.by.map((by) => dimensionOf(by, scope));
  const roles = rolesOf(shape, view.by);
  const ranges = rangesAsked(view);
  const splits = dimensions.map((dimension, at): Split => {
    const role = roles[at] ?? 'panels';
    const usual =
      shape === 'table' ? (isCutWhole(ranges, dimensions) ? MOST_ROWS : null) : (usualTop[shape][role] ?? null);
    const most = mostOf[role] ?? Number.POSITIVE_INFINITY;
    return { dimension, role, top: isPeriod(dimension) ? null : view.top ? Math.min(view.top, most) : usual };
  });
  return { shape, measures: view.measures, splits, rankedBy: view.measures[0] ?? 'good', ranges };
}

/** Whether ranges of measures keep values of the one split, so that the whole of what they kept can be asked for. */
function isCutWhole(ranges: readonly GroupRange[], dimensions: readonly Dimension[]): boolean {
  const [first, second] = dimensions;
  return ranges.length > 0 && first !== undefined && second === undefined && !isPeriod(first) && !isReason(first);
}

export type Totals = 'none' | 'whole' | 'every';

/** How much of the whole is asked beside the parts; none where ranges kept groups of several splits, whose whole no question gives. */
export function totalsOf({ shape, ranges }: Asked, axes: readonly Axis[]): Totals {
  if (ranges.length > 0 && !axes.every(({ isCut }) => isCut)) return 'none';
  if (shape === 'pivot') return 'every';
  return shape === 'table' ? 'whole' : 'none';
}

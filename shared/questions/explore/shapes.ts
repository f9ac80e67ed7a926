import { measures as definitions, type Measure, type MeasureDefinition } from '../../query/measures.ts';
import { type By, type ExploreView, isTime, type Shape } from './view.ts';

/** Why a shape cannot show what is asked. */
export type Obstacle = 'needsSplit' | 'needsTwoSplits' | 'needsTwoMeasures' | 'needsSums' | 'needsValues';

/** Whether the values of a measure add up to that of the whole; a ratio's do not, nor do numbers of different lots. */
export function addsUp(measure: Measure): boolean {
  const { kind }: MeasureDefinition = definitions[measure];
  return kind === 'quantity' || kind === 'minutes' || measure === 'records';
}

type Asked = Pick<ExploreView, 'measures' | 'by'>;

const obstacles: Record<Shape, (asked: Asked) => Obstacle | null> = {
  table: () => null,
  pivot: ({ by }) => (by.length < 2 ? 'needsTwoSplits' : null),
  bar: ({ by }) => (by.length < 1 ? 'needsSplit' : null),
  stacked: ({ by, measures }) => (by.length < 1 ? 'needsSplit' : measures.every(addsUp) ? null : 'needsSums'),
  line: ({ by }) => (by.length < 1 ? 'needsSplit' : null),
  area: ({ by, measures }) => (by.length < 1 ? 'needsSplit' : measures.every(addsUp) ? null : 'needsSums'),
  heat: ({ by }) => (by.length < 2 ? 'needsTwoSplits' : null),
  scatter: ({ by, measures }) => (by.length < 1 ? 'needsSplit' : measures.length < 2 ? 'needsTwoMeasures' : null),
  pareto: ({ by, measures }) => {
    const [first] = by;
    if (first === undefined) return 'needsSplit';
    if (isTime(first)) return 'needsValues';
    return measures.every(addsUp) ? null : 'needsSums';
  },
};

/** Why a shape cannot show a view; null where it can. */
export function obstacleTo(shape: Shape, asked: Asked): Obstacle | null {
  return obstacles[shape](asked);
}

/** The shape of a view: the chosen one where it can show it, else the one that suits what is asked. */
export function shapeOf(view: Pick<ExploreView, 'measures' | 'by' | 'shape'>): Shape {
  if (view.shape !== null && obstacleTo(view.shape, view) === null) return view.shape;
  const [first, second] = view.by;
  if (first === undefined || view.by.length > 3) return 'table';
  const isSummed = view.measures.every(addsUp);
  if (isTime(first) && second === undefined && view.measures.length === 1) return isSummed ? 'bar' : 'line';
  if (isTime(first)) return isSummed ? 'stacked' : 'line';
  if (second === undefined) return 'bar';
  if (isTime(second)) return 'heat';
  return isSummed ? 'stacked' : 'heat';
}

/** What a place among the splits means in a shape; null where the shape draws no more. */
export type Role = 'axis' | 'colours' | 'rows' | 'columns' | 'panels' | 'points';

/** The roles of the splits of a view, in their order. */
export function rolesOf(shape: Shape, by: readonly By[]): Role[] {
  if (shape === 'table') return by.map(() => 'rows');
  if (shape === 'pivot') return by.map((_, at) => (at === 1 ? 'columns' : 'rows'));
  const roles: Role[] = {
    heat: ['columns', 'rows'] as Role[],
    scatter: ['points', 'colours'] as Role[],
    pareto: ['axis'] as Role[],
  }[shape as string] ?? ['axis', 'colours'];
  return by.map((_, at) => roles[at] ?? 'panels');
}

import type { PeriodGrain } from '../../domain/day.ts';
import { grainOf, isFiner } from '../../domain/grain.ts';
import { type Dimension, dimensionNames, isPeriod, isReason } from '../../query/dimensions.ts';
import { type Measure, measureNames, measuresByReason } from '../../query/measures.ts';
import type { GroupRange } from '../../query/report-query.ts';
import type { ChartScope } from '../chart-scope.ts';
import { type Comparison, readComparison, writeComparison } from './comparison.ts';
import { readRanges, writeRanges } from './ranges.ts';

/** What a view is split by: a dimension, or time by the period that suits the range. */
export type By = Dimension | 'time';
export const byNames: readonly By[] = ['time', ...dimensionNames];

export const shapes = ['table', 'pivot', 'bar', 'stacked', 'line', 'area', 'heat', 'scatter', 'pareto'] as const;
export type Shape = (typeof shapes)[number];

export interface Order {
  field: Measure | Dimension;
  direction: 'asc' | 'desc';
}

/** What is asked on Explore beside the range and the filters of the window. It lives in the address. */
export interface ExploreView {
  measures: readonly Measure[];
  by: readonly By[];
  /** Null for the one that suits what is asked. */
  shape: Shape | null;
  /** How many values of each split are shown by name; null for as many as suit the shape. */
  top: number | null;
  comparison: Comparison | null;
  /** Groups are kept whose measures lie in these. */
  ranges: readonly GroupRange[];
  /** Whether panels beside each other have a scale each, rather than one. */
  ownScales: boolean;
  /** Of a table; null for the first measure from the most down, or along time. */
  order: Order | null;
}

export const MOST_SPLITS = 4;
export const MOST_MEASURES = 8;
/** More values by name than this can be read by nobody. */
export const MOST_TOP = 200;

/** What is looked at before anything was chosen. */
export const firstView: ExploreView = {
  measures: ['good'],
  by: ['time'],
  shape: null,
  top: null,
  comparison: null,
  ranges: [],
  ownScales: false,
  order: null,
};

/** The measure that is looked at before one was chosen, where a store has nothing of some: good, or the first there is that these splits do not rule out. */
export function firstMeasure(by: readonly By[], without: ReadonlySet<Measure>): Measure {
  const known: readonly Measure[] = [...firstView.measures, ...measureNames.filter((name) => name !== 'records')];
  return known.find((name) => !without.has(name) && fitsSplits(name, by)) ?? 'records';
}

/** Dates, and the period that each record is of. */
type Dates = Omit<ChartScope, 'filters'>;

/** The dimension behind a split: time is the period that gives a readable number of points. */
export function dimensionOf(by: By, range: Dates): Dimension {
  return by === 'time' ? grainOf(range) : by;
}

/** The dimensions behind all splits, each once. */
export function dimensionsOf(by: readonly By[], range: Dates): Dimension[] {
  return [...new Set(by.map((each) => dimensionOf(each, range)))];
}

export function isTime(by: By): boolean {
  return by === 'time' || isPeriod(by);
}

/** Whether a measure can be asked beside these splits: by a reason only what is recorded for it. */
export function fitsSplits(measure: Measure, by: readonly By[]): boolean {
  return by.every((each) => each === 'time' || !isReason(each) || measuresByReason[each].includes(measure));
}

/** Whether a split has steps of time that are shorter than what each record of a store is of: they tell no more apart. */
export function isShorterThanRecords(by: By, recordedBy: PeriodGrain): boolean {
  return by !== 'time' && isPeriod(by) && isFiner(by, recordedBy);
}

/** Whether a split can be asked beside those there are: defect reasons and downtime reasons are kept apart. */
export function fitsView(split: By, { by }: Pick<ExploreView, 'by'>): boolean {
  const isOfReasons = (each: By) => each !== 'time' && isReason(each);
  return !isOfReasons(split) || !by.some((each) => each !== split && isOfReasons(each));
}

/** The view with a measure more, or without it; what was only there to begin with gives way. The last one stays. */
export function toggleMeasure(view: ExploreView, measure: Measure, isFirstChoice: boolean): ExploreView {
  if (isFirstChoice) return { ...view, measures: [measure] };
  const without = view.measures.filter((each) => each !== measure);
  if (without.length < view.measures.length) return without.length === 0 ? view : { ...view, measures: without };
  return view.measures.length >= MOST_MEASURES ? view : { ...view, measures: [...view.measures, measure] };
}

/**
 * The view with a split more, or without it. Periods take each other's place, as one within the other says nothing more;
 * measures that a reason does not have give way to the one it splits.
 */
export function toggleSplit(view: ExploreView, split: By): ExploreView {
  if (view.by.includes(split)) return { ...view, by: view.by.filter((each) => each !== split), order: null };
  const isOther = (each: By) => !(isTime(split) && isTime(each));
  const at = view.by.findIndex((each) => !isOther(each));
  const by = at === -1 ? [...view.by, split] : view.by.map((each, place) => (place === at ? split : each));
  if (by.length > MOST_SPLITS) return view;
  const fitting = view.measures.filter((name) => fitsSplits(name, by));
  const measures =
    fitting.length > 0 ? fitting : [split === 'downtimeReason' ? ('downMinutes' as const) : ('defects' as const)];
  return { ...view, measures, by, order: null };
}

/** Moves a split to another place: the first is the axis, the second the colours, the third the panels. */
export function moveSplit(view: ExploreView, from: number, to: number): ExploreView {
  const by = [...view.by];
  const [moved] = by.splice(from, 1);
  if (moved === undefined || to < 0 || to > by.length) return view;
  by.splice(to, 0, moved);
  return { ...view, by };
}

const OWN = 'own';

const names = {
  measures: 'm',
  by: 'by',
  shape: 'as',
  top: 'top',
  comparison: 'vs',
  ranges: 'in',
  ownScales: 'scales',
  order: 'order',
} as const;
export const viewParams: readonly string[] = Object.values(names);

/** Reads a view from an address; what it does not understand is left out, and null stands where it says nothing. */
export function readView(params: URLSearchParams): ExploreView & { isChosen: { measures: boolean } } {
  const listed = <T extends string>(name: string, known: readonly T[], most: number): T[] => {
    const words = (params.get(name) ?? '').split(',');
    return [...new Set(words.flatMap((word) => known.find((each) => each === word) ?? []))].slice(0, most);
  };
  const measures = listed(names.measures, measureNames, MOST_MEASURES);
  const by = params.has(names.by) ? listed(names.by, byNames, MOST_SPLITS) : firstView.by;
  const asked = measures.length > 0 ? measures : firstView.measures;
  const top = Number(params.get(names.top));
  return {
    measures: asked,
    by,
    shape: shapes.find((each) => each === params.get(names.shape)) ?? null,
    top: Number.isInteger(top) && top > 0 ? Math.min(top, MOST_TOP) : null,
    comparison: readComparison(params.get(names.comparison)),
    ranges: readRanges(params.get(names.ranges)),
    ownScales: params.get(names.ownScales) === OWN,
    order: readOrder(params.get(names.order), [...asked, ...by]),
    isChosen: { measures: measures.length > 0 },
  };
}

/** The address of a view: what `readView` reads back. Other params are kept. */
export function writeView(view: ExploreView, kept: URLSearchParams): URLSearchParams {
  const params = new URLSearchParams([...kept].filter(([name]) => !viewParams.includes(name)));
  params.set(names.measures, view.measures.join(','));
  params.set(names.by, view.by.join(','));
  if (view.shape) params.set(names.shape, view.shape);
  if (view.top) params.set(names.top, String(view.top));
  if (view.comparison) params.set(names.comparison, writeComparison(view.comparison));
  if (view.ranges.length > 0) params.set(names.ranges, writeRanges(view.ranges));
  if (view.ownScales) params.set(names.ownScales, OWN);
  if (view.order) params.set(names.order, `${view.order.field}.${view.order.direction}`);
  return params;
}

function readOrder(text: string | null, asked: readonly (Measure | By)[]): Order | null {
  const [name, direction] = (text ?? '').split('.');
  const field = [...measureNames, ...dimensionNames].find((each) => each === name);
  if (field === undefined || (direction !== 'asc' && direction !== 'desc')) return null;
  const isAsked = asked.includes(field) || (field in periods && asked.includes('time'));
  return isAsked ? { field, direction } : null;
}

const periods = { day: true, week: true, month: true, quarter: true, year: true };

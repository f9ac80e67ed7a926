/** From a control chart to what is drawn: its places along the axis with gaps, and what lies behind each point. Pure. */
import type { PeriodGrain } from '../../../shared/domain/day.ts';
import { periodsOf } from '../../../shared/domain/periods.ts';
import { lengthInDays } from '../../../shared/domain/range.ts';
import { type ControlChart, endsOf, type PlacedPoint } from '../../../shared/quality/control-chart.ts';
import type { ControlView } from '../../../shared/quality/control-view.ts';
import { idOf, type SamplePlace } from '../../../shared/quality/samples.ts';
import { compareText, type Filter } from '../../../shared/query/report-query.ts';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import type { Format } from '../../lib/format.ts';

export interface Place {
  id: string;
  label: string;
  short: string;
  /** The point that stands here, by its place in the chart; null where there is no data. */
  point: number | null;
}

type Points = ControlChart['points'];

/** Every place of the axis in the order of time: periods without data are there too, as gaps. Lots and runs of days have none. */
export function placesOf(
  view: ControlView,
  { from, to }: Pick<ChartScope, 'from' | 'to'>,
  points: Points,
  format: Format,
  notRecorded: string,
): Place[] {
  const axis = axisOf(view);
  const at = new Map(points.map((point, index) => [idOf(firstPlaceOf(point, axis)), index]));
  return axisPlaces(axis, { from, to }, points).map((place) => {
    const point = at.get(idOf(place)) ?? null;
    const found = point === null ? undefined : points[point];
    return {
      id: idOf(place),
      label: labelOf(axis, place, found, format, notRecorded),
      short: shortOf(axis, place, format, notRecorded),
      point,
    };
  });
}

/** How places follow each other: by period, by shift of a day, or one after the other as they come. */
type Axis = { by: 'period'; grain: PeriodGrain } | { by: 'shift' } | { by: 'lot' } | { by: 'days' };

function axisOf({ chart, points, subgroup }: ControlView): Axis {
  if (chart === 'means') return subgroup === 'days' ? { by: 'days' } : { by: 'period', grain: 'day' };
  return points === 'shift' || points === 'lot' ? { by: points } : { by: 'period', grain: points };
}

/** The place by which a point is found: of a subgroup of a day, the day. */
function firstPlaceOf(point: PlacedPoint, axis: Axis): SamplePlace {
  const place = point.samples[0]?.place ?? { period: null, by: null };
  return axis.by === 'period' || axis.by === 'days' ? { period: place.period, by: null } : place;
}

function axisPlaces(axis: Axis, { from, to }: Pick<ChartScope, 'from' | 'to'>, points: Points): SamplePlace[] {
  if (axis.by === 'lot' || axis.by === 'days') return points.map((point) => firstPlaceOf(point, axis));
  const periods = periodsOf(from, to, axis.by === 'period' ? axis.grain : 'day');
  if (axis.by === 'period') return periods.map(({ name }) => ({ period: name, by: null }));
  const shifts = new Set(points.map(({ samples }) => samples[0]?.place.by?.value ?? null));
  const inOrder = [...shifts].sort(compareText);
  return periods.flatMap(({ name }) =>
    inOrder.map((value): SamplePlace => ({ period: name, by: { dimension: 'shift', value } })),
  );
}

function labelOf(
  axis: Axis,
  { period, by }: SamplePlace,
  point: PlacedPoint | undefined,
  format: Format,
  notRecorded: string,
): string {
  const value = by === null ? null : (by.value ?? notRecorded);
  if (axis.by === 'lot') return value ?? '';
  if (axis.by === 'shift') return `${format.date(period)}, ${value}`;
  if (axis.by === 'period') return format.period(period ?? '', axis.grain);
  const ends = point && endsOf(point);
  return ends?.first.period && ends.last.period ? format.dateRange(ends.first.period, ends.last.period) : '';
}

function shortOf(axis: Axis, { period, by }: SamplePlace, format: Format, notRecorded: string): string {
  if (axis.by === 'lot') return by?.value ?? notRecorded;
  return format.periodShort(period ?? '', axis.by === 'period' ? axis.grain : 'day');
}

/** Whether the range cuts a week or a month that has a point, which then is of fewer days than the others. */
export function isCut(view: ControlView, { from, to }: ChartScope, points: Points): boolean {
  const axis = axisOf(view);
  if (axis.by !== 'period') return false;
  const cut = periodsOf(from, to, axis.grain).filter(({ partial }) => partial);
  return cut.some(({ name }) => points.some((point) => firstPlaceOf(point, axis).period === name));
}

/** The records behind a point: its days, and the filters with its shift or lot. */
export function scopeOf(view: ControlView, scope: ChartScope, point: PlacedPoint): ChartScope {
  const ends = endsOf(point);
  if (ends === null) return scope;
  const { by } = ends.first;
  const isOfOne = view.chart !== 'means' && by !== null;
  const others = scope.filters.filter(({ field }) => !isOfOne || field !== by.dimension);
  const own: Filter[] = isOfOne ? [{ field: by.dimension, in: [by.value] }] : [];
  return { ...daysOf(view, scope, ends), filters: [...others, ...own] };
}

function daysOf(
  view: ControlView,
  { from, to }: ChartScope,
  { first, last }: { first: SamplePlace; last: SamplePlace },
): Pick<ChartScope, 'from' | 'to'> {
  if (first.period === null || last.period === null) return { from, to };
  const axis = axisOf(view);
  if (axis.by !== 'period' || axis.grain === 'day') return { from: first.period, to: last.period };
  const period = periodsOf(from, to, axis.grain).find(({ name }) => name === first.period);
  return period ? { from: period.from, to: period.to } : { from, to };
}

/** The days from the first place of a stretch to its last; null where places are no days. */
export function daysBetween(
  view: ControlView,
  { from, to }: ChartScope,
  places: readonly Place[],
  first: number,
  last: number,
): Pick<ChartScope, 'from' | 'to'> | null {
  const axis = axisOf(view);
  if (axis.by === 'lot' || axis.by === 'days') return null;
  const each = axis.by === 'shift' ? places.length / lengthInDays({ from, to }) : 1;
  const periods = periodsOf(from, to, axis.by === 'period' ? axis.grain : 'day');
  const [start, end] = [periods[Math.floor(first / each)], periods[Math.floor(last / each)]];
  return start && end ? { from: start.from, to: end.to } : null;
}

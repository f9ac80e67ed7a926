/** What a click on a mark leads to: year, month, day, then the records behind it. Pure. */
import type { PeriodGrain } from '../../../shared/domain/day.ts';
import { isFiner } from '../../../shared/domain/grain.ts';
import { periodsOf } from '../../../shared/domain/periods.ts';
import type { DateRange } from '../../../shared/domain/range.ts';
import { type Dimension, isPeriod } from '../../../shared/query/dimensions.ts';
import type { Filter } from '../../../shared/query/report-query.ts';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import { type By, dimensionOf, type ExploreView, isTime } from '../../../shared/questions/explore/view.ts';
import type { Member } from './parts.ts';

/** A place along one split. */
export interface Coordinate {
  dimension: Dimension;
  member: Member;
  /** The values that 'others' is beyond. */
  named?: readonly (string | null)[];
}

/** What is looked at: the view, and the range and filters of the window. */
export interface Looked {
  view: ExploreView;
  range: DateRange & Pick<ChartScope, 'recordedBy'>;
  filters: readonly Filter[];
}

/** The same closer by, or the records where it cannot be split further. */
export type Closer = Looked & { screen: 'explore' | 'records' };

const finer: Record<PeriodGrain, PeriodGrain | null> = {
  year: 'month',
  quarter: 'month',
  month: 'day',
  week: 'day',
  day: null,
};

/** The next finer period; null where it would be a part of what a record is of. */
function closerGrain(grain: PeriodGrain, recordedBy: PeriodGrain = 'day'): PeriodGrain | null {
  if (grain !== recordedBy && recordedBy === 'week') return 'week';
  const next = finer[grain];
  return next === null || isFiner(next, recordedBy) ? null : next;
}

/** Looks closer at a mark: its days become the range, its values filters, and the next finer period or time its split. */
export function lookCloser(looked: Looked, mark: readonly Coordinate[]): Closer {
  const { view, range } = looked;
  const filters = mark.reduce<readonly Filter[]>(withCoordinate, looked.filters);
  const period = mark.find(({ dimension, member }) => isPeriod(dimension) && member.of === 'value');
  const closerRange = period ? rangeOf(period, range) : range;
  const grain = period && isPeriod(period.dimension) ? closerGrain(period.dimension, range.recordedBy) : undefined;
  const single = new Set<Dimension>(
    mark
      .filter(({ dimension, member }) => !isPeriod(dimension) && member.of === 'value')
      .map(({ dimension }) => dimension),
  );
  const left = view.by.flatMap((by): By[] => {
    if (isTime(by)) return grain === undefined ? [by] : grain === null ? [] : [grain];
    return single.has(dimensionOf(by, range)) ? [] : [by];
  });
  const isAtRecords = grain === null || (period === undefined && left.length === 0 && isOneDay(range));
  return {
    screen: isAtRecords ? 'records' : 'explore',
    view: { ...view, by: left.length > 0 ? left : ['time'], order: null, shape: null, top: null },
    range: closerRange,
    filters,
  };
}

/** The filters with what a coordinate holds: one value kept, or those left out beyond which the others are. */
export function withCoordinate(
  filters: readonly Filter[],
  { dimension, member, named = [] }: Coordinate,
): readonly Filter[] {
  if (isPeriod(dimension) || member.of === 'all') return filters;
  const others = filters.filter(({ field }) => field !== dimension);
  if (member.of === 'value') return [...others, { field: dimension, in: [member.value] }];
  const before = filters.find(({ field }) => field === dimension);
  if (before && !before.not) {
    return [...others, { ...before, in: before.in.filter((value) => !named.includes(value)) }];
  }
  return [...others, { field: dimension, in: [...(before?.in ?? []), ...named], not: true }];
}

/** The days of a period that lie in the range. */
function rangeOf({ dimension, member }: Coordinate, range: DateRange): DateRange {
  if (!isPeriod(dimension) || member.of !== 'value') return range;
  const period = periodsOf(range.from, range.to, dimension).find(({ name }) => name === member.value);
  return period ? { from: period.from, to: period.to } : range;
}

function isOneDay({ from, to }: DateRange): boolean {
  return from === to;
}

/** The days from the first of one period to the last of another, both of a range. */
export function rangeOver(grain: PeriodGrain, range: DateRange, first: number, last: number): DateRange | null {
  const periods = periodsOf(range.from, range.to, grain);
  const [from, to] = [periods[first], periods[last]];
  return from && to ? { from: from.from, to: to.to } : null;
}

/** The days and filters of the records behind a mark. */
export function recordsBehind(
  { range, filters }: Omit<Looked, 'view'>,
  mark: readonly Coordinate[],
): Omit<Looked, 'view'> {
  const period = mark.find(({ dimension, member }) => isPeriod(dimension) && member.of === 'value');
  return {
    range: period ? rangeOf(period, range) : range,
    filters: mark.reduce<readonly Filter[]>(withCoordinate, filters),
  };
}

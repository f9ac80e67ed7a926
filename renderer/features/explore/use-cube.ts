import { useRef } from 'react';
import { isReason } from '../../../shared/query/dimensions.ts';
import type { ReportQueryInput } from '../../../shared/query/report-query.ts';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import type { ExploreView } from '../../../shared/questions/explore/view.ts';
import { orderOf } from '../../../shared/questions/explore/whole-query.ts';
import { useRecordedDates } from '../../lib/use-recorded-dates.ts';
import type { ShownAnswer } from '../../lib/use-report.ts';
import { type Report, useReport } from '../../lib/use-report.ts';
import { useReports } from '../../lib/use-reports.ts';
import { type Asked, askedOf, MOST_ROWS, totalsOf } from './asked.ts';
import { useColouredValues } from './colours.ts';
import { askCompared, type Compared, toCompared } from './compare/compared.ts';
import { type Axis, type Cube, membersQuery, modesOf, type Part, partQuery, toCube } from './parts.ts';

/** What was asked and what came of it, belonging together. */
export interface Shown {
  view: ExploreView;
  scope: ChartScope;
  asked: Asked;
  cube: Cube;
  /** What it is compared with; null where there is no comparison. */
  compared: Compared | null;
  /** All values of the field that colours tell apart, by which each has its own. */
  colouredValues: readonly string[];
  /** The whole of it, of which the cube names parts. */
  answer: ShownAnswer;
}

export interface Explored {
  /** The newest that is whole; the one before it while the next is asked. Null at first. */
  shown: Shown | null;
  /** Whether something newer is on its way. */
  isFetching: boolean;
  error: Error | null;
  refetch: () => void;
  /** The question by name throughout: for its reading, why it is so, and how old it is. */
  report: Report;
  query: ReportQueryInput | null;
}

/** Answers a view: first which values are shown by name, then all its parts side by side. */
export function useCube(view: ExploreView, scope: ChartScope): Explored {
  const asked = askedOf(view, scope);
  const limited = asked.splits.filter(({ top }) => top !== null);
  const ranked = useReports(
    limited.map(({ dimension, top }) =>
      membersQuery(scope, {
        dimension,
        measure: asked.rankedBy,
        top: top ?? MOST_ROWS,
        ranges: asked.splits.length === 1 ? asked.ranges : [],
      }),
    ),
  );
  const axes = axesOf(asked, ranked.answers);
  const parts = axes === null ? [] : partsOf(view, scope, asked, axes);
  const [main, ...rest] = parts;
  const report = useReport(main?.query ?? null);
  const beside = useReports(rest.map(({ query }) => query));
  const { comparison } = view;
  const { last } = useRecordedDates();
  const comparedTo = comparison && axes && askCompared(comparison, asked, axes, scope, last);
  const other = useReports(comparedTo?.parts.map(({ query }) => query) ?? []);

  // Asked from the first on: a chart whose colours change once they are known would be another one for a moment.
  const colouredValues = useColouredValues(asked);

  const isOwn = main !== undefined && !report.isPlaceholderData;
  const isWhole = isOwn && report.data !== undefined && beside.answers.every((answer) => answer !== undefined);
  const isShowable =
    axes !== null && colouredValues !== null && (isWhole || report.isPartial) && report.shown !== undefined;
  const answerOf = (answer: ShownAnswer): Shown => {
    const cube = toCube(axes ?? [], parts, [answer, ...beside.answers]);
    const compared = comparedTo && toCompared(comparedTo, other.answers, { cube, measures: asked.measures });
    return { view, scope, asked, answer, cube, compared, colouredValues: colouredValues ?? [] };
  };
  const shown = useLatest(isShowable && report.shown ? answerOf(report.shown) : null);
  return {
    shown,
    isFetching: colouredValues === null || [ranked, report, beside, other].some((each) => each.isFetching),
    error: ranked.error ?? report.error ?? beside.error ?? other.error,
    refetch: () => {
      ranked.refetch();
      beside.refetch();
      other.refetch();
      if (report.error) void report.refetch();
    },
    report,
    query: main?.query ?? null,
  };
}

/** Null until it is known which values are shown by name. */
function axesOf({ splits, shape, ranges }: Asked, ranked: readonly (ShownAnswer | undefined)[]): Axis[] | null {
  let next = 0;
  const axes: Axis[] = [];
  for (const { dimension, top } of splits) {
    if (top === null) {
      axes.push({ dimension, named: null, hasOthers: false });
      continue;
    }
    const answer = ranked[next++];
    if (!answer) return null;
    const named = answer.rows.map(([cell]) => (typeof cell === 'string' ? cell : null));
    // A point stands for one value: all others together are none.
    const isWhole = answer.groups <= named.length;
    const isCut = ranges.length > 0 && splits.length === 1 && isWhole && !isReason(dimension);
    const hasOthers = shape !== 'scatter' && !isWhole && ranges.length === 0;
    axes.push({ dimension, named, hasOthers, ...(isCut ? { isCut } : {}) });
  }
  return axes;
}

function partsOf(view: ExploreView, scope: ChartScope, asked: Asked, axes: readonly Axis[]): Part[] {
  const dimensions = asked.splits.map(({ dimension }) => dimension);
  const byName = {
    ...(asked.shape === 'table' ? { orderBy: orderOf(view, dimensions), limit: MOST_ROWS } : {}),
    ...(asked.ranges.length > 0 ? { groupRanges: [...asked.ranges] } : {}),
  };
  return modesOf(axes, totalsOf(asked, axes)).map((modes) => ({
    modes,
    query: partQuery(scope, asked.measures, axes, modes, modes.every((mode) => mode === 'each') ? byName : {}),
  }));
}

/** The last value that was there: what is shown while the next is on its way. */
function useLatest<T>(value: T | null): T | null {
  const latest = useRef(value);
  if (value !== null) latest.current = value;
  return latest.current;
}

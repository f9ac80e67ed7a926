import type { RecordedDates } from '../../../shared/domain/range.ts';
import { isPeriod } from '../../../shared/query/dimensions.ts';
import type { ReportQueryInput } from '../../../shared/query/report-query.ts';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import type { Comparison } from '../../../shared/questions/explore/comparison.ts';
import { obstacleToComparison } from '../../../shared/questions/explore/obstacle.ts';
import { dimensionsOf, type ExploreView, writeView } from '../../../shared/questions/explore/view.ts';
import { wholeQuery } from '../../../shared/questions/explore/whole-query.ts';
import { writeScope } from '../../../shared/questions/scope-url.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { formatHash } from '../../lib/router.tsx';
import { useScope } from '../../lib/scope.tsx';
import { useItemNames } from '../../lib/use-item-names.ts';
import { useRecordedDates } from '../../lib/use-recorded-dates.ts';
import { type Coordinate, lookCloser, rangeOver, recordsBehind } from './drill.ts';
import { text } from './text.ts';
import { withStep } from './trail.ts';
import { type Explored, useCube } from './use-cube.ts';
import { type Names, namesOf, titleOf } from './words.ts';

interface Looked {
  explored: Explored;
  /** What it is compared with; null also where the comparison cannot be made. */
  comparison: Comparison | null;
  names: Names;
  /** The question in words. */
  title: string;
  /** The question for every group, not only those that are shown by name. */
  whole: ReportQueryInput;
  /** Looks closer at a mark. */
  drill: (mark: Coordinate[], range: ChartScope) => void;
  /** Shows the records behind a mark. */
  showRecords: (mark: Coordinate[], range: ChartScope) => void;
  /** Makes the periods from one to another the range. */
  brush: (first: number, last: number) => void;
}

/** A view over a scope, answered, in words, and what a click leads to; `left` gives the params of the address that a click leaves. */
export function useExplored(view: ExploreView, scope: ChartScope, left: () => URLSearchParams): Looked {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const { setRange } = useScope();
  const recorded = useRecordedDates();
  const compared = comparable(view, scope, recorded);
  const explored = useCube(compared, scope);
  const { shown } = explored;
  const items = useItemNames(shown ? itemsOf(shown) : []);
  const names = namesOf(t, labels, format, items);
  return {
    explored,
    comparison: compared.comparison,
    names,
    title: titleOf({ measures: view.measures, by: dimensionsOf(view.by, scope) }, names, t, format),
    whole: wholeQuery(view, scope),
    drill(mark, range) {
      const closer = lookCloser({ view, range, filters: range.filters }, mark);
      const before = left();
      const params = writeScope(
        { range: { from: closer.range.from, to: closer.range.to }, filters: [...closer.filters] },
        before,
      );
      const next = closer.screen === 'records' ? params : withStep(writeView(closer.view, params), mark, before);
      window.location.hash = formatHash(closer.screen, next);
    },
    showRecords(mark, range) {
      const behind = recordsBehind({ range, filters: range.filters }, mark);
      const { from, to } = behind.range;
      const params = writeScope({ range: { from, to }, filters: [...behind.filters] }, left());
      window.location.hash = formatHash('records', params);
    },
    brush(from, to) {
      const dimension = shown?.asked.splits[0]?.dimension;
      const range = shown && dimension && isPeriod(dimension) ? rangeOver(dimension, shown.scope, from, to) : null;
      if (range) setRange(range);
    },
  };
}

/** The view without a comparison that cannot be made; the picker says why. */
function comparable(view: ExploreView, scope: ChartScope, recorded: RecordedDates): ExploreView {
  if (view.comparison === null) return view;
  const obstacle = obstacleToComparison(view.comparison, view, scope, recorded);
  return obstacle === null ? view : { ...view, comparison: null };
}

type ShownCube = NonNullable<Explored['shown']>;

function itemsOf({ asked, cube }: ShownCube): (string | null)[] {
  const axis = asked.splits.findIndex(({ dimension }) => dimension === 'item');
  if (axis === -1) return [];
  return cube.members(axis).flatMap((member) => (member.of === 'value' ? member.value : []));
}

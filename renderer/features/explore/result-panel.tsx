import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { isMixed, unitOf } from '../../../shared/query/answer-rows.ts';
import { isReason } from '../../../shared/query/dimensions.ts';
import { measures as definitions } from '../../../shared/query/measures.ts';
import type { GroupRange } from '../../../shared/query/report-query.ts';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import type { ExploreView, Shape } from '../../../shared/questions/explore/view.ts';
import { PictureMenu } from '../../charts/image/picture-menu.tsx';
import type { Format } from '../../lib/format.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import { useScope } from '../../lib/scope.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { WhyButton } from '../../why/why-button.tsx';
import { MOST_ROWS } from './asked.ts';
import { comparedWords } from './compare/compared-words.ts';
import { text as compareText } from './compare/text.ts';
import type { Coordinate } from './drill.ts';
import { MarkMenu, type MarkRequest } from './mark-menu.tsx';
import { Result } from './result.tsx';
import { shownTable } from './shown-table.ts';
import { text } from './text.ts';
import { useChartHeight } from './use-chart-height.ts';
import type { Explored, Shown } from './use-cube.ts';
import { type Names, titleOf, type Words } from './words.ts';

/** The line below a chart that says what a click does, px. */
const HINT_HEIGHT = 24;

interface ResultPanelProps {
  view: ExploreView;
  explored: Explored;
  names: Names;
  /** Small controls at the right of the title. */
  options: ReactNode;
  onDrill: (mark: Coordinate[], scope: ChartScope) => void;
  onRecords: (mark: Coordinate[], scope: ChartScope) => void;
  onBrush: (first: number, last: number) => void;
  onChange: (view: ExploreView) => void;
}

/** The answer with its question above it; the old one dims while the new one is on its way. */
export function ResultPanel({
  view,
  explored,
  names,
  options,
  onDrill,
  onRecords,
  onBrush,
  onChange,
}: ResultPanelProps) {
  const t = useText(text);
  const c = useText(compareText);
  const format = useFormat();
  const height = useChartHeight();
  const [menu, setMenu] = useState<MarkRequest | null>(null);
  const { shown, report, query, error, isFetching, refetch } = explored;
  const title = shown
    ? titleOf(
        { measures: shown.asked.measures, by: shown.asked.splits.map(({ dimension }) => dimension) },
        names,
        t,
        format,
      )
    : t.screen;
  return (
    <Panel
      title={title}
      subtitle={shown && subtitleOf(shown, names, { t, c }, format)}
      report={report}
      actions={
        <>
          {options}
          {shown && (
            <PictureMenu
              title={title}
              filters={shown.scope.filters}
              asOf={report.data?.asOf ?? null}
              table={() => shownTable(shown, names, { locale: format.locale, c })}
            />
          )}
          {shown && query && (
            <WhyButton
              of={title}
              why={{
                of: 'report',
                measures: shown.asked.measures,
                query,
                several: true,
                before: datesCompared(shown),
              }}
            />
          )}
        </>
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <LoadingDim loading={isFetching} empty={!shown} height={height + HINT_HEIGHT}>
          {shown &&
            (isEmpty(shown) && !isFetching ? (
              <NothingFound />
            ) : (
              <Result
                shown={shown}
                names={names}
                title={title}
                onDrill={onDrill}
                onMenu={(mark, at) => setMenu({ mark, scope: shown.scope, ...at })}
                onBrush={onBrush}
                onChange={onChange}
              />
            ))}
        </LoadingDim>
      )}
      <MarkMenu
        request={menu}
        view={view}
        names={names}
        onClose={() => setMenu(null)}
        onDrill={onDrill}
        onRecords={onRecords}
        onChange={onChange}
      />
    </Panel>
  );
}

function subtitleOf(
  shown: Shown,
  names: Names,
  { t, c }: { t: Words; c: (typeof compareText)['en'] },
  format: Format,
): string {
  const { asked, scope, answer, cube } = shown;
  const units = new Set(asked.measures.map((measure) => unitOf(answer, measure)).filter((unit) => unit !== null));
  const byReason = asked.splits.some(({ dimension, top }) => isReason(dimension) && top !== null);
  const counts = asked.measures.some((measure) => definitions[measure].kind === 'count');
  return [
    [...units].flatMap((unit) => (isMixed(unit) ? [] : format.unit(unit))).join(', '),
    [...units].some(isMixed) && t.unitsMixed,
    format.dateRange(scope.from, scope.to),
    shown.compared && comparedWords(shown.compared, asked, names, c, format.dateRange),
    shown.compared?.isPartlyPlanned && c.partlyPlanned,
    asked.shape === 'table' && cube.groups > MOST_ROWS && t.rowsShown(String(cube.rows.length), String(cube.groups)),
    ...asked.ranges.map((range) => rangeWords(range, names, t, format)),
    fewerThanAsked(shown, t),
    shown.view.ownScales && asked.splits.some(({ role }) => role === 'panels') && t.scalesDiffer,
    asked.ranges.length > 0 && hasTotals(asked.shape) && !cube.axes.every(({ isCut }) => isCut) && t.noWholeInRange,
    byReason && counts && t.othersByReason,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Why fewer are shown by name than were asked for, where there are more. */
function fewerThanAsked({ asked, cube, view: { top: wanted } }: Shown, t: Words): string | false {
  const cut = asked.splits.find(
    ({ top }, axis) => wanted !== null && top !== null && top < wanted && cube.axes[axis]?.hasOthers,
  );
  if (cut?.role !== 'colours' && cut?.role !== 'panels') return false;
  return t.fewerThanAsked[cut.role](String(cut.top));
}

/** The dates compared with, where it is dates. */
function datesCompared({ compared }: Shown) {
  return compared?.comparison.with === 'dates' ? compared.range : undefined;
}

function hasTotals(shape: Shape): boolean {
  return shape === 'table' || shape === 'pivot';
}

function rangeWords({ measure, from, to }: GroupRange, names: Names, t: Words, format: Format): string {
  const written = (value: number) => format.measure(measure, value, Number.isInteger(value) ? 0 : 2);
  const bounds =
    from === undefined
      ? t.bounds.to(written(to ?? 0))
      : to === undefined
        ? t.bounds.from(written(from))
        : t.bounds.both(written(from), written(to));
  return t.inRange(names.measure(measure), bounds);
}

function isEmpty({ cube, asked }: Shown): boolean {
  return !cube.rows.some((members) => {
    const values = cube.at(members);
    return asked.measures.some((measure) => values?.[measure] != null);
  });
}

function NothingFound() {
  const t = useText(text);
  const { filters, range, clear, setRange } = useScope();
  const isFiltered = filters.length > 0;
  const isAllDates = range === 'all';
  return (
    <EmptyState
      title={t.noData}
      action={
        isFiltered || !isAllDates ? (
          <Button onClick={isFiltered ? clear : () => setRange('all')}>
            {isFiltered ? t.clearFilters : t.allDates}
          </Button>
        ) : null
      }
    >
      {isFiltered || !isAllDates ? t.noDataWhatNow : t.noDataAtAll} {isFiltered && t.noDataFilters}
    </EmptyState>
  );
}

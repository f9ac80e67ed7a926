import { ActionIcon, Button, SegmentedControl, Select } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import type { PeriodGrain } from '../../../shared/domain/day.ts';
import { unitOf } from '../../../shared/query/answer-rows.ts';
import { buildTrendQuery, trendViewNames, trendViews } from '../../../shared/questions/trend.ts';
import type { ComparedScope } from '../../charts/compared-scope.ts';
import { ReportPictureMenu } from '../../charts/image/report-picture-menu.tsx';
import { grainsFor } from '../../charts/trend/grain.ts';
import type { TrendPoint } from '../../charts/trend/to-series.ts';
import { colourBefore, TrendChart } from '../../charts/trend/trend-chart.tsx';
import { TrendTable } from '../../charts/trend/trend-table.tsx';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { goTo, useParam } from '../../lib/router.tsx';
import { useScope } from '../../lib/scope.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Staleness } from '../../ui/staleness.tsx';
import { WhyButton } from '../../why/why-button.tsx';
import { text } from './text.ts';
import css from './trend-panel.module.css';
import type { Trend } from './use-trend.ts';

const HEIGHT = 260;
/** What records may tell of that the overview does not, for Explore. */
const otherThings = { m: 'records,planned,runMinutes,downMinutes', by: 'line', as: 'table' };

interface TrendPanelProps {
  scope: ComparedScope;
  trend: Trend;
  /** Of the twelve: eight where lines stand beside it. */
  columns?: number;
}

/** The course over the range, with what it shows and by which period to choose. */
export function TrendPanel({ scope, trend, columns = 8 }: TrendPanelProps) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const { setRange } = useScope();
  const [asTable, setAsTable] = useState(false);
  const { points, grain, setGrain, report } = trend;
  const views = trendViewNames.filter((name) => trendViews[name].measures.some((measure) => has(points, measure)));
  const [chosen, setView] = useParam('view', trendViewNames, 'output');
  const view = views.includes(chosen) ? chosen : (views[0] ?? 'output');
  const { shape } = trendViews[view];
  const measures = trendViews[view].measures.filter((measure) => has(points, measure));
  const unit = shape === 'bars' ? unitOf(report.shown, trendViews[view].measures[0]) : '%';
  const unitWords = unit === 'mixed' ? '' : (unit ?? '');
  const title = t.trendTitle[view];
  const subtitle = [format.list(measures.map((measure) => labels.measures[measure])), unitWords, t.byGrain[grain]]
    .filter(Boolean)
    .join(' · ');
  const query = buildTrendQuery(scope.now, grain);

  return (
    <Panel
      title={title}
      columns={columns}
      report={report}
      subtitle={
        <>
          {subtitle}
          <Staleness answer={report.data} />
        </>
      }
      actions={
        <>
          {views.length > 1 && (
            <SegmentedControl
              aria-label={t.trendViewLabel}
              value={view}
              data={views.map((name) => ({ value: name, label: t.trendView[name] }))}
              onChange={(name) => setView(trendViewNames.find((each) => each === name) ?? 'output')}
            />
          )}
          <Select
            className={css.grain}
            aria-label={t.grainLabel}
            allowDeselect={false}
            value={grain}
            data={grainsFor(scope.now).map((each) => ({ value: each, label: labels.dimensions[each] }))}
            onChange={(each) => setGrain(asGrain(each) ?? grain)}
          />
          <ActionIcon
            size="sm"
            aria-label={asTable ? t.asChart : t.asTable}
            title={asTable ? t.asChart : t.asTable}
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? <IconChartBar size={16} stroke={1.6} /> : <IconTable size={16} stroke={1.6} />}
          </ActionIcon>
          <ReportPictureMenu title={title} query={query} report={report} />
          <WhyButton
            of={title}
            why={{ of: 'report', measures, query, before: scope.covered ? scope.before : undefined }}
          />
        </>
      }
    >
      {report.error ? (
        <ErrorState error={report.error} onRetry={() => void report.refetch()} />
      ) : (
        <LoadingDim loading={report.isFetching} empty={!report.shown} height={HEIGHT + 24}>
          {views.length === 0 && !report.isFetching ? (
            <EmptyState
              title={t.nothingOf.good}
              action={<Button onClick={() => goTo('explore', otherThings)}>{t.showOtherThings}</Button>}
            >
              {t.nothingOfWhatNow.good}
            </EmptyState>
          ) : asTable ? (
            <TrendTable points={points} grain={grain} caption={title} height={HEIGHT + 24} />
          ) : (
            <>
              <div className={css.plot}>
                <div>
                  <TrendChart
                    points={points}
                    grain={grain}
                    view={view}
                    label={`${title} ${subtitle} ${format.dateRange(scope.now.from, scope.now.to)}`}
                    onSelect={setRange}
                  />
                </div>
              </div>
              <ul className={css.legend}>
                {measures.map((measure) => (
                  <li key={measure}>
                    <span className={css.key} data-measure={measure} data-shape={shape} />
                    {labels.measures[measure]}
                  </li>
                ))}
                {scope.covered && (
                  <li>
                    <span className={css.key} data-measure="before" style={{ background: colourBefore(view) }} />
                    {t.periodBeforeLegend(scope.before)}
                  </li>
                )}
                <li className={css.hint} data-picture="none">
                  {t.dragHint}
                </li>
              </ul>
            </>
          )}
        </LoadingDim>
      )}
    </Panel>
  );
}

function has(points: readonly TrendPoint[], measure: keyof TrendPoint['values']): boolean {
  return points.some((point) => point.values[measure] != null);
}

function asGrain(name: string | null): PeriodGrain | null {
  return name === 'day' || name === 'week' || name === 'month' || name === 'quarter' || name === 'year' ? name : null;
}

import { toPareto } from '../../../shared/quality/to-pareto.ts';
import { rowsOf, unitOf } from '../../../shared/query/answer-rows.ts';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import { buildReasonsQuery } from '../../../shared/questions/reasons.ts';
import { withoutField } from '../../charts/compared-scope.ts';
import { ReportPictureMenu } from '../../charts/image/report-picture-menu.tsx';
import { AcrossChart } from '../../charts/plot/across-chart.tsx';
import { MOST_OF_IT } from '../../charts/plot/across-marks.tsx';
import { othersColour } from '../../charts/plot/colours.ts';
import type { Plot } from '../../charts/plot/plot.ts';
import { decimalsFor } from '../../lib/format.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import { useScope } from '../../lib/scope.tsx';
import { useReport } from '../../lib/use-report.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Staleness } from '../../ui/staleness.tsx';
import { WhyButton } from '../../why/why-button.tsx';
import { leadingRows } from './pareto.ts';
import css from './quality.module.css';
import { text } from './text.ts';

const HEIGHT = 260;
/** More reasons than this stand together at the end. */
const MOST_REASONS = 12;

/** Which reasons make the defects, the largest first, with the share of all up to each; a click filters. */
export function ParetoPanel({ scope }: { scope: ChartScope }) {
  const t = useText(text);
  const format = useFormat();
  const { toggleFilter, isFiltered } = useScope();
  const query = buildReasonsQuery(withoutField(scope, 'defectReason'));
  const report = useReport(query);
  const rows = report.shown ? toPareto(rowsOf(report.shown, 'defectReason')) : [];
  const shown = leadingRows(rows, MOST_REASONS);
  const unit = unitOf(report.shown, 'defects');
  const leading = rows.findIndex(({ cumulative }) => cumulative >= MOST_OF_IT) + 1;
  const decimals = decimalsFor(rows.map(({ defects }) => defects));
  const chosen = shown.map(({ keys }) => keys.length === 1 && isFiltered('defectReason', keys[0] ?? null));
  const isAnyChosen = chosen.includes(true);
  const valuesWhere = (isChosen: boolean) => shown.map(({ defects }, at) => (chosen[at] === isChosen ? defects : null));
  const bad = 'var(--tl-chart-bad)';
  const plot: Plot = {
    places: shown.map(({ keys }) => {
      const name = keys.length > 1 ? t.otherReasons : (keys[0] ?? t.notRecorded);
      return { id: keys.length > 1 ? 'others' : (keys[0] ?? 'none'), label: name, short: name };
    }),
    series: isAnyChosen
      ? [
          { id: 'chosen', name: t.defectsChosen, colour: bad, values: valuesWhere(true) },
          { id: 'others', name: t.otherReasons, colour: othersColour, values: valuesWhere(false) },
        ]
      : [{ id: 'defects', name: t.defects, colour: bad, values: valuesWhere(false) }],
    format: (value) => format.number(value, decimals),
    tick: (value) => format.compact(value),
  };
  const toggle = (place: number) => {
    const keys = shown[place]?.keys;
    if (keys?.length === 1) toggleFilter('defectReason', keys[0] ?? null);
  };
  return (
    <Panel
      title={t.pareto}
      columns={5}
      report={report}
      subtitle={
        <>
          {[
            unit !== 'mixed' && unit,
            rows.length > 0 &&
              (rows.some(({ key }) => key !== null)
                ? t.paretoSubtitle(leading, format.percent(rows[leading - 1]?.cumulative ?? null))
                : t.paretoNoReasons),
            unit === 'mixed' && t.mixedUnits,
          ]
            .filter(Boolean)
            .join(' · ')}
          <Staleness answer={report.data} />
        </>
      }
      actions={
        <>
          <ReportPictureMenu title={t.pareto} query={query} report={report} />
          <WhyButton of={t.pareto} why={{ of: 'report', measures: ['defects'], query, several: true }} />
        </>
      }
    >
      {report.error ? (
        <ErrorState error={report.error} onRetry={() => void report.refetch()} />
      ) : (
        <LoadingDim loading={report.isFetching} empty={!report.shown} height={HEIGHT + 24}>
          {rows.length === 0 ? (
            <EmptyState title={t.paretoNone}>{t.paretoNoneWords}</EmptyState>
          ) : (
            <>
              <AcrossChart
                plot={plot}
                kind="stacked"
                height={HEIGHT}
                label={t.pareto}
                cumulative={shown.map(({ cumulative }) => cumulative)}
                onDrill={({ place }) => toggle(place)}
              />
              <p className={css.quiet}>{t.paretoHint}</p>
            </>
          )}
        </LoadingDim>
      )}
    </Panel>
  );
}

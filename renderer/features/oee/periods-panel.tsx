import { SegmentedControl } from '@mantine/core';
import { grainOf } from '../../../shared/domain/grain.ts';
import { periodsOf } from '../../../shared/domain/periods.ts';
import { rowsOf } from '../../../shared/query/answer-rows.ts';
import { buildCourseQuery, oeeMeasures } from '../../../shared/questions/oee.ts';
import type { ComparedScope } from '../../charts/compared-scope.ts';
import { ReportPictureMenu } from '../../charts/image/report-picture-menu.tsx';
import { AcrossChart } from '../../charts/plot/across-chart.tsx';
import { singleColour } from '../../charts/plot/colours.ts';
import type { Plot } from '../../charts/plot/plot.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { useParam } from '../../lib/router.tsx';
import { useScope } from '../../lib/scope.tsx';
import { useReport } from '../../lib/use-report.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Staleness } from '../../ui/staleness.tsx';
import { WhyButton } from '../../why/why-button.tsx';
import { text } from './text.ts';

const HEIGHT = 240;

/** OEE, or one of its factors, of each period of records that come once a month, say: they have no days. A click shows the period. */
export function PeriodsPanel({ scope }: { scope: ComparedScope }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const { setRange } = useScope();
  const [measure, setMeasure] = useParam('calendar', oeeMeasures, 'oee');
  const grain = grainOf(scope.now);
  const query = buildCourseQuery(scope.now, [grain]);
  const report = useReport(query);
  const periods = periodsOf(scope.now.from, scope.now.to, grain);
  const fits = report.shown?.columns.some(({ name }) => name === grain);
  const valueAt = new Map(
    (report.shown && fits ? rowsOf(report.shown, grain) : []).map(({ key, values }) => [key, values[measure] ?? null]),
  );
  const title = t.periodsTitle[grain];
  const plot: Plot = {
    places: periods.map(({ name }) => ({
      id: name,
      label: format.period(name, grain),
      short: format.periodShort(name, grain),
    })),
    series: [
      {
        id: measure,
        name: labels.measures[measure],
        colour: singleColour(measure),
        values: periods.map(({ name }) => valueAt.get(name) ?? null),
      },
    ],
    format: (value) => format.percent(value),
    tick: (value) => format.percent(value, 0),
  };
  const choose = (first: number, last: number) => {
    const [start, end] = [periods[first], periods[last]];
    if (start && end) setRange({ from: start.from, to: end.to });
  };
  return (
    <Panel
      title={title}
      report={report}
      subtitle={
        <>
          {t.periodsSubtitle(labels.measures[measure], t.byGrain[grain])}
          <Staleness answer={report.data} />
        </>
      }
      actions={
        <>
          <SegmentedControl
            aria-label={t.periodsOf}
            data={oeeMeasures.map((value) => ({ value, label: labels.measures[value] }))}
            value={measure}
            onChange={setMeasure}
          />
          <ReportPictureMenu title={title} query={query} report={report} />
          <WhyButton of={title} why={{ of: 'report', measures: [measure], query, several: true }} />
        </>
      }
    >
      {report.error ? (
        <ErrorState error={report.error} onRetry={() => void report.refetch()} />
      ) : (
        <LoadingDim loading={report.isFetching} empty={!report.shown} height={HEIGHT}>
          {[...valueAt.values()].every((value) => value === null) ? (
            <EmptyState title={t.noPeriod(labels.measures[measure])}>
              {t.noDayWhatNow(labels.measures[measure], t.noInput[measure])}
            </EmptyState>
          ) : (
            <AcrossChart
              plot={plot}
              kind="bar"
              height={HEIGHT}
              label={`${title} ${labels.measures[measure]}.`}
              onDrill={({ place }) => choose(place, place)}
              onBrush={choose}
            />
          )}
        </LoadingDim>
      )}
    </Panel>
  );
}

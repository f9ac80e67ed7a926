import { SegmentedControl } from '@mantine/core';
import type { DateRange } from '../../../shared/domain/range.ts';
import { rowsOf } from '../../../shared/query/answer-rows.ts';
import { buildCourseQuery, oeeMeasures } from '../../../shared/questions/oee.ts';
import { CalendarChart } from '../../charts/calendar/calendar-chart.tsx';
import { calendarSizes, stripsOf } from '../../charts/calendar/layout.ts';
import type { ComparedScope } from '../../charts/compared-scope.ts';
import { ReportPictureMenu } from '../../charts/image/report-picture-menu.tsx';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { useParam } from '../../lib/router.tsx';
import { useScope } from '../../lib/scope.tsx';
import { useReport } from '../../lib/use-report.ts';
import { useStatus } from '../../lib/use-status.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Staleness } from '../../ui/staleness.tsx';
import { WhyButton } from '../../why/why-button.tsx';
import { calendarRange } from './calendar-range.ts';
import { text } from './text.ts';

/** About as wide as the calendar is, px, for the height of what takes its place while it is awaited. */
const USUAL_WIDTH = 1_100;
const LEGEND = 22;

/** OEE, or one of its factors, of each production day; a click on a day shows that day. */
export function CalendarPanel({ scope }: { scope: ComparedScope }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const { setRange } = useScope();
  const [measure, setMeasure] = useParam('calendar', oeeMeasures, 'oee');
  const status = useStatus().data;
  const bounds: DateRange = { from: status?.firstDate ?? scope.now.from, to: status?.lastDate ?? scope.now.to };
  const range = calendarRange(scope.now, bounds);
  const query = buildCourseQuery({ ...scope.now, ...range }, ['day']);
  const report = useReport(query);
  const days = new Map((report.shown ? rowsOf(report.shown, 'day') : []).map(({ key, values }) => [key ?? '', values]));
  const values = new Map([...days].map(([date, each]) => [date, each[measure] ?? null]));
  const facts = (date: string) =>
    oeeMeasures.map((name) => ({ name: labels.measures[name], value: format.percent(days.get(date)?.[name] ?? null) }));
  const { height } = calendarSizes(stripsOf(range, 1), USUAL_WIDTH);
  return (
    <Panel
      title={t.calendarTitle}
      report={report}
      subtitle={
        <>
          {t.calendarSubtitle(labels.measures[measure])}
          <Staleness answer={report.data} />
        </>
      }
      actions={
        <>
          <SegmentedControl
            aria-label={t.calendarOf}
            data={oeeMeasures.map((value) => ({ value, label: labels.measures[value] }))}
            value={measure}
            onChange={setMeasure}
          />
          <ReportPictureMenu title={t.calendarTitle} query={query} report={report} />
          <WhyButton of={t.calendarTitle} why={{ of: 'report', measures: [measure], query, several: true }} />
        </>
      }
    >
      {report.error ? (
        <ErrorState error={report.error} onRetry={() => void report.refetch()} />
      ) : (
        <LoadingDim loading={report.isFetching} empty={!report.shown} height={height + LEGEND}>
          {[...values.values()].every((value) => value === null) ? (
            <EmptyState title={t.noDay(labels.measures[measure])}>
              {t.noDayWhatNow(labels.measures[measure], t.noInput[measure])}
            </EmptyState>
          ) : (
            <CalendarChart
              range={range}
              chosen={{ from: scope.now.from, to: scope.now.to }}
              values={values}
              facts={facts}
              format={(value) => format.percent(value)}
              formatShort={(value) => format.number(value * 100, 0)}
              label={`${t.calendarTitle} ${labels.measures[measure]}.`}
              onChoose={(date) => setRange({ from: date, to: date })}
            />
          )}
        </LoadingDim>
      )}
    </Panel>
  );
}

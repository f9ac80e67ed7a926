import { grainOf } from '../../../shared/domain/grain.ts';
import { periodsOf } from '../../../shared/domain/periods.ts';
import { rowsBy, rowsOf } from '../../../shared/query/answer-rows.ts';
import { buildCourseQuery, oeeMeasures } from '../../../shared/questions/oee.ts';
import type { ComparedScope } from '../../charts/compared-scope.ts';
import { ReportPictureMenu } from '../../charts/image/report-picture-menu.tsx';
import { AcrossChart } from '../../charts/plot/across-chart.tsx';
import { coloursOf, othersColour } from '../../charts/plot/colours.ts';
import { DownChart } from '../../charts/plot/down-chart.tsx';
import { Legend } from '../../charts/plot/legend.tsx';
import type { Plot } from '../../charts/plot/plot.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { useScope } from '../../lib/scope.tsx';
import { useReport } from '../../lib/use-report.ts';
import { useValues } from '../../lib/use-values.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Staleness } from '../../ui/staleness.tsx';
import { WhyButton } from '../../why/why-button.tsx';
import css from './oee.module.css';
import { text } from './text.ts';

const COURSE_HEIGHT = 220;
/** Bars of three shifts and their course, px. */
const USUAL_HEIGHT = 440;

/** OEE and its factors of each shift side by side, and the course of OEE of each; a click is a filter. */
export function ShiftsPanel({ scope }: { scope: ComparedScope }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const { toggleFilter, setRange } = useScope();
  const known = useValues('shift', '').data?.values ?? [];
  const grain = grainOf(scope.now);
  const query = buildCourseQuery(scope.now, ['shift']);
  const report = useReport(query);
  const course = useReport(buildCourseQuery(scope.now, [grain, 'shift']));
  const shifts = (report.shown ? rowsOf(report.shown, 'shift') : []).filter(({ key }) => key !== null);
  const colours = coloursOf(
    shifts.flatMap(({ key }) => key ?? []),
    known.flatMap(({ value }) => value ?? []),
  );
  const seriesOf = (shift: string | null) => ({
    id: shift ?? '',
    name: shift ?? t.notRecorded,
    colour: colours.get(shift ?? '') ?? othersColour,
  });
  const factors: Plot = {
    places: oeeMeasures.map((name) => ({ id: name, label: labels.measures[name], short: labels.measures[name] })),
    series: shifts.map(({ key, values }) => ({
      ...seriesOf(key),
      values: oeeMeasures.map((name) => values[name] ?? null),
    })),
    format: (value) => format.percent(value),
    tick: (value) => format.percent(value, 0),
  };
  const periods = periodsOf(scope.now.from, scope.now.to, grain);
  const fits = course.shown?.columns.some(({ name }) => name === grain);
  const oeeAt = new Map(
    (course.shown && fits ? rowsBy(course.shown, [grain, 'shift']) : []).map(({ keys, values }) => [
      JSON.stringify(keys),
      values.oee ?? null,
    ]),
  );
  const overTime: Plot = {
    ...factors,
    places: periods.map(({ name }) => ({
      id: name,
      label: format.period(name, grain),
      short: format.periodShort(name, grain),
    })),
    series: shifts.map(({ key }) => ({
      ...seriesOf(key),
      values: periods.map(({ name }) => oeeAt.get(JSON.stringify([name, key])) ?? null),
    })),
  };
  const hasCourse = overTime.series.some(({ values }) => values.some((value) => value !== null));
  const choose = (series: number) => {
    const shift = shifts[series]?.key;
    if (shift) toggleFilter('shift', shift);
  };
  return (
    <Panel
      title={t.shiftsTitle}
      columns={5}
      report={report}
      subtitle={
        <>
          {t.shiftsSubtitle(t.byGrain[grain])}
          <Staleness answer={report.data} />
        </>
      }
      actions={
        <>
          <ReportPictureMenu title={t.shiftsTitle} query={query} report={report} />
          <WhyButton of={t.shiftsTitle} why={{ of: 'report', measures: oeeMeasures, query, several: true }} />
        </>
      }
    >
      {report.error || course.error ? (
        <ErrorState
          error={report.error ?? course.error}
          onRetry={() => {
            void report.refetch();
            void course.refetch();
          }}
        />
      ) : (
        <LoadingDim
          loading={report.isFetching || course.isFetching}
          empty={!report.shown || !course.shown}
          height={USUAL_HEIGHT}
        >
          {shifts.length === 0 ? (
            <EmptyState title={t.noShifts}>{t.noShiftsWhatNow}</EmptyState>
          ) : (
            <>
              <Legend series={factors.series} />
              <DownChart
                plot={factors}
                isStacked={false}
                label={t.shiftsTitle}
                onDrill={({ series }) => choose(series)}
              />
              <h3 className={css.part}>{t.oeeOverTime}</h3>
              {hasCourse ? (
                <AcrossChart
                  plot={overTime}
                  kind="line"
                  height={COURSE_HEIGHT}
                  label={t.oeeOverTime}
                  onDrill={({ series }) => choose(series)}
                  onBrush={(first, last) => {
                    const [start, end] = [periods[first], periods[last]];
                    if (start && end) setRange({ from: start.from, to: end.to });
                  }}
                />
              ) : (
                <p className={css.hint}>{t.noDayWhatNow(labels.measures.oee, t.noInput.oee)}</p>
              )}
            </>
          )}
        </LoadingDim>
      )}
    </Panel>
  );
}

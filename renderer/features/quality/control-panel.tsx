import { Button } from '@mantine/core';
import { noLimits, type SpecificationLimits } from '../../../shared/domain/spc/capability.ts';
import { type ControlView, isCounted, rulesOf } from '../../../shared/quality/control-view.ts';
import type { QualityView } from '../../../shared/quality/view.ts';
import { unitOf } from '../../../shared/query/answer-rows.ts';
import { ControlChart } from '../../charts/control/control-chart.tsx';
import type { ControlPlot } from '../../charts/control/control-layout.ts';
import { ReportPictureMenu } from '../../charts/image/report-picture-menu.tsx';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { parseHash } from '../../lib/router.tsx';
import { useScope } from '../../lib/scope.tsx';
import { useWithoutData } from '../../lib/use-without-data.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Staleness } from '../../ui/staleness.tsx';
import { WhyButton } from '../../why/why-button.tsx';
import { ControlNotes } from './control-notes.tsx';
import { daysBetween, type Place, placesOf, scopeOf } from './places.ts';
import css from './quality.module.css';
import { recordsAddress } from './records-of-points.ts';
import { text, type Words } from './text.ts';
import type { Controlled, ShownControl } from './use-control.ts';
import { formatOf, marksOf, measureOf, sentencesAt, tellPoint, titleOf } from './words.ts';

interface ControlPanelProps {
  controlled: Controlled;
  /** What is asked, of which nothing may be there yet. */
  asked: ControlView;
  /** What is asked of the measure, typed or kept. */
  specification: SpecificationLimits;
  /** Points that are drawn out: those of the signal that is looked at. */
  lit: { points: ReadonlySet<number>; inRanges: boolean } | null;
  onChange: (changes: Partial<QualityView>) => void;
}

/** Of a chart alone, and of one with its ranges below, px: as high together, so that choosing another moves nothing. */
const ALONE = 494;
const ABOVE_RANGES = 320;
const RANGES = 150;
const HINT = 24;
/** The control chart with its question above, and below it what is to be known of its limits. */
export function ControlPanel({ controlled, asked, specification, lit, onChange }: ControlPanelProps) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const { shown, report, query, error, isFetching, refetch } = controlled;
  const title = titleOf(shown?.view ?? asked, t, labels, format);
  return (
    <Panel
      title={title}
      columns={9}
      report={report}
      subtitle={
        <>
          {shown && subtitleOf(shown, t, format.dateRange(shown.scope.from, shown.scope.to), labels.measures)}
          <Staleness answer={report.data} />
        </>
      }
      actions={
        shown &&
        query && (
          <>
            <ReportPictureMenu title={title} query={query} report={report} />
            <WhyButton of={title} why={{ of: 'report', measures: query.measures, query, several: true }} />
          </>
        )
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <LoadingDim loading={isFetching} empty={!shown} height={ALONE + HINT}>
          {shown && <Charts shown={shown} specification={specification} lit={lit} title={title} onChange={onChange} />}
        </LoadingDim>
      )}
    </Panel>
  );
}

interface ChartsProps extends Pick<ControlPanelProps, 'specification' | 'lit' | 'onChange'> {
  shown: ShownControl;
  title: string;
}

function Charts({ shown, specification, lit, title, onChange }: ChartsProps) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const without = useWithoutData();
  const { setRange } = useScope();
  const { view, scope, chart } = shown;
  if (chart.obstacle) {
    const isNever = without.measures.has(measureOf(view));
    const showGood = () => onChange({ chart: 'individuals', measure: 'good', specification: noLimits });
    return isNever && !without.measures.has('good') ? (
      <EmptyState
        title={t.neverRecorded(labels.measures[measureOf(view)])}
        action={<Button onClick={showGood}>{t.showSinglesOf(labels.measures.good)}</Button>}
      >
        {t.neverRecordedHint}
      </EmptyState>
    ) : (
      <EmptyState title={t.noLimits}>{t.obstacles[chart.obstacle]}</EmptyState>
    );
  }
  const write = formatOf(shown, format);
  const places = placesOf(view, scope, chart.points, format, t.notRecorded);
  const rangePlaces = placesOf(view, scope, chart.ranges, format, t.notRecorded);
  const open = (place: Place | undefined, points: typeof chart.points) => {
    const point = place?.point == null ? undefined : points[place.point];
    if (!point) return;
    const { params } = parseHash(window.location.hash);
    window.location.hash = recordsAddress(view, scopeOf(view, scope, point), params);
  };
  const brush = (first: number, last: number) => {
    const days = daysBetween(view, scope, places, first, last);
    if (days) setRange(days);
  };
  const isAlongTime = daysBetween(view, scope, places, 0, 0) !== null;
  const parts = [
    {
      name: null,
      of: chart.points,
      signals: chart.signals,
      at: places,
      rules: rulesOf(view.rules),
      height: chart.ranges.length > 0 ? ABOVE_RANGES : ALONE,
    },
    {
      name: view.chart === 'means' ? t.range : t.movingRange,
      of: chart.ranges,
      signals: chart.rangeSignals,
      at: rangePlaces,
      rules: rulesOf('limits'),
      height: RANGES,
    },
  ].filter(({ of }) => of.length > 0);
  return (
    <>
      {parts.map(({ name, of, signals, at, rules, height }) => {
        const marks = marksOf(signals, rules);
        const plot: ControlPlot = {
          places: at,
          points: at.map(({ point }) => {
            const found = point === null ? undefined : of[point];
            const rule = point === null ? undefined : marks.get(point);
            return found ? { ...found, mark: rule === undefined ? null : t.marks[rule] } : null;
          }),
          specification: name === null && !isCounted(view) ? specification : noLimits,
          format: write.full,
          tick: write.tick,
        };
        const isLit = lit !== null && lit.inRanges === (name !== null);
        return (
          <figure key={name ?? 'points'} className={css.figure}>
            {name && <figcaption className={css.caption}>{name}</figcaption>}
            <ControlChart
              plot={plot}
              height={height}
              label={[title, name].filter(Boolean).join(' ')}
              tell={(place) => {
                const { label = '', point = null } = at[place] ?? {};
                const found = point === null ? undefined : of[point];
                if (point === null || !found) return [label, t.noValue];
                return [label, ...tellPoint(found, shown, write, t, format), ...sentencesAt(point, signals, t)];
              }}
              onOpen={(place) => open(at[place], of)}
              onBrush={isAlongTime ? brush : undefined}
              lit={
                isLit
                  ? new Set(at.flatMap(({ point }, index) => (point !== null && lit.points.has(point) ? index : [])))
                  : undefined
              }
            />
          </figure>
        );
      })}
      <ControlNotes shown={shown} onChange={onChange} />
      <p className={css.quiet}>{isAlongTime ? t.hint : t.hintPlain}</p>
    </>
  );
}

function subtitleOf(
  { view, chart, answer }: ShownControl,
  t: Words,
  dates: string,
  names: Record<string, string>,
): string {
  const measure = measureOf(view);
  const unit =
    view.chart === 'u' ? t.perHundredUnits : [names[measure], unitOf(answer, measure)].filter(Boolean).join(', ');
  const each =
    view.chart === 'means'
      ? chart.size !== null && t.eachMean(chart.size, t.subgroupOf[view.subgroup])
      : t.each[view.points];
  return [unit, dates, each].filter(Boolean).join(' · ');
}

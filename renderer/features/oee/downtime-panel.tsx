import { minuteDecimals } from '../../../shared/domain/oee/losses.ts';
import { type LargestReason, largestReasons } from '../../../shared/domain/oee/reasons.ts';
import { rowsOf } from '../../../shared/query/answer-rows.ts';
import { buildDowntimeQuery } from '../../../shared/questions/oee.ts';
import type { ComparedScope } from '../../charts/compared-scope.ts';
import { ReportPictureMenu } from '../../charts/image/report-picture-menu.tsx';
import { AcrossChart } from '../../charts/plot/across-chart.tsx';
import { sharesOf, sortedByMost } from '../../charts/plot/pareto.ts';
import type { Plot } from '../../charts/plot/plot.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { useScope } from '../../lib/scope.tsx';
import { useReport } from '../../lib/use-report.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Staleness } from '../../ui/staleness.tsx';
import { WhyButton } from '../../why/why-button.tsx';
import { overAllReasons } from './stops.ts';
import { text } from './text.ts';

const HEIGHT = 380;
/** Reasons that have a column of their own. */
const REASONS = 11;

/** Downtime by reason, the largest first, with the running share; a click on a reason is a filter. */
export function DowntimePanel({ scope }: { scope: ComparedScope }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const { toggleFilter } = useScope();
  const query = buildDowntimeQuery(overAllReasons(scope.now));
  const report = useReport(query);
  const rows = report.shown ? rowsOf(report.shown, 'downtimeReason') : [];
  const places = largestReasons(
    rows.map(({ key, values }) => ({ reason: key, minutes: values.downMinutes ?? 0 })),
    REASONS,
  );
  const decimals = minuteDecimals(places.map(({ minutes }) => minutes));
  const nameOf = (place: LargestReason) => {
    if (place.of === 'others') return t.losses.otherReasons(place.count);
    return place.reason ?? t.notRecorded;
  };
  const { plot, order } = sortedByMost({
    places: places.map((place) => ({ id: idOf(place), label: nameOf(place), short: nameOf(place) })),
    series: [
      {
        id: 'downMinutes',
        name: labels.measures.downMinutes,
        colour: 'var(--tl-chart-bad)',
        values: places.map(({ minutes }) => minutes),
      },
    ],
    format: (value) => `${format.number(value, decimals)} ${t.minutesUnit}`,
    tick: format.compact,
  } satisfies Plot);
  return (
    <Panel
      title={t.downtimeTitle}
      columns={7}
      report={report}
      subtitle={
        <>
          {t.downtimeSubtitle}
          <Staleness answer={report.data} />
        </>
      }
      actions={
        <>
          <ReportPictureMenu title={t.downtimeTitle} query={query} report={report} />
          <WhyButton of={t.downtimeTitle} why={{ of: 'report', measures: ['downMinutes'], query, several: true }} />
        </>
      }
    >
      {report.error ? (
        <ErrorState error={report.error} onRetry={() => void report.refetch()} />
      ) : (
        <LoadingDim loading={report.isFetching} empty={!report.shown} height={HEIGHT}>
          {places.length === 0 ? (
            <EmptyState title={t.noDowntime}>{t.noDowntimeWhatNow}</EmptyState>
          ) : (
            <AcrossChart
              plot={plot}
              kind="stacked"
              height={HEIGHT}
              label={t.downtimeTitle}
              cumulative={sharesOf(plot)}
              onDrill={(mark) => {
                const place = places[order[mark.place] ?? -1];
                if (place?.of === 'reason') toggleFilter('downtimeReason', place.reason);
              }}
            />
          )}
        </LoadingDim>
      )}
    </Panel>
  );
}

/** As the Pareto knows what comes last. */
function idOf(place: LargestReason): string {
  if (place.of === 'others') return 'others';
  return place.reason === null ? 'none' : `reason ${place.reason}`;
}

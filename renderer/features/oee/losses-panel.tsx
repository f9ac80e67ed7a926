import { lossesOf, minuteDecimals, type OeeParts } from '../../../shared/domain/oee/losses.ts';
import { rowsOf } from '../../../shared/query/answer-rows.ts';
import { buildDowntimeQuery, buildWholeQuery, oeeMeasures } from '../../../shared/questions/oee.ts';
import type { ComparedScope } from '../../charts/compared-scope.ts';
import { numberToCopy } from '../../charts/image/caption.ts';
import { PictureMenu } from '../../charts/image/picture-menu.tsx';
import { waterfallHeight } from '../../charts/waterfall/layout.ts';
import { WaterfallChart } from '../../charts/waterfall/waterfall-chart.tsx';
import { useFormat, useText } from '../../lib/language.tsx';
import { useScope } from '../../lib/scope.tsx';
import { type Report, useReport } from '../../lib/use-report.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Staleness } from '../../ui/staleness.tsx';
import { WhyButton } from '../../why/why-button.tsx';
import { text } from './text.ts';
import { type LossRow, toWaterfall } from './to-waterfall.ts';

/** Reasons that stand by name in the waterfall; the Pareto has all of them. */
const REASONS = 7;
/** Levels and losses of a plant that records all of it. */
const USUAL_ROWS = REASONS + 9;

/** From planned time to fully productive time, loss by loss; a click on a downtime reason is a filter. */
export function LossesPanel({ scope, whole }: { scope: ComparedScope; whole: Report }) {
  const t = useText(text);
  const format = useFormat();
  const { toggleFilter } = useScope();
  const downtime = useReport(buildDowntimeQuery(scope.now));
  const values = whole.shown && rowsOf(whole.shown)[0]?.values;
  const parts: OeeParts | null =
    values && downtime.shown
      ? {
          planned: values.plannedMinutes ?? null,
          run: values.runMinutes ?? null,
          availability: values.availability ?? null,
          performance: values.performance ?? null,
          quality: values.quality ?? null,
          downtimes: rowsOf(downtime.shown, 'downtimeReason').map(({ key, values: { downMinutes } }) => ({
            reason: key,
            minutes: downMinutes ?? 0,
          })),
        }
      : null;
  const decimals = parts
    ? minuteDecimals([parts.planned, parts.run, ...parts.downtimes.map(({ minutes }) => minutes)])
    : 0;
  const isByReason = scope.now.filters.some(({ field }) => field === 'downtimeReason');
  const steps = parts ? lossesOf(parts, { decimals, reasons: REASONS }) : [];
  const rows: LossRow[] = parts ? toWaterfall(steps, parts, { t, format, decimals, isByReason }) : [];
  const error = whole.error ?? downtime.error;
  const refetch = () => {
    if (whole.error) void whole.refetch();
    if (downtime.error) void downtime.refetch();
  };
  return (
    <Panel
      title={t.lossesTitle}
      columns={7}
      report={downtime}
      subtitle={
        <>
          {parts && (parts.availability === null ? t.lossesSubtitleRun : t.lossesSubtitle)}
          <Staleness answer={whole.data} />
        </>
      }
      actions={
        <>
          <PictureMenu
            title={t.lossesTitle}
            filters={scope.now.filters}
            dates={{ from: scope.now.from, to: scope.now.to }}
            asOf={whole.data?.asOf ?? null}
            table={() => [
              [t.lossesTitle, t.minutesUnit],
              ...steps.map(({ kind, minutes }, at) => [
                rows[at]?.name ?? '',
                numberToCopy(kind === 'level' ? minutes : -minutes, format.locale),
              ]),
            ]}
          />
          <WhyButton
            of={t.lossesTitle}
            why={{
              of: 'report',
              measures: ['plannedMinutes', ...oeeMeasures],
              query: buildWholeQuery(scope.now),
              several: true,
            }}
          />
        </>
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <LoadingDim
          loading={whole.isFetching || downtime.isFetching}
          empty={!parts}
          height={waterfallHeight(USUAL_ROWS)}
        >
          {rows.length === 0 ? (
            <EmptyState title={t.noTime}>{t.noTimeWhatNow}</EmptyState>
          ) : (
            <WaterfallChart
              rows={rows}
              label={t.lossesTitle}
              tick={format.compact}
              onChoose={({ id }) => {
                const reason = rows.find((row) => row.id === id)?.reason;
                if (reason !== undefined) toggleFilter('downtimeReason', reason);
              }}
            />
          )}
        </LoadingDim>
      )}
    </Panel>
  );
}

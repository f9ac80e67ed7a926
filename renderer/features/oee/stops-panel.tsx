import { rowsBy, rowsOf } from '../../../shared/query/answer-rows.ts';
import { buildRunQuery, buildStopsQuery } from '../../../shared/questions/oee.ts';
import type { ComparedScope } from '../../charts/compared-scope.ts';
import { numberToCopy } from '../../charts/image/caption.ts';
import { PictureMenu } from '../../charts/image/picture-menu.tsx';
import { decimalsFor } from '../../lib/format.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { useScope } from '../../lib/scope.tsx';
import { useReport } from '../../lib/use-report.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Staleness } from '../../ui/staleness.tsx';
import { WhyButton } from '../../why/why-button.tsx';
import { PlannedStops } from './planned-stops.tsx';
import { overAllReasons, type StopsOfLine, stopsByLine } from './stops.ts';
import { type StopsColumn, StopsTable } from './stops-table.tsx';
import { text } from './text.ts';
import { usePlannedStops } from './use-planned-stops.ts';

const HEIGHT = 380;

/** How often each line failed, how long it ran between failures, and how long until it ran again. */
export function StopsPanel({ scope }: { scope: ComparedScope }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const { filters } = useScope();
  const [planned, setPlanned] = usePlannedStops();
  const everything = overAllReasons(scope.now);
  const stopsQuery = buildStopsQuery(everything);
  const stops = useReport(stopsQuery);
  const runs = useReport(buildRunQuery(everything));
  const entries = stops.shown ? rowsBy(stops.shown, ['line', 'downtimeReason']) : [];
  const reasons = [...new Set(entries.flatMap(({ keys: [, reason] }) => reason ?? []))].sort();
  const { lines, whole } = stopsByLine(runs.shown ? rowsOf(runs.shown, 'line') : [], entries, { filters, planned });
  const hours = (minutes: number | null) => (minutes === null ? null : minutes / 60);
  const all = [...lines, whole];
  const decimals = {
    between: decimalsFor(all.map(({ meanMinutesBetween }) => hours(meanMinutesBetween))),
    down: decimalsFor(all.map(({ downMinutes }) => downMinutes)),
  };
  const columns: StopsColumn[] = [
    {
      id: 'failures',
      label: t.failures,
      title: t.failuresMeaning,
      read: ({ failures }) => failures,
      decimals: 0,
    },
    {
      id: 'down',
      label: labels.measures.downMinutes,
      unit: t.minutesUnit,
      read: ({ downMinutes }) => downMinutes,
      decimals: decimals.down,
    },
    {
      id: 'mtbf',
      label: t.mtbf,
      unit: t.hoursUnit,
      title: t.mtbfMeaning,
      read: ({ meanMinutesBetween }) => hours(meanMinutesBetween),
      decimals: Math.max(1, decimals.between),
    },
    {
      id: 'mttr',
      label: t.mttr,
      unit: t.minutesUnit,
      title: t.mttrMeaning,
      read: ({ meanMinutesToRestore }) => meanMinutesToRestore,
      decimals: 1,
    },
  ];
  return (
    <Panel
      title={t.stopsTitle}
      columns={5}
      report={stops}
      subtitle={
        <>
          {t.stopsSubtitle}
          <Staleness answer={stops.data} />
        </>
      }
      actions={
        <>
          <PlannedStops reasons={reasons} planned={planned} onChange={setPlanned} />
          <PictureMenu
            title={t.stopsTitle}
            filters={filters}
            dates={{ from: scope.now.from, to: scope.now.to }}
            asOf={stops.data?.asOf ?? null}
            table={() => tableOfStops(lines, columns, labels.dimensions.line, t.notRecorded, format.locale)}
          />
          <WhyButton
            of={t.stopsTitle}
            why={{ of: 'report', measures: ['records', 'downMinutes'], query: stopsQuery, several: true }}
          />
        </>
      }
    >
      {stops.error || runs.error ? (
        <ErrorState
          error={stops.error ?? runs.error}
          onRetry={() => {
            void stops.refetch();
            void runs.refetch();
          }}
        />
      ) : (
        <LoadingDim loading={stops.isFetching || runs.isFetching} empty={!stops.shown || !runs.shown} height={HEIGHT}>
          {whole.failures === null ? (
            <EmptyState title={t.noTime}>{t.noStopsWhatNow}</EmptyState>
          ) : (
            <StopsTable caption={t.stopsTitle} lines={lines} whole={whole} columns={columns} format={format} />
          )}
        </LoadingDim>
      )}
    </Panel>
  );
}

/** What is shown, for a spreadsheet. */
function tableOfStops(
  lines: readonly StopsOfLine[],
  columns: readonly StopsColumn[],
  line: string,
  notRecorded: string,
  locale: string,
): string[][] {
  return [
    [line, ...columns.map(({ label, unit }) => (unit ? `${label} ${unit}` : label))],
    ...lines.map((each) => [each.line ?? notRecorded, ...columns.map(({ read }) => numberToCopy(read(each), locale))]),
  ];
}

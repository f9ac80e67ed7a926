import { useMemo } from 'react';
import { rowsOf, unitOf } from '../../../shared/query/answer-rows.ts';
import { buildByLineQuery } from '../../../shared/questions/by-line.ts';
import { buildTotalsQuery } from '../../../shared/questions/totals.ts';
import { type ComparedScope, comparedScope, withoutField } from '../../charts/compared-scope.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { useScope } from '../../lib/scope.tsx';
import { useRecordedDates } from '../../lib/use-recorded-dates.ts';
import { useReport } from '../../lib/use-report.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { NothingShown } from '../../ui/nothing-shown.tsx';
import { ReadingNote } from '../../ui/reading-note.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Staleness } from '../../ui/staleness.tsx';
import { WhyButton } from '../../why/why-button.tsx';
import { ByLinePanel } from './by-line-panel.tsx';
import { ItemsPanel } from './items-panel.tsx';
import css from './overview-screen.module.css';
import { ReasonsPanel } from './reasons-panel.tsx';
import { text } from './text.ts';
import { Tiles } from './tiles.tsx';
import { TrendPanel } from './trend-panel.tsx';
import { UnitsNotice } from './units-notice.tsx';
import { useReasons } from './use-reasons.ts';
import { useTrend } from './use-trend.ts';

/** What was made, what was scrapped and where, over the range and the filters of the window. */
export function OverviewScreen() {
  const { from, to, filters, recordedBy } = useScope();
  const recorded = useRecordedDates();
  const scope = useMemo(
    () => (from && to ? comparedScope({ from, to, filters, recordedBy }, recorded) : null),
    [from, to, filters, recordedBy, recorded],
  );
  return scope && <Overview scope={scope} />;
}

function Overview({ scope }: { scope: ComparedScope }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const totalsQuery = buildTotalsQuery(scope.now);
  const totals = useReport(totalsQuery);
  const trend = useTrend(scope);
  const reasons = useReasons(scope);
  const lines = useReport(buildByLineQuery(withoutField(scope.now, 'line')));
  const lineRows = lines.shown ? rowsOf(lines.shown, 'line') : null;
  // A plant that records no lines has nothing to tell apart: the trend has the room.
  const hasLines = !(lineRows?.length === 1 && lineRows[0]?.key === null);
  const values = totals.shown && rowsOf(totals.shown)[0]?.values;
  const records = totals.shown ? (values?.records ?? 0) : null;
  const itemsBy = values && values.defects === null ? 'good' : 'defects';

  return (
    <Screen
      title={t.title}
      subtitle={
        totals.reading ? (
          <ReadingNote report={totals} subject={t.title} />
        ) : (
          records !== null && (
            <>
              {t.recordsCount(format.number(records))}{' '}
              <WhyButton
                of={labels.measures.records}
                why={{ of: 'report', measures: ['records'], query: totalsQuery }}
              />
              <Staleness answer={totals.data} />
            </>
          )
        )
      }
      actions={
        <>
          <CommandButton command="go.records">{t.showRecords}</CommandButton>
          <CommandButton command="file.export">{t.exportShown}</CommandButton>
        </>
      }
    >
      {totals.error ? (
        <div className={css.nothing}>
          <ErrorState error={totals.error} onRetry={() => void totals.refetch()} />
        </div>
      ) : records === 0 && !totals.isFetching && !totals.isPartial ? (
        <NothingShown />
      ) : (
        <>
          {unitOf(totals.shown, 'good') === 'mixed' && <UnitsNotice />}
          <div className={css.wide}>
            <Tiles scope={scope} points={trend.points} />
          </div>
          <TrendPanel scope={scope} trend={trend} columns={hasLines ? 8 : 12} />
          {hasLines && <ByLinePanel scope={scope} />}
          <ItemsPanel scope={scope} columns={reasons.known ? 6 : 12} by={itemsBy} />
          {reasons.known && <ReasonsPanel reasons={reasons} />}
        </>
      )}
    </Screen>
  );
}

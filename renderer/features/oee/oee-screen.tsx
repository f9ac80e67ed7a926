import { rowsOf } from '../../../shared/query/answer-rows.ts';
import { buildBasisQuery, buildWholeQuery } from '../../../shared/questions/oee.ts';
import { type ComparedScope, comparedScope } from '../../charts/compared-scope.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useFormat, useText } from '../../lib/language.tsx';
import { useScope } from '../../lib/scope.tsx';
import { useRecordedDates } from '../../lib/use-recorded-dates.ts';
import { useReport } from '../../lib/use-report.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { NothingShown } from '../../ui/nothing-shown.tsx';
import { ReadingNote } from '../../ui/reading-note.tsx';
import { Screen } from '../../ui/screen.tsx';
import { basisOf } from './basis.ts';
import { BasisPanel } from './basis-panel.tsx';
import { CalendarPanel } from './calendar-panel.tsx';
import { DowntimePanel } from './downtime-panel.tsx';
import { LossesPanel } from './losses-panel.tsx';
import css from './oee.module.css';
import { PeriodsPanel } from './periods-panel.tsx';
import { PlacesPanel } from './places-panel.tsx';
import { ShiftsPanel } from './shifts-panel.tsx';
import { StopsPanel } from './stops-panel.tsx';
import { text } from './text.ts';
import { Tiles } from './tiles.tsx';

/** How well the lines were used over the range and the filters of the window, and where the rest of the time went. */
export function OeeScreen() {
  const { from, to, filters, recordedBy } = useScope();
  const recorded = useRecordedDates();
  if (!from || !to) return null;
  return <Oee scope={comparedScope({ from, to, filters, recordedBy }, recorded)} />;
}

function Oee({ scope }: { scope: ComparedScope }) {
  const t = useText(text);
  const format = useFormat();
  const whole = useReport(buildWholeQuery(scope.now));
  const byLine = useReport(buildBasisQuery(scope.now, 'line'));
  const bases = byLine.shown ? basisOf(rowsOf(byLine.shown, 'line')) : [];
  const records = whole.shown ? (rowsOf(whole.shown)[0]?.values.records ?? 0) : null;
  return (
    <Screen
      title={t.title}
      subtitle={
        whole.reading ? (
          <ReadingNote report={whole} subject={t.title} />
        ) : (
          records !== null && t.recordsCount(format.number(records))
        )
      }
      actions={
        <>
          <CommandButton command="go.records">{t.showRecords}</CommandButton>
          <CommandButton command="file.export">{t.export}</CommandButton>
        </>
      }
    >
      {whole.error ? (
        <div className={css.nothing}>
          <ErrorState error={whole.error} onRetry={() => void whole.refetch()} />
        </div>
      ) : records === 0 && !whole.isFetching && !whole.isPartial ? (
        <NothingShown />
      ) : (
        <>
          <div className={css.wide}>
            <Tiles scope={scope} whole={whole} bases={bases} />
          </div>
          <LossesPanel scope={scope} whole={whole} />
          <ShiftsPanel scope={scope} />
          <PlacesPanel scope={scope} whole={whole} />
          <DowntimePanel scope={scope} />
          <StopsPanel scope={scope} />
          {(scope.now.recordedBy ?? 'day') === 'day' ? <CalendarPanel scope={scope} /> : <PeriodsPanel scope={scope} />}
          <BasisPanel scope={scope} byLine={byLine} bases={bases} />
        </>
      )}
    </Screen>
  );
}

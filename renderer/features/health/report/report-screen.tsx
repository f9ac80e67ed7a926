import { Button } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useCommand, useCommands } from '../../../commands/commands.tsx';
import { useFormat, useText } from '../../../lib/language.tsx';
import { useSettings } from '../../../lib/use-settings.ts';
import { useStatus } from '../../../lib/use-status.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingDim } from '../../../ui/loading-dim.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { WhyContext } from '../../../why/why-place.tsx';
import { useIndexes } from '../indexes/use-indexes.ts';
import { useHealth } from '../use-health.ts';
import css from './report.module.css';
import { Report, type ReportProps } from './report.tsx';
import { text } from './text.ts';

/** Everything that Health shows, of one moment, as a page to be printed: for a ticket or a monthly review. */
export function ReportScreen() {
  const t = useText(text);
  const format = useFormat();
  const { run } = useCommands();
  const health = useHealth(false);
  const settings = useSettings();
  const status = useStatus();
  const indexes = useIndexes().list; // printed with the rest, and so there before it
  const failed = [health, settings, status, indexes].find(({ isError }) => isError);
  return (
    <Screen
      title={t.title}
      subtitle={health.data && health.isFetchedAfterMount && t.asOf(format.dateTime(health.data.at))}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconArrowLeft size={14} aria-hidden />}
            onClick={() => run('go.health')}
          >
            {t.back}
          </Button>
          <Button leftSection={<IconPrinter size={14} aria-hidden />} onClick={() => run('health.report')}>
            {t.print}
          </Button>
        </>
      }
    >
      {/* What another screen asked for a minute ago is not of this moment. */}
      {health.data && health.isFetchedAfterMount && settings.data && status.data && indexes.data ? (
        <PrintableReport health={health.data} settings={settings.data} status={status.data} />
      ) : (
        <div className={css.waiting}>
          {failed ? (
            <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
          ) : (
            <LoadingDim loading empty height={480}>
              {null}
            </LoadingDim>
          )}
        </div>
      )}
    </Screen>
  );
}

/** Binds printing once there is something to print. */
function PrintableReport(props: ReportProps) {
  useCommand('health.report', () => window.print());
  return (
    // Nothing opens on paper.
    <WhyContext value={null}>
      <Report {...props} />
    </WhyContext>
  );
}

import { Button, Menu } from '@mantine/core';
import { IconCalendarPlus, IconChevronDown } from '@tabler/icons-react';
import type { SavedView } from '../../../shared/contract/views.ts';
import { useCommands } from '../../commands/commands.tsx';
import { useText } from '../../lib/language.tsx';
import { addressOf, useSavedViews } from '../../lib/use-saved-views.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Screen } from '../../ui/screen.tsx';
import { HistoryTable } from './history-table.tsx';
import { ReportsTable } from './reports-table.tsx';
import { text } from './text.ts';
import { useReportSchedules } from './use-report-schedules.ts';

/** The reports that are written by the clock, and what was written. */
export function ReportsScreen() {
  const t = useText(text);
  const { run } = useCommands();
  const reports = useReportSchedules();
  const { data } = reports;
  return (
    <Screen title={t.title} actions={<ScheduleMenu />}>
      <Panel title={t.reports} subtitle={t.hint}>
        {reports.isError && !data ? (
          <ErrorState error={reports.error} onRetry={() => void reports.refetch()} />
        ) : (
          <LoadingDim loading={reports.isPending} empty={!data} height={200}>
            {data?.schedules.length === 0 && (
              <EmptyState
                title={t.none}
                action={
                  <Button variant="default" onClick={() => run('go.explore')}>
                    {t.openExplore}
                  </Button>
                }
              >
                {t.noneWords}
              </EmptyState>
            )}
            {data && data.schedules.length > 0 && <ReportsTable reports={data} />}
          </LoadingDim>
        )}
      </Panel>
      {data && (data.schedules.length > 0 || data.history.length > 0) && (
        <Panel title={t.history} subtitle={t.historyHint}>
          <HistoryTable history={data.history} />
        </Panel>
      )}
    </Screen>
  );
}

/** Opens a saved view together with the dialog that schedules it, so that one sees what will be written. */
function ScheduleMenu() {
  const t = useText(text);
  const { run, canRun } = useCommands();
  const views = useSavedViews().data ?? [];
  const begin = (view: SavedView) => {
    window.location.hash = addressOf(view);
    run('file.schedule');
  };
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Button
          disabled={!canRun('file.schedule')}
          leftSection={<IconCalendarPlus size={14} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t.schedule}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{views.length > 0 ? t.fromView : t.noViews}</Menu.Label>
        {views.map((view) => (
          <Menu.Item key={view.name} onClick={() => begin(view)}>
            {view.name}
          </Menu.Item>
        ))}
        {views.length === 0 && <Menu.Item onClick={() => run('go.explore')}>{t.openExplore}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

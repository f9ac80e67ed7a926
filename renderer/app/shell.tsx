import { useMantineColorScheme } from '@mantine/core';
import { memo, Suspense, useEffect, useState } from 'react';
import { MeasureAlertNotice } from '../alerts/measure-alert-notice.tsx';
import { useCommand } from '../commands/commands.tsx';
import { CommandMenu } from '../commands/menu.tsx';
import { Palette } from '../commands/palette.tsx';
import { ShortcutsDialog } from '../commands/shortcuts-dialog.tsx';
import { ExportDialog } from '../features/export/export-dialog.tsx';
import { AlertNotice } from '../features/health/alerts/alert-notice.tsx';
import { JobTray } from '../features/jobs/job-tray.tsx';
import { ScheduleDialog } from '../features/report-schedules/schedule-dialog.tsx';
import { SettingsDialog } from '../features/settings/settings-dialog.tsx';
import { SamplePlant } from '../features/start/sample-plant.tsx';
import { StartScreen } from '../features/start/start-screen.tsx';
import { useLanguage, useText } from '../lib/language.tsx';
import { goTo, parseHash, replaceScreen, ShownHash, step, useHash } from '../lib/router.tsx';
import { ScopeProvider, useScope } from '../lib/scope.tsx';
import { useAfterPaint } from '../lib/use-after-paint.ts';
import { useStatus } from '../lib/use-status.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { ReadingAnnouncer } from '../ui/reading-announcer.tsx';
import { SidePanelPlace } from '../ui/side-panel.tsx';
import { SavedViews } from '../views/saved-views.tsx';
import { WhyPlace } from '../why/why-place.tsx';
import { ConnectionNotice } from './connection-notice.tsx';
import { FileDrop } from './file-drop.tsx';
import { MissingNotice } from './missing-notice.tsx';
import { Rail } from './rail.tsx';
import { isWithin, routeOf, routes } from './routes.tsx';
import css from './shell.module.css';
import { text } from './text.ts';
import { TopBar } from './top-bar.tsx';
import { useArrival } from './use-arrival.ts';

/** The id of what is beside rail and bar. */
const CONTENT = 'content';

function skipToContent(): void {
  const content = document.getElementById(CONTENT);
  delete content?.dataset.arrived;
  content?.focus();
}

/** The frame around every screen: rail, bar, content, the drawer's place and the job tray. */
export function Shell() {
  const t = useText(text);
  const hash = useHash();
  // Rail and bar follow a click in the next frame; the screen, which takes longer to draw, in the one after it.
  const shown = useAfterPaint(hash);
  const { screen } = parseHash(hash);
  const route = routeOf(screen);
  const records = useStatus().data?.records ?? 0;
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useFrameCommands();
  useEffect(() => {
    if (screen !== route.path) replaceScreen(route.path);
  }, [screen, route.path]);

  return (
    <SidePanelPlace value={place}>
      <button type="button" className={css.skip} onClick={skipToContent}>
        {t.skipToContent}
      </button>
      <div className={css.shell}>
        <Rail current={route.path} />
        <TopBar
          scope={records === 0 ? 'none' : route.scoped ? 'applies' : 'waits'}
          views={<SavedViews />}
          menu={<CommandMenu />}
        />
        <div className={css.missing}>
          <MissingNotice />
        </div>
        <main id={CONTENT} className={css.content} tabIndex={-1} aria-busy={shown !== hash}>
          <Content hash={shown} />
        </main>
        <div ref={setPlace} className={css.aside} />
        <div className={css.jobs}>
          <JobTray />
          <MeasureAlertNotice />
          <AlertNotice isHealthShown={isWithin(route.path, 'health')} />
          <ConnectionNotice />
        </div>
      </div>
      <Palette isScoped={route.scoped} filteredScreen={routes[0].path} lotScreen="lots" />
      <ShortcutsDialog />
      <ExportDialog />
      <ScheduleDialog />
      <SamplePlant />
      <SettingsDialog />
      <FileDrop />
      <ReadingAnnouncer />
    </SidePanelPlace>
  );
}

/** The screen of an address. */
const Content = memo(function Content({ hash }: { hash: string }) {
  const route = routeOf(parseHash(hash).screen);
  const status = useStatus();
  useArrival(CONTENT, route.path);
  if (status.isError && !status.data) {
    return <ErrorState error={status.error} onRetry={() => void status.refetch()} />;
  }
  const isEmpty = status.data?.records === 0 && route.scoped;
  return (
    <ShownHash value={hash}>
      <ScopeProvider>
        <ErrorBoundary key={route.path}>
          <WhyPlace>
            <Suspense fallback={null}>{isEmpty ? <StartScreen /> : status.data && <route.Screen />}</Suspense>
          </WhyPlace>
        </ErrorBoundary>
      </ScopeProvider>
    </ShownHash>
  );
});

/** Commands that the frame itself does. */
function useFrameCommands(): void {
  const { language, setLanguage } = useLanguage();
  const { toggleColorScheme } = useMantineColorScheme();
  const scope = useScope();
  useCommand('go.overview', () => goTo('overview'));
  useCommand('go.explore', () => goTo('explore'));
  useCommand('view.undo', () => step('back'));
  useCommand('view.redo', () => step('forward'));
  useCommand('go.oee', () => goTo('oee'));
  useCommand('go.lots', () => goTo('lots'));
  useCommand('go.quality', () => goTo('quality'));
  useCommand('go.records', () => goTo('records'));
  useCommand('go.dashboards', () => goTo('dashboards'));
  useCommand('go.imports', () => goTo('imports'));
  useCommand('go.reports', () => goTo('maintenance/reports'));
  useCommand('go.maintenance', () => goTo('maintenance'));
  useCommand('go.health', () => goTo('health'));
  useCommand('view.clearFilters', scope.clear);
  useCommand('view.toggleTheme', toggleColorScheme);
  useCommand('view.toggleLanguage', () => setLanguage(language === 'en' ? 'ko' : 'en'));
  useCommand('file.quit', () => window.close());
}

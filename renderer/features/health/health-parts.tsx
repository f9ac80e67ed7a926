import type { Health } from '../../../shared/contract/health.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import type { ChartSize } from '../../charts/response-times/response-chart.tsx';
import { useText } from '../../lib/language.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import css from './health-parts.module.css';
import { IndexesPanel } from './indexes/indexes-panel.tsx';
import { DearestPanel } from './memory/dearest-panel.tsx';
import { MemoryKindsPanel } from './memory/kinds-panel.tsx';
import { RoomPanel } from './memory/room-panel.tsx';
import { type HealthPart, SLOW_QUESTIONS } from './parts.ts';
import { KindsPanel } from './responses/kinds-panel.tsx';
import { ShapesPanel } from './responses/shapes-panel.tsx';
import { TimesPanel } from './responses/times-panel.tsx';
import { SlowPanel } from './slow/slow-panel.tsx';
import { FilesPanel } from './store/files-panel.tsx';
import { JobsPanel } from './store/jobs-panel.tsx';
import { ReadersPanel } from './store/readers-panel.tsx';
import { text } from './text.ts';

interface HealthPartsProps {
  part: HealthPart;
  health: Health;
  settings: Settings | undefined;
  /** Of the chart in pixels, for paper; the room that there is when absent. */
  chartSize?: ChartSize;
}

/** The panels of one part of the screen. */
export function HealthParts({ part, health, settings, chartSize }: HealthPartsProps) {
  switch (part) {
    case 'responses':
      return (
        <>
          <TimesPanel health={health} targetMs={settings?.alertSlowMilliseconds ?? 0} size={chartSize} />
          <KindsPanel health={health} />
          <div id={SLOW_QUESTIONS} className={css.place}>
            <SlowPanel health={health} settings={settings} />
          </div>
          <ShapesPanel health={health} />
        </>
      );
    case 'memory':
      return <MemoryPanels cache={health.cache} />;
    case 'store':
      return (
        <>
          <FilesPanel store={health.store} />
          <ReadersPanel readers={health.readers} />
          <JobsPanel jobs={health.jobs} />
        </>
      );
    case 'indexes':
      return <IndexesPanel />;
  }
}

/** What is kept in memory; only the program that keeps it knows. */
function MemoryPanels({ cache }: { cache: Health['cache'] }) {
  const t = useText(text);
  if (cache === null) {
    return (
      <Panel title={t.memory}>
        <EmptyState title={t.onlyOwner} />
      </Panel>
    );
  }
  return (
    <>
      <MemoryKindsPanel cache={cache} />
      <RoomPanel cache={cache} />
      <DearestPanel cache={cache} />
    </>
  );
}

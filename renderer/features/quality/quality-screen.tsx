import { Button } from '@mantine/core';
import { IconBellPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { controlViewOf } from '../../../shared/quality/view.ts';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { useScope } from '../../lib/scope.tsx';
import { useShowsReport } from '../../lib/shown-report.ts';
import { NothingShown } from '../../ui/nothing-shown.tsx';
import { Screen } from '../../ui/screen.tsx';
import { CapabilityPanel } from './capability-panel.tsx';
import { ControlBar } from './control-bar.tsx';
import { ControlPanel } from './control-panel.tsx';
import { ParetoPanel } from './pareto-panel.tsx';
import { type Lit, SignalsPanel } from './signals-panel.tsx';
import { StepsPanel } from './steps-panel.tsx';
import { text } from './text.ts';
import { useControl } from './use-control.ts';
import { useAsked } from './use-specifications.ts';
import { useView } from './use-view.ts';
import { type Watch, watchOf } from './watch.ts';
import { WatchDialog } from './watch-dialog.tsx';
import { measureOf, titleOf } from './words.ts';

/** As long as a name may be. */
const MOST_NAME = 80;

/** Whether the process is in control, able, and what its defects are. */
export function QualityScreen() {
  const { from, to, filters, recordedBy } = useScope();
  const scope = useMemo(() => (from && to ? { from, to, filters, recordedBy } : null), [from, to, filters, recordedBy]);
  return scope && <Quality scope={scope} />;
}

function Quality({ scope }: { scope: ChartScope }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const { view, change } = useView();
  const [lit, setLit] = useState<Lit | null>(null);
  const asked = useMemo(() => controlViewOf(view, scope), [view, scope]);
  const limitsAsked = useAsked(view, scope);
  const controlled = useControl(asked, scope);
  useShowsReport(titleOf(asked, t, labels, format), controlled.query);
  const [watch, setWatch] = useState<Watch | null>(null);
  const watchName = [
    asked.chart === 'u' ? t.charts.u : labels.measures[measureOf(asked)],
    ...scope.filters.flatMap((filter) => filter.in.map((value) => value ?? t.notRecorded)),
  ]
    .join(', ')
    .slice(0, MOST_NAME);
  const { shown, isFetching } = controlled;
  const isEmpty = shown !== null && !isFetching && shown.answer.rows.length === 0;
  return (
    <Screen
      title={t.screen}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconBellPlus size={14} aria-hidden />}
            onClick={() => setWatch(watchOf(view, asked, scope, watchName))}
          >
            {t.watch}
          </Button>
          <CommandButton command="file.export">{t.export}</CommandButton>
        </>
      }
    >
      {watch && <WatchDialog begin={watch} onClose={() => setWatch(null)} />}
      <ControlBar view={view} asked={asked} onChange={change} />
      {isEmpty ? (
        <NothingShown />
      ) : (
        <>
          <ControlPanel
            controlled={controlled}
            asked={asked}
            specification={limitsAsked.limits}
            lit={lit}
            onChange={change}
          />
          <SignalsPanel controlled={controlled} onLook={setLit} />
          <ParetoPanel scope={scope} />
          <CapabilityPanel controlled={controlled} view={view} scope={scope} asked={limitsAsked} onChange={change} />
          <StepsPanel scope={scope} steps={view.steps} onChange={(steps) => change({ steps })} />
        </>
      )}
    </Screen>
  );
}

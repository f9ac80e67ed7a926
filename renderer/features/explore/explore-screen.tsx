import { ActionIcon } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import { rangesAsked } from '../../../shared/questions/explore/ranges.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useCommands } from '../../commands/commands.tsx';
import { useText } from '../../lib/language.tsx';
import { canStep, parseHash } from '../../lib/router.tsx';
import { useScope } from '../../lib/scope.tsx';
import { useShowsReport } from '../../lib/shown-report.ts';
import { useUndoKeys } from '../../lib/use-undo-keys.ts';
import { Screen } from '../../ui/screen.tsx';
import { DriversPanel } from './drivers/drivers-panel.tsx';
import css from './explore.module.css';
import { FieldList } from './field-list.tsx';
import { Options } from './options.tsx';
import { ResultPanel } from './result-panel.tsx';
import { ShapePicker } from './shape-picker.tsx';
import { Shelf } from './shelf.tsx';
import { text } from './text.ts';
import { Trail } from './trail-line.tsx';
import { useExplored } from './use-explored.ts';
import { useFirstMeasure } from './use-first-measure.ts';
import { useView } from './use-view.ts';

/** Any measures by any splits, as any picture of them, looked into by clicking. */
export function ExploreScreen() {
  const { from, to, filters, recordedBy } = useScope();
  const scope = useMemo(() => (from && to ? { from, to, filters, recordedBy } : null), [from, to, filters, recordedBy]);
  return scope && <Explore scope={scope} />;
}

function Explore({ scope }: { scope: ChartScope }) {
  const t = useText(text);
  const { run } = useCommands();
  const { view, isChosen, trail, change } = useView();
  useFirstMeasure(view, isChosen);
  const { explored, comparison, names, title, whole, drill, showRecords, brush } = useExplored(view, scope, paramsNow);
  useShowsReport(title, whole, view.comparison);
  useUndoKeys({ undo: () => run('view.undo'), redo: () => run('view.redo') });

  return (
    <Screen
      title={t.screen}
      subtitle={<Trail trail={trail} names={names} />}
      actions={
        <>
          <ActionIcon
            className={css.step}
            aria-label={t.undo}
            title={t.undo}
            disabled={!canStep('back')}
            onClick={() => run('view.undo')}
          >
            <IconArrowBackUp size={18} stroke={1.6} />
          </ActionIcon>
          <ActionIcon
            className={css.step}
            aria-label={t.redo}
            title={t.redo}
            disabled={!canStep('forward')}
            onClick={() => run('view.redo')}
          >
            <IconArrowForwardUp size={18} stroke={1.6} />
          </ActionIcon>
          <CommandButton command="file.export">{t.export}</CommandButton>
        </>
      }
    >
      <div className={css.layout}>
        <FieldList view={view} isChosen={isChosen} names={names} onChange={change} />
        <div className={css.main}>
          <Shelf view={view} isChosen={isChosen} names={names} onChange={change} />
          <ShapePicker view={view} onChange={change} />
          <ResultPanel
            view={view}
            explored={explored}
            names={names}
            options={<Options view={view} scope={scope} onChange={change} />}
            onDrill={drill}
            onRecords={showRecords}
            onBrush={brush}
            onChange={change}
          />
          {comparison && (
            <DriversPanel
              measures={view.measures}
              comparison={comparison}
              scope={scope}
              names={names}
              hasRanges={rangesAsked(view).length > 0}
            />
          )}
        </div>
      </div>
    </Screen>
  );
}

function paramsNow(): URLSearchParams {
  return parseHash(window.location.hash).params;
}

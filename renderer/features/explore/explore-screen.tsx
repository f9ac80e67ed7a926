import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconFileExport } from '@tabler/icons-react';
import { useMemo } from 'react';
import { isPeriod } from '../../../shared/query/dimensions.ts';
import type { ReportQueryInput } from '../../../shared/query/report-query.ts';
import type { ChartScope } from '../../charts/chart-scope.ts';
import { useCommands } from '../../commands/commands.tsx';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { canStep, formatHash, parseHash } from '../../lib/router.tsx';
import { useScope } from '../../lib/scope.tsx';
import { writeScope } from '../../lib/scope-url.ts';
import { useShowsReport } from '../../lib/shown-report.ts';
import { useItemNames } from '../../lib/use-item-names.ts';
import { useStatus } from '../../lib/use-status.ts';
import { Screen } from '../../ui/screen.tsx';
import { askedOf, orderOf } from './asked.ts';
import { comparedRange } from './compare.ts';
import { type Coordinate, lookCloser, rangeOver } from './drill.ts';
import css from './explore.module.css';
import { FieldList } from './field-list.tsx';
import { Options } from './options.tsx';
import { ResultPanel } from './result-panel.tsx';
import { SavedViews } from './saved/saved-views.tsx';
import { ShapePicker } from './shape-picker.tsx';
import { Shelf } from './shelf.tsx';
import { text } from './text.ts';
import { withStep } from './trail.ts';
import { Trail } from './trail-line.tsx';
import { useCube } from './use-cube.ts';
import { useView } from './use-view.ts';
import { dimensionsOf, type ExploreView, writeView } from './view.ts';
import { namesOf, titleOf } from './words.ts';

/** Any measures by any splits, as any picture of them, looked into by clicking. */
export function ExploreScreen() {
  const { from, to, filters } = useScope();
  const scope = useMemo(() => (from && to ? { from, to, filters } : null), [from, to, filters]);
  return scope && <Explore scope={scope} />;
}

function Explore({ scope }: { scope: ChartScope }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const { run } = useCommands();
  const { setRange } = useScope();
  const { view, isChosen, trail, change } = useView();
  const first = useStatus().data?.firstDate ?? null;
  const explored = useCube(covered(view, scope, first), scope);
  const { shown } = explored;
  const items = useItemNames(shown ? itemsOf(shown) : []);
  const names = namesOf(t, labels, format, items);

  // What is written holds every group, not only those that are shown by name.
  const title = titleOf({ measures: view.measures, by: dimensionsOf(view.by, scope) }, names, t, format);
  useShowsReport(title, wholeQuery(view, scope));

  const drill = (mark: Coordinate[], range: ChartScope) => {
    const closer = lookCloser({ view, range, filters: range.filters }, mark);
    const left = parseHash(window.location.hash).params;
    const params = writeScope(
      { range: { from: closer.range.from, to: closer.range.to }, filters: [...closer.filters] },
      left,
    );
    const next = closer.screen === 'records' ? params : withStep(writeView(closer.view, params), mark, left);
    window.location.hash = formatHash(closer.screen, next);
  };
  const brush = (from: number, to: number) => {
    const dimension = shown?.asked.splits[0]?.dimension;
    const range = shown && dimension && isPeriod(dimension) ? rangeOver(dimension, shown.scope, from, to) : null;
    if (range) setRange(range);
  };

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
          <SavedViews suggestedName={title} />
          <Button
            variant="default"
            leftSection={<IconFileExport size={14} aria-hidden />}
            onClick={() => run('file.export')}
          >
            {t.export}
          </Button>
        </>
      }
    >
      <div className={css.layout}>
        <FieldList view={view} isChosen={isChosen} names={names} onChange={change} />
        <div className={css.main}>
          <Shelf view={view} isChosen={isChosen} names={names} onChange={change} />
          <ShapePicker view={view} onChange={change} />
          <ResultPanel
            explored={explored}
            names={names}
            options={<Options view={view} scope={scope} onChange={change} />}
            onDrill={drill}
            onBrush={brush}
            onChange={change}
          />
        </div>
      </div>
    </Screen>
  );
}

/** The view without a comparison with dates that the records do not reach back to. */
function covered(view: ExploreView, scope: ChartScope, first: string | null): ExploreView {
  if (view.comparison === null) return view;
  const isCovered = first !== null && first <= comparedRange(scope, view.comparison).from;
  return isCovered ? view : { ...view, comparison: null };
}

function wholeQuery(view: ExploreView, scope: ChartScope): ReportQueryInput {
  const asked = askedOf(view, scope);
  const { from, to, filters } = scope;
  const dimensions = asked.splits.map(({ dimension }) => dimension);
  return { measures: [...view.measures], dimensions, from, to, filters, orderBy: orderOf(view, asked) };
}

type ShownCube = NonNullable<ReturnType<typeof useCube>['shown']>;

function itemsOf({ asked, cube }: ShownCube): (string | null)[] {
  const axis = asked.splits.findIndex(({ dimension }) => dimension === 'item');
  if (axis === -1) return [];
  return cube.members(axis).flatMap((member) => (member.of === 'value' ? member.value : []));
}

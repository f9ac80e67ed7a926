import { Button } from '@mantine/core';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { Tile } from '../../../shared/contract/dashboards.ts';
import { type Shown, shownBy } from '../../../shared/questions/shown-tile.ts';
import { heightOf } from '../../lib/board/layout.ts';
import { useText } from '../../lib/language.tsx';
import { useScope } from '../../lib/scope.tsx';
import type { ShownReport } from '../../lib/shown-report.ts';
import { useSavedViews } from '../../lib/use-saved-views.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorBoundary } from '../../ui/error-boundary.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel, PanelPlaceContext } from '../../ui/panel.tsx';
import { OwnScope } from './own-scope.tsx';
import { text } from './text.ts';
import { hrefOf } from './tile-address.ts';
import type { TileKinds } from './tile-kinds.ts';
import { TileMenu } from './tile-menu.tsx';
import { TileScope } from './tile-scope.tsx';

export interface TileActions {
  onSet: (tile: Tile) => void;
  onRemove: (tile: Tile) => void;
  onCopy: (tile: Tile) => void;
  onExport: (report: ShownReport) => void;
}

interface TileFrameProps {
  tile: Tile;
  kinds: TileKinds;
  actions: TileActions;
  /** Whether it is being arranged, and cannot be used meanwhile. */
  isStill?: boolean;
  /** Told what the tile is called. */
  onTitle?: (id: string, title: string) => void;
}

/** What a panel has above and below its content, px. */
const AROUND_CONTENT = 76;

/** A tile: what it shows, in its range and filters, with its own name and menu. A fault in it is its own. */
export function TileFrame({ tile, kinds, actions, isStill = false, onTitle }: TileFrameProps) {
  const t = useText(text);
  const views = useSavedViews();
  const shown = useMemo(() => shownBy(tile.content, views.data ?? []), [tile.content, views.data]);
  const [report, setReport] = useState<ShownReport | null>(null);
  const given = tile.title ?? shown?.name ?? null;
  const title = given ?? report?.title ?? t.tile;
  useEffect(() => onTitle?.(tile.id, title), [onTitle, tile.id, title]);
  const menu = <TileMenu {...{ tile, title, report, actions, shown }} />;
  if (!shown) {
    return (
      <InPlace title={tile.title} menu={menu} isStill={isStill}>
        <LostView tile={tile} isAwaited={views.isPending} onRemove={() => actions.onRemove(tile)} />
      </InPlace>
    );
  }
  return (
    <TileScope tile={tile} shown={shown}>
      <InPlace title={given} note={<OwnScope tile={tile} />} menu={menu} isStill={isStill}>
        <ErrorBoundary>
          <Content shown={shown} kinds={kinds} room={heightOf(tile.place) - AROUND_CONTENT} onReport={setReport} />
        </ErrorBoundary>
      </InPlace>
    </TileScope>
  );
}

interface InPlaceProps {
  title: string | null;
  note?: ReactNode;
  menu: ReactNode;
  isStill: boolean;
  children: ReactNode;
}

function InPlace({ title, note, menu, isStill, children }: InPlaceProps) {
  return <PanelPlaceContext value={{ title, note, actions: menu, isStill }}>{children}</PanelPlaceContext>;
}

interface ContentProps {
  shown: Shown;
  kinds: TileKinds;
  room: number;
  onReport: (report: ShownReport) => void;
}

function Content({ shown, kinds, room, onReport }: ContentProps) {
  const { from, to, filters, range, recordedBy } = useScope();
  const scope = useMemo(() => (from && to ? { from, to, filters, recordedBy } : null), [from, to, filters, recordedBy]);
  const told = useCallback((report: ShownReport) => onReport(report), [onReport]);
  if (!scope) return null;
  const tile = { scope, room, href: hrefOf(shown, { range, filters }), onReport: told };
  switch (shown.screen) {
    case 'explore':
      return <kinds.explore {...tile} form={shown.form} />;
    case 'overview':
      return <kinds.overview {...tile} form={shown.form} />;
    case 'oee':
      return <kinds.oee {...tile} form={shown.form} />;
    case 'quality':
      return <kinds.quality {...tile} form={shown.form} />;
    case 'records':
      return <kinds.records {...tile} form={shown.form} />;
  }
}

interface LostViewProps {
  tile: Tile;
  isAwaited: boolean;
  onRemove: () => void;
}

/** Stands for a view that was deleted, or could not be looked up yet. */
function LostView({ tile, isAwaited, onRemove }: LostViewProps) {
  const t = useText(text);
  const name = tile.content.of === 'view' ? tile.content.name : t.tile;
  return (
    <Panel title={name}>
      <LoadingDim loading={isAwaited} empty={isAwaited} height={heightOf(tile.place) - AROUND_CONTENT}>
        <EmptyState title={t.viewGone(name)} action={<Button onClick={onRemove}>{t.takeTileOff}</Button>}>
          {t.viewGoneWhatNow}
        </EmptyState>
      </LoadingDim>
    </Panel>
  );
}

import { ActionIcon } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useCallback, useId, useState } from 'react';
import { GridLayout } from 'react-grid-layout';
import { GRID_COLUMNS, type Tile } from '../../../shared/contract/dashboards.ts';
import { inReadingOrder } from '../../../shared/questions/shown-tile.ts';
import { compacted, GAP, moved, placed, ROW_HEIGHT, sized, standsAlike, toLayout } from '../../lib/board/layout.ts';
import { useText } from '../../lib/language.tsx';
import css from './dashboards.module.css';
import { text } from './text.ts';
import { type TileActions, TileFrame } from './tile-frame.tsx';
import type { TileKinds } from './tile-kinds.ts';

interface BoardArrangerProps {
  tiles: readonly Tile[];
  kinds: TileKinds;
  actions: TileActions;
  onArrange: (tiles: Tile[]) => void;
}

const arrows: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The tiles to be moved and sized: dragged by their surface and their corner, or by arrow keys, with Shift for their size. */
export function BoardArranger({ tiles, kinds, actions, onArrange }: BoardArrangerProps) {
  const t = useText(text);
  const hintId = useId();
  const { ref, width } = useElementSize<HTMLDivElement>();
  // Tab goes on as it went when arranging began: a tile that is moved by keyboard keeps the focus.
  const [order] = useState(() => inReadingOrder(tiles).map(({ id }) => id));
  const [titles, setTitles] = useState<Readonly<Record<string, string>>>({});
  const [told, setTold] = useState('');
  const onTitle = useCallback((id: string, title: string) => setTitles((before) => ({ ...before, [id]: title })), []);
  const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  const arranged = [...tiles].sort((a, b) => rank(a.id) - rank(b.id));

  const arrange = (next: Tile[], id?: string) => {
    const tile = next.find((each) => each.id === id);
    if (tile) setTold(t.standsAt(titles[tile.id] ?? '', tile.place));
    if (!standsAlike(tiles, next)) onArrange(next);
  };
  const onKeyDown = (event: KeyboardEvent, tile: Tile) => {
    const by = arrows[event.key];
    if (by) arrange((event.shiftKey ? sized : moved)(tiles, tile.id, by), tile.id);
    else if (event.key === 'Delete') actions.onRemove(tile);
    else return;
    event.preventDefault();
  };
  return (
    <div ref={ref} className={css.arranger}>
      <p id={hintId} className={css.hint}>
        {t.arrangeHint}
      </p>
      {width > 0 && (
        <GridLayout
          width={width}
          layout={toLayout(compacted(arranged))}
          gridConfig={{ cols: GRID_COLUMNS, rowHeight: ROW_HEIGHT, margin: [GAP, GAP], containerPadding: [0, 0] }}
          dragConfig={{ cancel: '[data-button]' }}
          resizeConfig={{ handles: ['se'] }}
          onDragStop={(layout) => arrange(placed(tiles, layout))}
          onResizeStop={(layout) => arrange(placed(tiles, layout))}
        >
          {arranged.map((tile) => (
            <div key={tile.id} className={css.arranged}>
              <div className={css.still} inert>
                <TileFrame tile={tile} kinds={kinds} actions={actions} isStill onTitle={onTitle} />
              </div>
              <button
                type="button"
                className={css.cover}
                aria-label={t.moveTile(titles[tile.id] ?? '')}
                aria-describedby={hintId}
                onKeyDown={(event) => onKeyDown(event, tile)}
              />
              <div className={css.tools} data-button>
                <ActionIcon
                  size="sm"
                  variant="default"
                  aria-label={t.setTileNamed(titles[tile.id] ?? '')}
                  title={t.setTile}
                  onClick={() => actions.onSet(tile)}
                >
                  <IconPencil size={14} />
                </ActionIcon>
                <ActionIcon
                  size="sm"
                  variant="default"
                  aria-label={t.takeOffNamed(titles[tile.id] ?? '')}
                  title={t.takeTileOff}
                  onClick={() => actions.onRemove(tile)}
                >
                  <IconTrash size={14} />
                </ActionIcon>
              </div>
            </div>
          ))}
        </GridLayout>
      )}
      <p className="visually-hidden" role="status">
        {told}
      </p>
    </div>
  );
}

import { useElementSize } from '@mantine/hooks';
import type { CSSProperties } from 'react';
import type { Tile } from '../../../shared/contract/dashboards.ts';
import { inReadingOrder } from '../../../shared/questions/shown-tile.ts';
import { heightOf } from '../../lib/board/layout.ts';
import css from './dashboards.module.css';
import { type TileActions, TileFrame } from './tile-frame.tsx';
import type { TileKinds } from './tile-kinds.ts';

interface BoardGridProps {
  tiles: readonly Tile[];
  kinds: TileKinds;
  actions: TileActions;
}

/** The tiles where they stand, read row by row; below each other where the window is narrow. Paper has them as they are seen. */
export function BoardGrid({ tiles, kinds, actions }: BoardGridProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  return (
    <div ref={ref} className={css.grid} style={{ '--tl-board-width': Math.max(1, Math.round(width)) } as CSSProperties}>
      {inReadingOrder(tiles).map((tile) => (
        <div key={tile.id} className={css.tile} style={placeOf(tile)}>
          <TileFrame tile={tile} kinds={kinds} actions={actions} />
        </div>
      ))}
    </div>
  );
}

function placeOf({ place }: Tile): CSSProperties {
  return {
    gridColumn: `${place.x + 1} / span ${place.width}`,
    gridRow: `${place.y + 1} / span ${place.height}`,
    minHeight: heightOf(place),
  };
}

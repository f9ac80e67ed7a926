import type { CSSProperties } from 'react';
import type { Tile } from '../../../shared/contract/dashboards.ts';
import css from './dashboards.module.css';
import { heightOf, inReadingOrder } from './layout.ts';
import { type TileActions, TileFrame } from './tile-frame.tsx';
import type { TileKinds } from './tile-kinds.ts';

interface BoardGridProps {
  tiles: readonly Tile[];
  kinds: TileKinds;
  actions: TileActions;
}

/** The tiles where they stand, read row by row; below each other where the window is narrow, and on paper. */
export function BoardGrid({ tiles, kinds, actions }: BoardGridProps) {
  return (
    <div className={css.grid}>
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

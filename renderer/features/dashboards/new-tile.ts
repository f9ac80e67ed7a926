import { MOST_TILES, type Tile, type TileContent } from '../../../shared/contract/dashboards.ts';
import { compacted, freePlace } from './layout.ts';

/** How large a tile is to begin with. */
function sizeOf(content: TileContent): Pick<Tile['place'], 'width' | 'height'> {
  if (content.of === 'overview') {
    return content.part === 'totals' ? { width: 12, height: 4 } : { width: 6, height: 8 };
  }
  return content.form === 'number' ? { width: 3, height: 3 } : { width: 6, height: 7 };
}

/** The tiles with one more where there is room for it; the same where there are as many as there may be. */
export function withTile(tiles: readonly Tile[], id: string, content: TileContent): Tile[] {
  if (tiles.length >= MOST_TILES) return [...tiles];
  const place = freePlace(tiles, sizeOf(content));
  return compacted([...tiles, { id, title: null, content, range: null, filters: null, place }]);
}

/** The tiles with a copy of one, as large as that. */
export function withCopy(tiles: readonly Tile[], tile: Tile, id: string): Tile[] {
  if (tiles.length >= MOST_TILES) return [...tiles];
  return compacted([...tiles, { ...tile, id, place: freePlace(tiles, tile.place) }]);
}

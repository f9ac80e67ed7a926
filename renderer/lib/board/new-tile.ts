import { MOST_TILES, type Tile, type TileContent, type TileForm } from '../../../shared/contract/dashboards.ts';
import { compacted, freePlace } from './layout.ts';

type Size = Pick<Tile['place'], 'width' | 'height'>;

const half: Size = { width: 6, height: 8 };
/** Numbers side by side. */
const band: Size = { width: 12, height: 4 };

/** How large a tile is to begin with. */
const sizes: Record<TileForm, Size> = {
  picture: { width: 6, height: 7 },
  number: { width: 3, height: 3 },
  totals: band,
  trend: { width: 12, height: 8 },
  lines: half,
  items: half,
  reasons: half,
  factors: band,
  losses: { width: 6, height: 10 },
  downtime: { width: 6, height: 10 },
  control: { width: 12, height: 9 },
  capability: half,
  pareto: half,
  firstPass: half,
  rows: { width: 12, height: 8 },
};

/** The tiles with one more where there is room for it; the same where there are as many as there may be. */
export function withTile(tiles: readonly Tile[], id: string, content: TileContent): Tile[] {
  if (tiles.length >= MOST_TILES) return [...tiles];
  const place = freePlace(tiles, sizes[content.form]);
  return compacted([...tiles, { id, title: null, content, range: null, filters: null, place }]);
}

/** The tiles with a copy of one, as large as that. */
export function withCopy(tiles: readonly Tile[], tile: Tile, id: string): Tile[] {
  if (tiles.length >= MOST_TILES) return [...tiles];
  return compacted([...tiles, { ...tile, id, place: freePlace(tiles, tile.place) }]);
}

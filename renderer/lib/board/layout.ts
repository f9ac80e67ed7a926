/** Where tiles stand, and how they make room for each other: by the grid's own rules, for the pointer and the keyboard alike. Pure. */
import { cloneLayout, type Layout, type LayoutItem, moveElement, verticalCompactor } from 'react-grid-layout/core';
import { GRID_COLUMNS, type Tile, type TilePlace } from '../../../shared/contract/dashboards.ts';

/** Height of a row and the room between tiles, px. */
export const ROW_HEIGHT = 40;
export const GAP = 12;

/** Smaller ones can be read by nobody. */
export const LEAST = { width: 2, height: 3 };
const MOST_HEIGHT = 60;

type Placed = Pick<Tile, 'id' | 'place'>;

/** The height of a tile, px. */
export function heightOf({ height }: Pick<TilePlace, 'height'>): number {
  return height * ROW_HEIGHT + (height - 1) * GAP;
}

/** The places as the grid's own layout. */
export function toLayout(tiles: readonly Placed[]): LayoutItem[] {
  return tiles.map(({ id, place }) => ({
    i: id,
    x: place.x,
    y: place.y,
    w: place.width,
    h: place.height,
    minW: LEAST.width,
    minH: LEAST.height,
    maxH: MOST_HEIGHT,
  }));
}

/** The tiles with the places of a layout. */
export function placed<T extends Placed>(tiles: readonly T[], layout: Layout): T[] {
  return tiles.map((tile) => {
    const item = layout.find(({ i }) => i === tile.id);
    return item ? { ...tile, place: { x: item.x, y: item.y, width: item.w, height: item.h } } : tile;
  });
}

/** Whether all tiles stand where the others do. */
export function standsAlike(tiles: readonly Placed[], others: readonly Placed[]): boolean {
  return tiles.every(({ place }, at) => {
    const other = others[at]?.place;
    return other && (['x', 'y', 'width', 'height'] as const).every((name) => place[name] === other[name]);
  });
}

/** Tiles moved up as far as there is room, none over another. */
export function compacted<T extends Placed>(tiles: readonly T[]): T[] {
  return placed(tiles, verticalCompactor.compact(toLayout(tiles), GRID_COLUMNS));
}

/** Moves a tile by columns or rows, over others that make room; the same tiles where it cannot go. */
export function moved<T extends Placed>(tiles: readonly T[], id: string, by: { x: number; y: number }): T[] {
  const from = tiles.find((tile) => tile.id === id)?.place;
  if (!from) return [...tiles];
  const lowest = Math.max(...tiles.map(({ place }) => place.y + place.height));
  // What stands below moves up where it can, so that it may take several rows to get past it.
  for (let step = 1; step <= lowest; step++) {
    const x = Math.min(GRID_COLUMNS - from.width, Math.max(0, from.x + by.x));
    const y = Math.max(0, from.y + by.y * step);
    const layout = cloneLayout(toLayout(tiles));
    const item = layout.find(({ i }) => i === id);
    if (!item) break;
    const next = moveElement(layout, item, x, y, true, false, 'vertical', GRID_COLUMNS);
    const found = placed(tiles, verticalCompactor.compact(next, GRID_COLUMNS));
    if (!standsAlike(tiles, found)) return found;
    if (by.y === 0 || y === 0) break;
  }
  return [...tiles];
}

/** Makes a tile larger or smaller by columns or rows, within the grid; others make room. */
export function sized<T extends Placed>(tiles: readonly T[], id: string, by: { x: number; y: number }): T[] {
  return compacted(
    tiles.map((tile) => {
      if (tile.id !== id) return tile;
      const { x, y, width, height } = tile.place;
      return {
        ...tile,
        place: {
          x,
          y,
          width: Math.min(GRID_COLUMNS - x, Math.max(LEAST.width, width + by.x)),
          height: Math.min(MOST_HEIGHT, Math.max(LEAST.height, height + by.y)),
        },
      };
    }),
  );
}

/** The first place that is free for a tile of a size, from the top left. */
export function freePlace(tiles: readonly Placed[], { width, height }: Pick<TilePlace, 'width' | 'height'>): TilePlace {
  for (let y = 0; ; y++) {
    for (let x = 0; x + width <= GRID_COLUMNS; x++) {
      const place = { x, y, width, height };
      if (!tiles.some((tile) => overlaps(tile.place, place))) return place;
    }
  }
}

/** Whether two places have a cell in common. */
export function overlaps(a: TilePlace, b: TilePlace): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

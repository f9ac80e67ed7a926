import { expect, test } from 'vitest';
import { MOST_TILES, type Tile } from '../../../shared/contract/dashboards.ts';
import { withCopy, withTile } from './new-tile.ts';

const number = { of: 'explore' as const, params: 'm=good', form: 'number' as const };

test('new tiles stand beside each other and follow the bar', () => {
  const tiles = withTile(withTile([], 'a', number), 'b', number);
  expect(tiles.map(({ place }) => place)).toEqual([
    { x: 0, y: 0, width: 3, height: 3 },
    { x: 3, y: 0, width: 3, height: 3 },
  ]);
  expect(tiles[0]).toMatchObject({ title: null, range: null, filters: null });
});

test('a copy is as large as the tile and shows the same in its own range', () => {
  const [tile] = withTile([], 'a', number);
  if (!tile) throw new Error('a tile was added');
  const own: Tile = { ...tile, range: 'range=lastDay', place: { x: 0, y: 0, width: 8, height: 5 } };
  expect(withCopy([own], own, 'b')[1]).toEqual({ ...own, id: 'b', place: { x: 0, y: 5, width: 8, height: 5 } });
});

test('there is an end to how many there are', () => {
  let tiles: Tile[] = [];
  for (let at = 0; at <= MOST_TILES; at++) tiles = withTile(tiles, `t${at}`, number);
  expect(tiles).toHaveLength(MOST_TILES);
});

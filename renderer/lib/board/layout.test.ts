import { describe, expect, test } from 'vitest';
import { GRID_COLUMNS, type TilePlace } from '../../../shared/contract/dashboards.ts';
import { inReadingOrder } from '../../../shared/questions/shown-tile.ts';
import { compacted, freePlace, heightOf, moved, overlaps, sized } from './layout.ts';

const tile = (id: string, x: number, y: number, width = 6, height = 3) => ({ id, place: { x, y, width, height } });
const placeOf = (tiles: readonly { id: string; place: TilePlace }[], id: string) =>
  tiles.find((each) => each.id === id)?.place;

describe('A tile', () => {
  const tiles = [tile('a', 0, 0), tile('b', 6, 0), tile('c', 0, 3)];

  test('goes one column to a side and stops at the edge', () => {
    const narrow = [tile('a', 0, 0, 3)];
    expect(placeOf(moved(narrow, 'a', { x: 1, y: 0 }), 'a')).toMatchObject({ x: 1, y: 0 });
    expect(moved(narrow, 'a', { x: -1, y: 0 })).toEqual(narrow);
  });

  test('goes below the one beneath it in one step, which moves up', () => {
    const next = moved(tiles, 'a', { x: 0, y: 1 });
    expect(placeOf(next, 'c')).toMatchObject({ x: 0, y: 0 });
    expect(placeOf(next, 'a')).toMatchObject({ x: 0, y: 3 });
  });

  test('goes back up the same way', () => {
    const next = moved(tiles, 'c', { x: 0, y: -1 });
    expect(placeOf(next, 'c')?.y).toBe(0);
    expect(placeOf(next, 'a')?.y).toBe(3);
  });

  test('that is lowest stays where it is', () => {
    expect(moved(tiles, 'c', { x: 0, y: 1 })).toEqual(tiles);
  });

  test('grows over others, which move down, and not over the edge of the grid', () => {
    const next = sized(tiles, 'a', { x: 1, y: 1 });
    expect(placeOf(next, 'a')).toEqual({ x: 0, y: 0, width: 7, height: 4 });
    expect(placeOf(next, 'b')?.y).toBe(4);
    expect(placeOf(sized(tiles, 'b', { x: 1, y: 0 }), 'b')?.width).toBe(6);
  });

  test('becomes no smaller than can be read', () => {
    const small = [tile('a', 0, 0, 2, 3)];
    expect(sized(small, 'a', { x: -1, y: -1 })).toEqual(small);
  });
});

test('a new tile takes the first room there is for it', () => {
  expect(freePlace([], { width: 6, height: 4 })).toEqual({ x: 0, y: 0, width: 6, height: 4 });
  expect(freePlace([tile('a', 0, 0, 6, 3), tile('b', 6, 0, 6, 5)], { width: 6, height: 4 })).toMatchObject({
    x: 0,
    y: 3,
  });
});

test('tiles are read row by row', () => {
  expect(inReadingOrder([tile('c', 0, 3), tile('b', 6, 0), tile('a', 0, 0)]).map(({ id }) => id)).toEqual([
    'a',
    'b',
    'c',
  ]);
});

test('a tile of three rows is as high as these and the room between them', () => {
  expect(heightOf({ height: 3 })).toBe(144);
});

test('whatever is moved and sized, no tile lies over another, none leaves the grid, and none is lost', () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  let tiles = compacted(
    Array.from({ length: 8 }, (_, at) => tile(`t${at}`, random(9), at, 2 + random(3), 3 + random(4))),
  );
  for (let step = 0; step < 300; step++) {
    const act = random(2) === 0 ? moved : sized;
    tiles = act(tiles, `t${random(8)}`, { x: random(3) - 1, y: random(3) - 1 });
    const isWithin = tiles.every(({ place }) => place.x >= 0 && place.y >= 0 && place.x + place.width <= GRID_COLUMNS);
    const lies = tiles.some((a, at) => tiles.slice(at + 1).some((b) => overlaps(a.place, b.place)));
    expect([tiles.length, isWithin, lies]).toEqual([8, true, false]);
  }
});

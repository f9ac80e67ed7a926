import { expect, test } from 'vitest';
import { layersOf, layoutAcross, stackAt, stretchesOf } from './across-layout.ts';
import { coloursOf, fillOf, othersColour } from './colours.ts';
import { cutTo, extentOf, labelledPlaces, type Plot, stackHeight, ticksFor, widthOf } from './plot.ts';
import { markAfterKey } from './use-marks.ts';

const series = [
  { id: 'a', name: 'A', colour: 'red', values: [1, null, 3] },
  { id: 'b', name: 'B', colour: 'blue', values: [2, null, null] },
];
const plot: Pick<Plot, 'series' | 'places'> = {
  series,
  places: ['x', 'y', 'z'].map((id) => ({ id, label: id, short: id })),
};

test('what stands on each other is as high as all of it; a place without data is no height, not 0', () => {
  expect(stackHeight(series, 0)).toBe(3);
  expect(stackHeight(series, 1)).toBeNull();
  expect(stackAt(series, 0)).toEqual([
    { series: 0, from: 0, to: 1 },
    { series: 1, from: 1, to: 3 },
  ]);
  expect(extentOf(plot, true)).toEqual({ least: 3, most: 3 });
  expect(extentOf(plot, false)).toEqual({ least: 1, most: 3 });
});

test('areas on each other come down to nothing where a series has no data and others have, and break where none has', () => {
  const sparse = [
    { id: 'a', name: 'A', colour: 'red', values: [1, null, 3, null, 5] },
    { id: 'b', name: 'B', colour: 'blue', values: [2, 2, 2, null, null] },
  ];
  expect(layersOf(sparse, 0)).toEqual([
    [
      { place: 0, from: 0, to: 1 },
      { place: 1, from: 0, to: 0 },
    ],
    [
      { place: 1, from: 0, to: 0 },
      { place: 2, from: 0, to: 3 },
    ],
    [{ place: 4, from: 0, to: 5 }],
  ]);
  expect(layersOf(sparse, 1)).toEqual([
    [
      { place: 0, from: 1, to: 3 },
      { place: 1, from: 0, to: 2 },
      { place: 2, from: 3, to: 5 },
    ],
  ]);
});

test('an axis of amounts begins at zero and ends at a whole step above the most', () => {
  expect(ticksFor({ least: 12, most: 83 }, true)).toEqual([0, 20, 40, 60, 80, 100]);
  expect(ticksFor({ least: 12, most: 83 }, false)[0]).toBe(0);
  expect(ticksFor({ least: 50, most: 50 }, true).at(-1)).toBeGreaterThanOrEqual(50);
  expect(ticksFor({ least: 0, most: 0 }, true)).toEqual([0, 1]);
  expect(ticksFor({ least: 0.6806, most: 0.6806 }, false, 4), 'a single point').toEqual([
    0, 0.2, 0.4, 0.6000000000000001, 0.8,
  ]);
});

test('a gap cuts a line in two', () => {
  expect(stretchesOf([1, 2, null, 4])).toEqual([[0, 1], [3]]);
});

test('a value has the colour of its place among all values, and no two shown share one while there are colours', () => {
  const known = Array.from({ length: 12 }, (_, at) => `L${at}`);
  const few = coloursOf(['L3', 'L5'], known);
  expect(coloursOf(['L3', 'L4', 'L5'], known).get('L3')).toBe(few.get('L3'));
  expect(new Set(coloursOf(['L0', 'L8', 'L1', 'L9'], known).values()).size).toBe(4);
  expect(coloursOf(['not listed'], known)).toEqual(coloursOf(['not listed'], []));
});

test('arrow keys go from mark to mark and stop at the edges', () => {
  const size = { places: 3, series: 2, along: 'across' as const };
  expect(markAfterKey(null, 'ArrowRight', size)).toEqual({ place: 0, series: 0 });
  expect(markAfterKey({ place: 2, series: 0 }, 'ArrowRight', size)).toEqual({ place: 2, series: 0 });
  expect(markAfterKey({ place: 1, series: 0 }, 'ArrowUp', size)).toEqual({ place: 1, series: 1 });
  expect(markAfterKey({ place: 1, series: 0 }, 'ArrowDown', { ...size, along: 'down' })).toEqual({
    place: 2,
    series: 0,
  });
  expect(markAfterKey({ place: 1, series: 1 }, 'End', size)).toEqual({ place: 2, series: 1 });
  expect(markAfterKey({ place: 1, series: 0 }, 'a', size)).toBeNull();
});

test('labels of periods that find no room are left out by whole parts of years, from their beginning', () => {
  const months = Array.from({ length: 60 }, (_, at) => {
    const id = `=${2019 + Math.floor((at + 2) / 12)}-${String(((at + 2) % 12) + 1).padStart(2, '0')}`;
    return { id, label: id, short: id.slice(1) };
  });
  const written = (places: typeof months, room: number) =>
    places.filter((_, at) => labelledPlaces(places, room)(at)).map(({ short }) => short);
  expect(written(months, 600)).toEqual(['2020-01', '2021-01', '2022-01', '2023-01', '2024-01']);
  expect(written(months.slice(0, 5), 200)).toEqual(['2019-03', '2019-05', '2019-07']);
  const days = ['=2024-03-01', '=2024-03-02', '=2024-03-03'].map((id) => ({ id, label: id, short: 'Friday 1' }));
  expect(written(days, 150)).toHaveLength(2);
});

test('of one series, what is not shown by name has a colour of its own', () => {
  const places = ['=a', 'others'].map((id) => ({ id, label: id, short: id }));
  const one = { places, series: series.slice(0, 1) };
  expect(fillOf(one, 0, 0)).toBe('red');
  expect(fillOf(one, 1, 0)).toBe(othersColour);
  expect(fillOf({ places, series }, 1, 0)).toBe('red');
});

test('names of values that do not fit below their columns stand aslant, those of periods never do', () => {
  const places = ['Contamination', 'Out of tolerance'].map((id) => ({ id, label: id, short: id }));
  const layout = (width: number, isAlongTime: boolean) =>
    layoutAcross(
      { places, series: [{ id: 'a', name: 'A', colour: 'red', values: [1, 2] }], format: String, tick: String },
      { kind: 'bar', width, height: 300, hasShares: false, isAlongTime },
    );
  expect(layout(600, false).slanted).toBeNull();
  expect(layout(180, true).slanted).toBeNull();
  expect(layout(180, false).slanted).toBeGreaterThan(60);
  expect(layout(180, false).bottom).toBeLessThan(layout(600, false).bottom);
});

test('all of a Pareto stands at the total of its values where their axis goes beyond it, else at the top', () => {
  const layoutOf = (values: number[]) =>
    layoutAcross(
      {
        places: values.map((_, at) => ({ id: `${at}`, label: `${at}`, short: `${at}` })),
        series: [{ id: 'defects', name: 'Defects', colour: '', values }],
        format: String,
        tick: String,
      },
      { kind: 'stacked', width: 600, height: 260, hasShares: true, isAlongTime: false },
    );
  const beyond = layoutOf([85, 3]);
  expect(beyond.ticks.at(-1)).toBe(100);
  expect(beyond.shareY?.(1)).toBeCloseTo(beyond.y(88));
  expect(beyond.shareY?.(85 / 88), 'the first share stands on the first column').toBeCloseTo(beyond.y(85));
  const within = layoutOf([85, 60, 40]);
  expect(within.shareY?.(1)).toBe(within.top);
  expect(layoutOf([0]).shareY?.(1)).toBe(layoutOf([0]).top);
});

test('a text that finds no room is cut in its middle, so that names that differ only at their end stay apart', () => {
  const names = ['1', '2'].map((robot) => `Welding cell for rear cross members, robot ${robot}`);
  const cut = names.map((name) => cutTo(name, 150));
  expect(cut).toEqual(['Welding cell…robot 1', 'Welding cell…robot 2']);
  for (const text of [...cut, cutTo('제2공장 후방 크로스멤버 용접 로봇 1호기', 150)])
    expect(widthOf(text)).toBeLessThanOrEqual(150);
  expect(cutTo('Press 1', 150)).toBe('Press 1');
});

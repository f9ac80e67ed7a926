import { expect, test } from 'vitest';
import { type ControlMark, wordsOf } from './control-layout.ts';

const point = (value: number, mark: string | null = null): ControlMark => ({
  value,
  center: 50,
  lower: 20,
  upper: 80,
  mark,
});
/** A place every 20 px, and a px for each unit, upwards. */
const layout = {
  x: (place: number) => 40 + place * 20,
  y: (value: number) => 100 - value,
  left: 20,
  right: 400,
  bottom: 100,
};
const said = (points: (ControlMark | null)[]) => wordsOf(points, layout).map(({ place, text }) => [place, text]);

test('the word of a mark stands away from the center, and beside the mark where the edge of the chart would cut it', () => {
  const at = (value: number) => wordsOf([point(value, 'limit')], layout)[0];
  expect(at(60)).toMatchObject({ x: 40, y: 30.5, textAnchor: 'middle' });
  expect(at(40)).toMatchObject({ x: 40, y: 79.5, textAnchor: 'middle' });
  expect(at(98)?.y).toBeGreaterThan(11);
  expect(at(2)?.y).toBeLessThan(100);
});

test('a word stands over no other mark: on the other side of its own, or not at all', () => {
  const [first] = wordsOf([point(60, 'limit'), point(72, '2 of 3')], layout);
  expect(first).toMatchObject({ place: 0, text: 'limit', y: 100 - 60 + 5.5 + 14 });
  const crowd = [90, 80, 70, 60, 50, 40, 30, 20, 10];
  const around = { ...layout, x: () => 40 };
  expect(
    wordsOf(
      crowd.map((value) => point(value, 'a')),
      { ...around, left: 38, right: 48 },
    ),
  ).toEqual([]);
});

test('the word of a run stands once, and again after the run has ended', () => {
  const run = [point(90, 'limit'), point(90, 'limit'), point(90, 'limit'), null, null, point(90, 'limit')];
  expect(said(run)).toEqual([
    [0, 'limit'],
    [5, 'limit'],
  ]);
  expect(said([point(90, 'limit'), null, point(90, 'limit')])).toEqual([[0, 'limit']]); // too near to the first
  expect(said([point(50), point(50)])).toEqual([]);
});

import { expect, test } from 'vitest';
import type { ScatterAxis, ScatterPoint } from './scatter-chart.tsx';
import { layoutScatter, namesBeside } from './scatter-layout.ts';

const axis: ScatterAxis = { name: 'Good', format: String, tick: String, isRatio: false };
const size = { width: 600, height: 420 };
const point: ScatterPoint = { id: 'a', name: 'A', colour: 'red', x: 10, y: 5 };

test('a point stands further to the right and up the more it is', () => {
  const { x, y } = layoutScatter([point], axis, axis, size);
  expect(x(10)).toBeGreaterThan(x(2));
  expect(y(5)).toBeLessThan(y(2));
});

test('the scales hold where points stood before, too', () => {
  const before = { x: 400, y: 90 };
  const { x, y, right, top } = layoutScatter([{ ...point, before }], axis, axis, size);
  expect(x(before.x)).toBeLessThanOrEqual(right);
  expect(y(before.y)).toBeGreaterThanOrEqual(top);
});

test('names of points stand within the chart and on no other, at the left of what is at its right edge', () => {
  const named = (id: string, x: number, y: number) => ({ ...point, id, name: `Welding cell, robot ${id}`, x, y });
  const points = [
    named('1', 199, 60),
    named('2', 198, 60.5),
    named('3', 20, 30),
    named('4', 21, 30),
    named('5', 100, 0),
  ];
  const layout = layoutScatter(points, axis, axis, size);
  const names = namesBeside(points, layout);
  expect(names.map(({ id, anchor }) => [id, anchor])).toEqual([
    ['1', 'end'],
    ['3', 'start'],
    ['5', 'start'],
  ]);
  for (const { x, width } of names) {
    expect(x).toBeGreaterThanOrEqual(layout.left);
    expect(x + width).toBeLessThanOrEqual(size.width);
  }
});

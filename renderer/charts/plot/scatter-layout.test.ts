import { expect, test } from 'vitest';
import type { ScatterAxis, ScatterPoint } from './scatter-chart.tsx';
import { layoutScatter } from './scatter-layout.ts';

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

import { expect, test } from 'vitest';
import { type ControlPoint, pChart, withVariationBetween } from './control-charts.ts';
import { ruleSets } from './rules.ts';
import { signalsOf } from './signals.ts';

const chart = (places: readonly number[]) =>
  places.map((value): ControlPoint => ({ value, center: 0, lower: -3, upper: 3, sigma: 1 }));
const times = (count: number, value: number) => Array.from({ length: count }, () => value);

test('a run that goes on is one signal, from its first point to its last, marked where it is complete', () => {
  expect(signalsOf(chart([-0.1, ...times(10, 0.1), -0.1]), ruleSets.westernElectric)).toEqual([
    { rule: 'eightOnOneSide', side: 'above', first: 1, last: 10, marked: [8, 9, 10] },
  ]);
});

test('points beyond opposite limits are two signals, the latest first; patterns without a side have none', () => {
  expect(signalsOf(chart([0, 3.1, -3.1]), ['beyondLimits'])).toEqual([
    { rule: 'beyondLimits', side: 'below', first: 2, last: 2, marked: [2] },
    { rule: 'beyondLimits', side: 'above', first: 1, last: 1, marked: [1] },
  ]);
  expect(signalsOf(chart([1.1, -1.1, 1.1, -1.1, 1.1, -1.1, 1.1, -1.1]), ['eightOutsideOne'])[0]?.side).toBeNull();
  expect(signalsOf(chart([0.5, 0.4, 0.3, 0.2, 0.1, 0]), ['sixTrending'])[0]?.side).toBe('below');
});

test('limits of large samples are widened by what these differ by: 3 sigma x the mean moving range of places / 1.128', () => {
  const shares = [0.1, 0.14, 0.08, 0.12].map((share) => ({ defects: share * 10_000, units: 10_000 }));
  const points = pChart(shares);
  const [first] = withVariationBetween(points, 1);
  // Places are (share - 0.11) / sigma; their moving ranges 0.04, 0.06 and 0.04 / sigma.
  const sigma = Math.sqrt((0.11 * 0.89) / 10_000);
  const between = (0.14 / 3 / sigma / 1.128) * sigma;
  expect(first?.sigma).toBeCloseTo(between, 12);
  expect(first?.upper).toBeCloseTo(0.11 + 3 * between, 12);
  expect(first?.lower).toBe(0);
  expect(signalsOf(points, ['beyondLimits'])).toHaveLength(4);
  expect(signalsOf(withVariationBetween(points, 1), ['beyondLimits'])).toEqual([]);
  expect(withVariationBetween(points.slice(0, 1))).toEqual(points.slice(0, 1));
});

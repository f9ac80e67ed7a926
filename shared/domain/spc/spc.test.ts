import { describe, expect, test } from 'vitest';
import { capability, rolledYield } from './capability.ts';
import {
  type ControlPoint,
  individualsChart,
  meanAndRangeChart,
  pChart,
  sigmaWithin,
  uChart,
} from './control-charts.ts';
import { brokenRules, type RuleName, ruleSets } from './rules.ts';

const limitsOf = ({ center, lower, upper }: ControlPoint = { value: 0, center: 0, lower: 0, upper: 0, sigma: 0 }) => ({
  center,
  lower,
  upper,
});
const close = (expected: Record<string, number>, digits: number) =>
  Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, expect.closeTo(value, digits)]));

/** Diameters of piston rings, mm: Montgomery, table 6.3 (6.1 in some editions), 25 samples of 5. */
const pistonRings = [
  [74.03, 74.002, 74.019, 73.992, 74.008],
  [73.995, 73.992, 74.001, 74.011, 74.004],
  [73.988, 74.024, 74.021, 74.005, 74.002],
  [74.002, 73.996, 73.993, 74.015, 74.009],
  [73.992, 74.007, 74.015, 73.989, 74.014],
  [74.009, 73.994, 73.997, 73.985, 73.993],
  [73.995, 74.006, 73.994, 74.0, 74.005],
  [73.985, 74.003, 73.993, 74.015, 73.988],
  [74.008, 73.995, 74.009, 74.005, 74.004],
  [73.998, 74.0, 73.99, 74.007, 73.995],
  [73.994, 73.998, 73.994, 73.995, 73.99],
  [74.004, 74.0, 74.007, 74.0, 73.996],
  [73.983, 74.002, 73.998, 73.997, 74.012],
  [74.006, 73.967, 73.994, 74.0, 73.984],
  [74.012, 74.014, 73.998, 73.999, 74.007],
  [74.0, 73.984, 74.005, 73.998, 73.996],
  [73.994, 74.012, 73.986, 74.005, 74.007],
  [74.006, 74.01, 74.018, 74.003, 74.0],
  [73.984, 74.002, 74.003, 74.005, 73.997],
  [74.0, 74.01, 74.013, 74.02, 74.003],
  [73.982, 74.001, 74.015, 74.005, 73.996],
  [74.004, 73.999, 73.99, 74.006, 74.009],
  [74.01, 73.989, 73.99, 74.009, 74.014],
  [74.015, 74.008, 73.993, 74.0, 74.01],
  [73.982, 73.984, 73.995, 74.017, 74.013],
];

describe('Worked examples:', () => {
  test('means and ranges of piston rings (Montgomery: ranges add up to 0.581, A2 0.577, D4 2.115, upper limit of ranges 0.049)', () => {
    const { means, ranges } = meanAndRangeChart(pistonRings);
    const [meanRange, center] = [0.581 / 25, 74.001176];
    expect(limitsOf(means[0])).toEqual(
      close({ center, lower: center - 0.577 * meanRange, upper: center + 0.577 * meanRange }, 4),
    );
    expect(limitsOf(ranges[0])).toEqual(close({ center: meanRange, lower: 0, upper: 0.049 }, 3));
    const isBeyond = ({ value, lower, upper }: ControlPoint) => value < lower || value > upper;
    expect([...means, ...ranges].filter(isBeyond)).toEqual([]);
  });

  test('capability of piston rings within 74.000 ± 0.05 mm (Montgomery: sigma 0.023 / 2.326 = 0.0099, Cp 1.68)', () => {
    const within = sigmaWithin(0.023, 5);
    expect(within).toBeCloseTo(0.0099, 4);
    const able = capability(pistonRings.flat(), 0.0099, { lower: 73.95, upper: 74.05 });
    expect(able).toMatchObject({ cp: expect.closeTo(1.68, 2), values: 125, isWeak: false });
    expect(able?.cpk).toBeCloseTo((74.05 - 74.001176) / (3 * 0.0099), 6);
    expect(capability(pistonRings.flat(), 0.0099, { lower: null, upper: 74.05 })).toMatchObject({ cp: null, pp: null });
    expect(capability([1, 2], 1, { lower: null, upper: null })).toBeNull();
  });

  test('shares of wafers with defects (NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.3.2)', () => {
    const defects = [
      12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6,
    ];
    const points = pChart(defects.map((count) => ({ defects: count, units: 50 })));
    expect(limitsOf(points[0])).toEqual(close({ center: 0.2313, lower: 0.0524, upper: 0.4102 }, 4));
    const beyond = brokenRules(points, ['beyondLimits']).flatMap((broken, at) => (broken.length > 0 ? [at + 1] : []));
    expect(beyond).toEqual([15, 23]);
  });

  test('defects of computers (Montgomery, u chart of 20 samples of 5)', () => {
    const defects = [10, 12, 8, 14, 10, 16, 11, 7, 10, 15, 9, 5, 7, 11, 12, 6, 8, 10, 7, 5];
    const points = uChart(defects.map((count) => ({ defects: count, units: 5 })));
    expect(limitsOf(points[0])).toEqual(close({ center: 1.93, lower: 0.0661, upper: 3.7939 }, 4));
  });

  test('flow rates one by one (NIST/SEMATECH e-Handbook, 6.3.2.2)', () => {
    const { values, ranges } = individualsChart([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]);
    expect(limitsOf(values[0])).toEqual(close({ center: 50.81, lower: 45.8159, upper: 55.8041 }, 3));
    expect(ranges[0]?.center).toBeCloseTo(1.8778, 4);
  });

  test('rolled throughput yield is the product of the steps', () => {
    expect(rolledYield([0.98, 0.95, 0.9])).toBeCloseTo(0.8379, 4);
    expect(rolledYield([0.98, null])).toBeNull();
    expect(rolledYield([])).toBeNull();
  });
});

test('limits of shares go by the size of each sample and leave no room below nothing', () => {
  const [small, large] = pChart([
    { defects: 1, units: 10 },
    { defects: 10, units: 1_000 },
  ]);
  expect(small?.lower).toBe(0);
  expect(small?.upper).toBeGreaterThan(large?.upper ?? 1);
  expect(small?.center).toBe(11 / 1_010);
});

describe('Rules', () => {
  const chart = (places: readonly number[]) =>
    places.map((value): ControlPoint => ({ value, center: 0, lower: -3, upper: 3, sigma: 1 }));
  const at = (rule: RuleName, places: readonly number[]) =>
    brokenRules(chart(places), [rule]).flatMap((broken, index) => (broken.length > 0 ? [index] : []));
  const times = (count: number, value: number) => Array.from({ length: count }, () => value);

  test.each<[RuleName, number[], number[]]>([
    ['beyondLimits', [3, 3.01, 0, -3.01], [1, 3]],
    ['twoOfThreeBeyondTwo', [2.1, 0, 2.1, 0, 0, 2.1], [2]],
    ['twoOfThreeBeyondTwo', [2.1, 2.1], [1]],
    ['twoOfThreeBeyondTwo', [2.1, -2.1, 0, 2, 2], []],
    ['fourOfFiveBeyondOne', [1.1, 1.1, 0, 1.1, 1.1, 0], [4]],
    ['fourOfFiveBeyondOne', [1.1, 1.1, -1.1, 1.1, -1.1], []],
    ['eightOnOneSide', [...times(9, 0.1), -0.1], [7, 8]],
    ['nineOnOneSide', [...times(8, 0.1), -0.1], []],
    ['nineOnOneSide', times(9, -0.1), [8]],
    ['sixTrending', [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.5], [5]],
    ['sixTrending', [0, 0.1, 0.2, 0.3, 0.4], []],
    ['fourteenAlternating', [...Array(14).keys()].map((index) => (index % 2) / 10), [13]],
    ['fourteenAlternating', [...times(2, 0), ...[...Array(12).keys()].map((index) => (index % 2) / 10)], []],
    ['fifteenWithinOne', [...times(14, 0.5), -0.9], [14]],
    ['fifteenWithinOne', [...times(14, 0.5), 1], []],
    ['eightOutsideOne', [1.1, -1.1, 1.1, -1.1, 1.1, -1.1, 1.1, -1.1], [7]],
    ['eightOutsideOne', [1.1, -1.1, 1.1, 1, 1.1, -1.1, 1.1, -1.1], []],
  ])('%s of %j', (rule, places, expected) => {
    expect(at(rule, places)).toEqual(expected);
  });

  test('a process of which chance alone is the cause breaks the first rule about once in 370 points', () => {
    let seed = 7;
    const random = () => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return (seed + 0.5) / 2 ** 32;
    };
    const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    const places = Array.from({ length: 100_000 }, normal);
    expect(100_000 / at('beyondLimits', places).length).toBeGreaterThan(300);
    expect(100_000 / at('beyondLimits', places).length).toBeLessThan(460);
  });

  test('a chart on which nothing moves breaks no rule of zones', () => {
    const still = times(20, 5).map((value): ControlPoint => ({ value, center: 5, lower: 5, upper: 5, sigma: 0 }));
    expect(brokenRules(still, ruleSets.westernElectric).flat()).toEqual([]);
  });
});

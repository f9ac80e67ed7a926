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

/**
 * Diameters of piston rings, mm, 25 samples of 5: D. C. Montgomery, Introduction to Statistical Quality Control, 2nd edition, pages 206
 * to 213, as the R package qcc has them (data set pistonrings). Later editions print 73.982 and 74.015 in sample 21.
 */
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
  [73.988, 74.001, 74.009, 74.005, 73.996],
  [74.004, 73.999, 73.99, 74.006, 74.009],
  [74.01, 73.989, 73.99, 74.009, 74.014],
  [74.015, 74.008, 73.993, 74.0, 74.01],
  [73.982, 73.984, 73.995, 74.017, 74.013],
];

/**
 * Limits that others published, each compared with its source. Ours go by constants of three decimals, as tables of them do, those of
 * qcc by all of theirs: they agree to as many digits as are asked for here.
 */
describe('Worked examples:', () => {
  test('means and ranges of piston rings (R package qcc 3.0, vignette "A quick tour of qcc", "x-bar chart" and "R chart")', () => {
    const { means, ranges } = meanAndRangeChart(pistonRings);
    expect(limitsOf(means[0])).toEqual(close({ center: 74.00118, lower: 73.98805, upper: 74.0143 }, 5));
    expect(limitsOf(ranges[0])).toEqual(close({ center: 0.02276, lower: 0, upper: 0.04812533 }, 5));
    expect(sigmaWithin(ranges[0]?.center ?? 0, 5)).toBeCloseTo(0.009785039, 6);
    const isBeyond = ({ value, lower, upper }: ControlPoint) => value < lower || value > upper;
    expect([...means, ...ranges].filter(isBeyond)).toEqual([]);
  });

  test.each([
    [
      { lower: 73.95, upper: 74.05, target: 74.02 },
      { cp: 1.703, cpk: 1.663, cpm: 0.786 },
    ],
    [
      { lower: 73.99, upper: 74.01, target: 74 },
      { cp: 0.341, cpk: 0.301, cpm: 0.338 },
    ],
    [
      { lower: 73.99, upper: 74.1, target: 74.045 },
      { cp: 1.874, cpk: 0.381, cpm: 0.408 },
    ],
  ])(
    'capability of piston rings within %j (R package qcc 3.0, vignette, "Process capability analysis")',
    (limits, published) => {
      const { ranges } = meanAndRangeChart(pistonRings);
      const able = capability(pistonRings.flat(), sigmaWithin(ranges[0]?.center ?? 0, 5), limits);
      expect(able).toMatchObject({ ...close(published, 3), values: 125, isWeak: false });
    },
  );

  test('cans of orange juice that leak (R package qcc 3.0, vignette, "p chart"; Montgomery, 2nd edition, pages 152 to 155)', () => {
    const defects = [
      12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6,
    ];
    const points = pChart(defects.map((count) => ({ defects: count, units: 50 })));
    expect(limitsOf(points[0])).toEqual(close({ center: 0.2313333, lower: 0.05242755, upper: 0.4102391 }, 7));
    // New stock was loaded before the one, an operator without experience was at the machine in the other.
    const beyond = brokenRules(points, ['beyondLimits']).flatMap((broken, at) => (broken.length > 0 ? [at + 1] : []));
    expect(beyond).toEqual([15, 23]);
  });

  test('defects of computers (R package qcc 3.0, vignette, "c and u charts", pcmanufact; Montgomery, 2nd edition, pages 181 to 182)', () => {
    const defects = [10, 12, 8, 14, 10, 16, 11, 7, 10, 15, 9, 5, 7, 11, 12, 6, 8, 10, 7, 5];
    const points = uChart(defects.map((count) => ({ defects: count, units: 5 })));
    expect(limitsOf(points[0])).toEqual(close({ center: 1.93, lower: 0.06613305, upper: 3.793867 }, 6));
  });

  test('viscosity of primer paint, batch by batch (R package qcc 3.0, vignette, "Continuous one-at-time data"; Montgomery, 5th edition, pages 232 to 235)', () => {
    const { values } = individualsChart([
      34.05, 34.4, 33.59, 35.96, 34.7, 33.51, 33.79, 34.04, 34.52, 33.75, 33.27, 33.71, 34.03, 34.58, 34.02, 33.97,
      34.05, 34.04, 33.73, 34.05,
    ]);
    expect(limitsOf(values[0])).toEqual(close({ center: 34.088, lower: 32.56504, upper: 35.61096 }, 2));
    // The temperature of batch 4 was not controlled.
    expect(brokenRules(values, ['beyondLimits']).flatMap((broken, at) => (broken.length > 0 ? [at + 1] : []))).toEqual([
      4,
    ]);
  });

  test('flow rates one by one (NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2, "Individuals Control Charts")', () => {
    const { values, ranges } = individualsChart([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]);
    expect(limitsOf(values[0])).toEqual(close({ center: 50.81, lower: 45.8159, upper: 55.8041 }, 3));
    expect(ranges[0]?.center).toBeCloseTo(1.8778, 4);
  });

  test('rolled throughput yield is the product of the steps (Minitab Support, What are throughput yield and rolled throughput yield: labels, 0.95 x 0.84 x 0.88 = 0.70)', () => {
    expect(rolledYield([0.95, 0.84, 0.88])).toBeCloseTo(0.7, 2);
    expect(rolledYield([0.98, null])).toBeNull();
    expect(rolledYield([])).toBeNull();
  });
});

// No published example was found for these; what is expected follows from the definitions alone.
test('indices of a process of mean 16 and deviation 2 within 8 to 20, off its target of 14', () => {
  // Two values whose mean is 16 and whose deviation, with n - 1, is 2.
  const values = [16 - Math.SQRT2, 16 + Math.SQRT2];
  const able = capability(values, 2, { lower: 8, upper: 20, target: 14 });
  expect(able).toMatchObject(close({ cp: 1, cpk: 4 / 6, pp: 1, ppk: 4 / 6, cpm: 12 / (6 * Math.sqrt(8)) }, 12));
  expect(able?.isWeak).toBe(true);
  expect(capability(values, 2, { lower: null, upper: 20, target: 14 })).toMatchObject({
    cp: null,
    pp: null,
    cpm: null,
  });
  expect(capability(values, 2, { lower: 8, upper: 20, target: null })?.cpm).toBeNull();
  expect(capability(values, 2, { lower: null, upper: null, target: 16 })).toBeNull();
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

  // The R package qcc 3.0 tests its rules by these (tests/testthat/test-rules.R); places there count from 1.
  test.each<[RuleName, number[], number[]]>([
    ['beyondLimits', [0, 3.2, -3.5, 2.9], [1, 2]],
    ['twoOfThreeBeyondTwo', [0, 2.5, 1, 2.6, 0], [3]],
    ['fourOfFiveBeyondOne', [0, 1.2, 1.3, 0.2, 1.4, 1.5], [5]],
    ['eightOnOneSide', [...times(8, -1), 1], [7]],
    ['nineOnOneSide', [...times(10, 0.5), -0.5, ...times(9, -0.5)], [8, 9, 18, 19]],
    ['sixTrending', [1, 2, 3, 4, 5, 6, 7, 7, 6, 5, 4, 3, 2, 1], [5, 6, 12, 13]],
    ['fourteenAlternating', [1, 3, 2, 4, 3, 5, 4, 6, 5, 7, 6, 8, 7, 9, 8], [13, 14]],
    ['twoOfThreeBeyondTwo', [0, 2.3, 0.4, 2.2, -2.4, -0.2, -2.5], [3, 6]],
    ['fourOfFiveBeyondOne', [1.2, 1.3, 0.2, 1.4, 1.5, -1.2, -1.3, -0.1, -1.4, -1.5], [4, 9]],
    ['fifteenWithinOne', [...times(16, 0.3), 1.2], [14, 15]],
    ['eightOutsideOne', [1.2, -1.3, 1.1, -1.4, 1.5, -1.2, 1.3, -1.1, 0.2], [7]],
  ])('%s of %j, as qcc finds it', (rule, places, expected) => {
    expect(at(rule, places)).toEqual(expected);
  });

  test('eight points outside one sigma count on one side as on both, where qcc wants both', () => {
    expect(at('eightOutsideOne', times(8, 1.2))).toEqual([7]);
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

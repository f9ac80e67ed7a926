import { describe, expect, test } from 'vitest';
import { productDrivers } from './product-drivers.ts';
import { type Fraction, type RatioGroup, ratioDrivers, wholeOf } from './ratio-drivers.ts';
import { sumDrivers } from './sum-drivers.ts';

/** Whole numbers from 0 up to an end, the same each time: a linear congruence (Numerical Recipes). */
function numbers(seed: number): (end: number) => number {
  let state = seed;
  return (end) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * end);
  };
}

function randomFraction(below: (end: number) => number): Fraction {
  if (below(6) === 0) return { numerator: null, denominator: null };
  const denominator = below(8) === 0 ? 0 : 1 + below(1_000_000);
  return { numerator: below(denominator + 1), denominator };
}

function randomGroups(below: (end: number) => number): RatioGroup[] {
  const groups = Array.from({ length: 1 + below(12) }, (_, at) => ({
    key: at === 0 ? null : `G${at}`,
    before: randomFraction(below),
    now: randomFraction(below),
  }));
  return [
    ...groups,
    { key: 'there', before: { numerator: 5, denominator: 100 }, now: { numerator: 9, denominator: 120 } },
  ];
}

const total = (list: readonly { contribution: number }[]) => list.reduce((sum, each) => sum + each.contribution, 0);

describe('a sum', () => {
  test('is driven by what each group has more or less, one that is new or gone with all it has', () => {
    const drivers = sumDrivers([
      { key: 'A', before: 100, now: 130 },
      { key: 'B', before: null, now: 20 },
      { key: 'C', before: 40, now: null },
    ]);
    expect(drivers.map(({ contribution }) => contribution)).toEqual([30, 20, -40]);
  });
});

describe('a ratio', () => {
  test("is driven by rates and by the mix: Kitagawa's components, worked by hand", () => {
    // Shares go from 1/2 each to 3/4 and 1/4; A goes from 10 % to 12 %, B stays at 30 %; the whole from 20 % to 16.5 %.
    const drivers = ratioDrivers([
      { key: 'A', before: { numerator: 10, denominator: 100 }, now: { numerator: 18, denominator: 150 } },
      { key: 'B', before: { numerator: 30, denominator: 100 }, now: { numerator: 15, denominator: 50 } },
    ]);
    const [a, b] = drivers ?? [];
    expect(a?.rate).toBeCloseTo(0.625 * 0.02, 12);
    expect(a?.mix).toBeCloseTo(0.25 * (0.11 - 0.1825), 12);
    expect(b?.rate).toBeCloseTo(0, 12);
    expect(b?.mix).toBeCloseTo(-0.25 * (0.3 - 0.1825), 12);
    expect(total(drivers ?? [])).toBeCloseTo(-0.035, 12);
  });

  test('a group that is new has no rate effect, and none at all where it is as the whole is', () => {
    const drivers = ratioDrivers([
      { key: 'A', before: { numerator: 20, denominator: 100 }, now: { numerator: 20, denominator: 100 } },
      { key: 'new', before: { numerator: null, denominator: null }, now: { numerator: 10, denominator: 50 } },
    ]);
    expect(drivers?.[1]?.rate).toBe(0);
    expect(drivers?.[1]?.contribution).toBeCloseTo(0, 12);
  });

  test('has no drivers where the whole has no value before', () => {
    const none = { numerator: null, denominator: null };
    expect(ratioDrivers([{ key: 'A', before: none, now: { numerator: 1, denominator: 2 } }])).toBeNull();
  });

  test('for any groups, rates and mixes add up to the change, and turn round with the two times', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const groups = randomGroups(numbers(seed));
      const drivers = ratioDrivers(groups) ?? [];
      const change = (wholeOf(groups, 'now')?.ratio ?? 0) - (wholeOf(groups, 'before')?.ratio ?? 0);
      expect(drivers.reduce((sum, { rate, mix }) => sum + rate + mix, 0)).toBeCloseTo(change, 11);
      const turned = ratioDrivers(groups.map(({ key, before, now }) => ({ key, before: now, now: before }))) ?? [];
      for (const [at, { rate, mix }] of drivers.entries()) {
        expect(turned[at]?.rate).toBeCloseTo(-rate, 11);
        expect(turned[at]?.mix).toBeCloseTo(-mix, 11);
      }
    }
  });
});

describe('a product of ratios', () => {
  test('is driven by each factor as the Shapley value has it, worked by hand', () => {
    const of = (before: number, now: number): RatioGroup[] => [
      { key: 'A', before: { numerator: before, denominator: 1 }, now: { numerator: now, denominator: 1 } },
    ];
    const [driver] =
      productDrivers([
        { name: 'availability', groups: of(0.8, 0.9) },
        { name: 'quality', groups: of(0.5, 0.6) },
      ]) ?? [];
    expect(driver?.factors.availability).toBeCloseTo(0.1 * 0.55, 12);
    expect(driver?.factors.quality).toBeCloseTo(0.1 * 0.85, 12);
    expect(driver?.contribution).toBeCloseTo(0.9 * 0.6 - 0.8 * 0.5, 12);
  });

  test('for any groups, what all groups and factors do adds up to the change of the product', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const below = numbers(seed);
      const base = randomGroups(below);
      const factors = (['availability', 'performance', 'quality'] as const).map((name) => ({
        name,
        groups: base.map(({ key }, at) =>
          at === base.length - 1
            ? (base[at] as RatioGroup)
            : { key, before: randomFraction(below), now: randomFraction(below) },
        ),
      }));
      const whole = (time: 'before' | 'now') =>
        factors.reduce((product, { groups }) => product * (wholeOf(groups, time)?.ratio ?? Number.NaN), 1);
      const drivers = productDrivers(factors) ?? [];
      expect(total(drivers)).toBeCloseTo(whole('now') - whole('before'), 11);
      for (const driver of drivers) {
        const byFactor = Object.values(driver.factors).reduce((sum, each) => sum + each, 0);
        expect(byFactor).toBeCloseTo(driver.contribution, 11);
      }
    }
  });

  test('has no drivers where a factor has no value', () => {
    const none = { numerator: null, denominator: null };
    const groups: RatioGroup[] = [{ key: 'A', before: none, now: none }];
    expect(productDrivers([{ name: 'quality', groups }])).toBeNull();
  });
});

import { type RatioDriver, type RatioGroup, ratioDrivers, wholeOf } from './ratio-drivers.ts';

/** A factor of a product of ratios, such as the availability in OEE, over the same groups in the same order. */
export interface Factor<Name extends string> {
  name: Name;
  groups: readonly RatioGroup[];
}

/** What a group does to the change of a product, with what it does by each of its factors. */
export interface ProductDriver<Name extends string> extends RatioDriver {
  factors: Record<Name, number>;
}

/**
 * What each group adds to the change of a product of ratios, OEE = availability x performance x quality: the change of each factor,
 * weighed by what the others are, is handed on to the groups by `ratioDrivers`. The weight of a factor is the mean, over
 * every order in which the factors may change one after the other, of the product of those others, changed or not, at its turn (the Shapley
 * value: L. S. Shapley, A Value for n-Person Games, Contributions to the Theory of Games II, 1953; used so by A. F. Shorrocks, Decomposition
 * Procedures for Distributional Analysis, Journal of Economic Inequality 11, 2013). The contributions add up to the change exactly.
 *
 * Null where a factor of the whole has no value before or now. The groups of all factors must be the same, in one order.
 */
export function productDrivers<Name extends string>(factors: readonly Factor<Name>[]): ProductDriver<Name>[] | null {
  const wholes = factors.map(({ groups }) => ({
    before: wholeOf(groups, 'before')?.ratio ?? null,
    now: wholeOf(groups, 'now')?.ratio ?? null,
  }));
  const drivers = factors.map(({ groups }) => ratioDrivers(groups));
  const weights = factors.map((_, at) => weightOf(wholes, at));
  const told: ProductDriver<Name>[] = [];
  for (const [group, { key }] of (factors[0]?.groups ?? []).entries()) {
    const driver = { key, rate: 0, mix: 0, contribution: 0, factors: {} as Record<Name, number> };
    for (const [at, { name }] of factors.entries()) {
      const own = drivers[at]?.[group];
      const weight = weights[at] ?? null;
      if (!own || weight === null) return null;
      driver.rate += weight * own.rate;
      driver.mix += weight * own.mix;
      driver.factors[name] = weight * own.contribution;
      driver.contribution += weight * own.contribution;
    }
    told.push(driver);
  }
  return told;
}

/** The mean product of the other factors over every order of change; null where one of them has no value. */
function weightOf(wholes: readonly { before: number | null; now: number | null }[], at: number): number | null {
  const others = wholes.filter((_, other) => other !== at);
  let weight = 0;
  for (let changed = 0; changed < 2 ** others.length; changed++) {
    let product = 1;
    let count = 0;
    for (const [bit, { before, now }] of others.entries()) {
      const isChanged = (changed >> bit) % 2 === 1;
      const value = isChanged ? now : before;
      if (value === null) return null;
      product *= value;
      count += isChanged ? 1 : 0;
    }
    // Of all orders, so many have exactly these changed before this factor.
    weight += (product * factorial(count) * factorial(others.length - count)) / factorial(wholes.length);
  }
  return weight;
}

function factorial(count: number): number {
  return count < 2 ? 1 : count * factorial(count - 1);
}

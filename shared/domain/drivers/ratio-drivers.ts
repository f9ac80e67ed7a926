/** A ratio of a group at one time: its numerator and denominator, null where they have no data. */
export interface Fraction {
  numerator: number | null;
  denominator: number | null;
}

export interface RatioGroup {
  key: string | null;
  before: Fraction;
  now: Fraction;
}

/** What a group does to the change of the ratio of the whole, in the unit of the ratio. */
export interface RatioDriver {
  key: string | null;
  /** By a ratio of its own that is another now. */
  rate: number;
  /** By a share in the whole that is another now, where its ratio is not that of the whole. */
  mix: number;
  contribution: number;
}

/**
 * What each group adds to the change of a ratio, as a rate effect and a mix effect. With w the group's share of the
 * denominator, r its ratio, R the ratio of the whole, and a bar for the mean of before and now:
 *
 *     rate = mean(w) x (r now - r before)        mix = (w now - w before) x (mean(r) - mean(R))
 *
 * The rates and mixes of all groups add up to R now - R before exactly, and neither depends on which of both times is
 * taken for the base. Source: E. M. Kitagawa, Components of a Difference Between Two Rates, Journal of the American
 * Statistical Association 50 (1955), pages 1168 to 1194, two components; R is taken off the mix so that a group of average ratio has
 * none, which leaves the sum as it is, because the shares always add up to 1. A group that is there at one of both times
 * only has no rate effect: all that it does, it does by being there.
 *
 * Null where the whole has no ratio before or now.
 */
export function ratioDrivers(groups: readonly RatioGroup[]): RatioDriver[] | null {
  const [wholeBefore, wholeNow] = [wholeOf(groups, 'before'), wholeOf(groups, 'now')];
  if (wholeBefore === null || wholeNow === null) return null;
  const wholeRatio = (wholeBefore.ratio + wholeNow.ratio) / 2;
  return groups.map(({ key, before, now }) => {
    const shareBefore = (before.denominator ?? 0) / wholeBefore.denominator;
    const shareNow = (now.denominator ?? 0) / wholeNow.denominator;
    // Its part of the whole ratio, w x r: also where it has something above the line and nothing below.
    const partBefore = (before.numerator ?? 0) / wholeBefore.denominator;
    const partNow = (now.numerator ?? 0) / wholeNow.denominator;
    const contribution = partNow - partBefore - (shareNow - shareBefore) * wholeRatio;
    const [ratioBefore, ratioNow] = [ratioOf(before), ratioOf(now)];
    const isThereTwice = ratioBefore !== null && ratioNow !== null;
    const rate = isThereTwice ? ((shareBefore + shareNow) / 2) * (ratioNow - ratioBefore) : 0;
    return { key, rate, mix: contribution - rate, contribution };
  });
}

/** The ratio of all groups together, from the sums of their parts; null where it has none. */
export function wholeOf(
  groups: readonly RatioGroup[],
  time: 'before' | 'now',
): { ratio: number; denominator: number } | null {
  const numerator = groups.reduce((sum, group) => sum + (group[time].numerator ?? 0), 0);
  const denominator = groups.reduce((sum, group) => sum + (group[time].denominator ?? 0), 0);
  return denominator === 0 ? null : { ratio: numerator / denominator, denominator };
}

function ratioOf({ numerator, denominator }: Fraction): number | null {
  return numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
}

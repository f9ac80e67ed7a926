/** What a process is able to keep to: Montgomery, Introduction to Statistical Quality Control, chapter 8. */

/** What is asked of a measure: limits that hold it, and what it should be. */
export interface SpecificationLimits {
  lower: number | null;
  upper: number | null;
  target: number | null;
}

/** Nothing is asked. */
export const noLimits: SpecificationLimits = { lower: null, upper: null, target: null };

export interface Capability {
  /** By the deviation within subgroups: what the process could do. Null where only one limit is given. */
  cp: number | null;
  cpk: number;
  /** As cp, with how far the mean is off the target in place of the target alone. Null unless both limits and a target are given. */
  cpm: number | null;
  /** By the deviation of all values: what it did. */
  pp: number | null;
  ppk: number;
  values: number;
  /** Fewer values than 50 tell little. */
  isWeak: boolean;
}

const FEWEST_VALUES = 50;

/**
 * Indices of values against limits that are given, one of them at least; `sigmaWithin` is that of a control chart of the same values.
 * Null where nothing can be told: no limit, fewer than two values, or no deviation.
 */
export function capability(
  values: readonly number[],
  sigmaWithin: number,
  { lower, upper, target }: SpecificationLimits,
): Capability | null {
  const count = values.length;
  if ((lower === null && upper === null) || count < 2 || !(sigmaWithin > 0)) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const overall = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1));
  if (overall === 0) return null;
  const width = (sigma: number) => (lower === null || upper === null ? null : (upper - lower) / (6 * sigma));
  const nearest = Math.min(...(upper === null ? [] : [upper - mean]), ...(lower === null ? [] : [mean - lower]));
  return {
    cp: width(sigmaWithin),
    cpk: nearest / (3 * sigmaWithin),
    cpm: target === null ? null : width(Math.hypot(sigmaWithin, mean - target)),
    pp: width(overall),
    ppk: nearest / (3 * overall),
    values: count,
    isWeak: count < FEWEST_VALUES,
  };
}

/** Rolled throughput yield of steps one after the other, each 0 to 1: the share that passes all at the first try. Null where a step has none. */
export function rolledYield(steps: readonly (number | null)[]): number | null {
  if (steps.length === 0 || steps.includes(null)) return null;
  return steps.reduce<number>((product, step) => product * (step ?? 0), 1);
}

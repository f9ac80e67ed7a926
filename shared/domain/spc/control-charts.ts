/**
 * Control charts: where each point lies, and the limits between which a process moves that nothing but chance moves. Limits lie three
 * standard deviations from the center; that of each point is its own, as samples differ in size.
 * Formulae and names as in D. C. Montgomery, Introduction to Statistical Quality Control, chapters 6 and 7.
 */

/** A point of a control chart in the unit of its value; `sigma` is the standard deviation that chance gives it. */
export interface ControlPoint {
  value: number;
  center: number;
  lower: number;
  upper: number;
  sigma: number;
}

/** How many standard deviations from the center limits lie. */
export const LIMIT_SIGMAS = 3;

/** Of ranges of samples from 2 to 10 (the place is the size - 2): their mean and standard deviation where sigma is 1. */
const rangeMeans = [1.128, 1.693, 2.059, 2.326, 2.534, 2.704, 2.847, 2.97, 3.078];
const rangeDeviations = [0.853, 0.888, 0.88, 0.864, 0.848, 0.833, 0.82, 0.808, 0.797];
export const SMALLEST_SUBGROUP = 2;
export const LARGEST_SUBGROUP = 10;

/** Shares of defective units, 0 to 1, of samples of any size above 0; p-bar is that of all samples together. */
export function pChart(samples: readonly { defects: number; units: number }[]): ControlPoint[] {
  const center = shareOf(samples);
  return samples.map(({ defects, units }) => {
    const sigma = Math.sqrt((center * (1 - center)) / units);
    return { ...limits(center, sigma, 0, 1), value: defects / units };
  });
}

/** Defects a unit of samples of any size above 0, where a unit may have several. */
export function uChart(samples: readonly { defects: number; units: number }[]): ControlPoint[] {
  const center = shareOf(samples);
  return samples.map(({ defects, units }) => {
    return { ...limits(center, Math.sqrt(center / units), 0), value: defects / units };
  });
}

/**
 * The points of a p chart (`most` 1) or u chart with limits that also hold what samples differ by beyond chance, as large samples
 * always do: sigma of each point times that of the standardised points, from the mean of their moving range. Fewer than two points
 * stay as they are.
 * D. B. Laney, Improved Control Charts for Attributes, Quality Engineering 14 (2002): the p' and u' charts.
 */
export function withVariationBetween(
  points: readonly ControlPoint[],
  most = Number.POSITIVE_INFINITY,
): readonly ControlPoint[] {
  const places = points.map(({ value, center, sigma }) => (sigma > 0 ? (value - center) / sigma : 0));
  const moving = places.slice(1).map((place, at) => Math.abs(place - (places[at] ?? place)));
  if (moving.length === 0) return points;
  const [ofMean] = rangeConstants(2);
  const factor = mean(moving) / ofMean;
  return points.map(({ value, center, sigma }) => ({ ...limits(center, sigma * factor, 0, most), value }));
}

/** Single values in their order, with sigma from the mean of the differences of neighbours. None or one value has no limits: empty. */
export function individualsChart(values: readonly number[]): { values: ControlPoint[]; ranges: ControlPoint[] } {
  const moving = values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? value)));
  if (moving.length === 0) return { values: [], ranges: [] };
  const meanRange = mean(moving);
  const [ofMean, ofDeviation] = rangeConstants(2);
  const sigma = meanRange / ofMean;
  const center = mean(values);
  return {
    values: values.map((value) => ({ ...limits(center, sigma), value })),
    ranges: moving.map((value) => ({ ...limits(meanRange, sigma * ofDeviation, 0), value })),
  };
}

/**
 * Means and ranges of subgroups of one size. Throws a RangeError for sizes that differ or lie beyond 2 to 10, where the range tells
 * too little of the deviation. No subgroup: empty.
 */
export function meanAndRangeChart(subgroups: readonly (readonly number[])[]): {
  means: ControlPoint[];
  ranges: ControlPoint[];
} {
  const [first] = subgroups;
  if (first === undefined) return { means: [], ranges: [] };
  const size = first.length;
  if (subgroups.some(({ length }) => length !== size)) throw new RangeError('Subgroups must be of one size.');
  const [ofMean, ofDeviation] = rangeConstants(size);
  const ranges = subgroups.map((values) => Math.max(...values) - Math.min(...values));
  const means = subgroups.map(mean);
  const meanRange = mean(ranges);
  const sigma = meanRange / ofMean;
  const center = mean(means);
  return {
    means: means.map((value) => ({ ...limits(center, sigma / Math.sqrt(size)), value })),
    ranges: ranges.map((value) => ({ ...limits(meanRange, sigma * ofDeviation, 0), value })),
  };
}

/** Standard deviation within subgroups: the mean range by d2. Throws a RangeError for a size beyond 2 to 10. */
export function sigmaWithin(meanRange: number, size: number): number {
  return meanRange / rangeConstants(size)[0];
}

function rangeConstants(size: number): [mean: number, deviation: number] {
  const [ofMean, ofDeviation] = [rangeMeans[size - SMALLEST_SUBGROUP], rangeDeviations[size - SMALLEST_SUBGROUP]];
  if (ofMean !== undefined && ofDeviation !== undefined) return [ofMean, ofDeviation];
  throw new RangeError(
    `Subgroups of ${size} have no range chart; they hold ${SMALLEST_SUBGROUP} to ${LARGEST_SUBGROUP}.`,
  );
}

function limits(center: number, sigma: number, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY) {
  return {
    center,
    lower: Math.max(least, center - LIMIT_SIGMAS * sigma),
    upper: Math.min(most, center + LIMIT_SIGMAS * sigma),
    sigma,
  };
}

function shareOf(samples: readonly { defects: number; units: number }[]): number {
  const sum = (of: (sample: { defects: number; units: number }) => number) =>
    samples.reduce((total, sample) => total + of(sample), 0);
  return sum(({ defects }) => defects) / sum(({ units }) => units);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** By production day; a day without data is absent or null. */
export type DayValues = ReadonlyMap<string, number | null>;

export interface Extent {
  least: number;
  most: number;
}

/** The smallest and the largest value; null where there is none. */
export function extentOf(values: DayValues): Extent | null {
  const extent = { least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY };
  for (const value of values.values()) {
    if (value === null) continue;
    extent.least = Math.min(extent.least, value);
    extent.most = Math.max(extent.most, value);
  }
  return extent.most < extent.least ? null : extent;
}

const PALEST = 8;

/** How dark the darkest is, percent: a number in the cell has to be read. */
export function darkest(hasNumbers: boolean): number {
  return hasNumbers ? 58 : 100;
}

/** A tint of the one hue, from pale for the least to dark for the most. */
export function tintOf(value: number, { least, most }: Extent, hasNumbers: boolean): string {
  const share = most === least ? 1 : (value - least) / (most - least);
  return tint(PALEST + share * (darkest(hasNumbers) - PALEST));
}

/** The whole ramp, as the legend shows it. */
export function rampOf(hasNumbers: boolean): string {
  return `linear-gradient(to right in oklab, ${tint(PALEST)}, ${tint(darkest(hasNumbers))})`;
}

function tint(percent: number): string {
  return `color-mix(in oklab, var(--tl-heat) ${Math.round(percent)}%, var(--tl-surface))`;
}

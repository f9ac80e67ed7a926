/** How a figure went over time, its first part left out as warming up. */
export interface Trend {
  /** Median of the first and of the last quarter of what counts. */
  first: number;
  last: number;
  /** By least squares, over all that counts. */
  perMinute: number;
}

/** A program fills its caches and starts its threads in this share of the time. */
const WARMING_UP = 1 / 3;
const MINUTE_MS = 60_000;

/** The trend of samples in order of time; null where there are too few to tell. */
export function trendOf(samples: readonly { atMs: number; value: number }[]): Trend | null {
  const counted = samples.slice(Math.floor(samples.length * WARMING_UP));
  const quarter = Math.floor(counted.length / 4);
  if (quarter === 0) return null;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const time = mean(counted.map(({ atMs }) => atMs));
  const value = mean(counted.map((sample) => sample.value));
  const over = counted.reduce((sum, sample) => sum + (sample.atMs - time) * (sample.value - value), 0);
  const under = counted.reduce((sum, sample) => sum + (sample.atMs - time) ** 2, 0);
  return {
    first: median(counted.slice(0, quarter).map((sample) => sample.value)),
    last: median(counted.slice(-quarter).map((sample) => sample.value)),
    perMinute: under === 0 ? 0 : (over / under) * MINUTE_MS,
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

import type { Percentiles } from '../../../shared/contract/health.ts';

/** The place of a percentile among so many times in order, from 1: the nearest rank. `share` is of one. */
export function rankOf(share: number, count: number): number {
  return Math.ceil(share * count);
}

/**
 * How long answers took, from their times in milliseconds: the least time that half, 95 and 99 in a hundred of them did not
 * exceed. Null where there are none.
 */
export function percentilesOf(times: readonly number[]): Percentiles | null {
  const sorted = Float64Array.from(times).sort();
  const worst = sorted.at(-1);
  if (worst === undefined) return null;
  const nearest = (share: number) => sorted[rankOf(share, sorted.length) - 1] ?? worst;
  return { count: sorted.length, p50: nearest(0.5), p95: nearest(0.95), p99: nearest(0.99), worst };
}

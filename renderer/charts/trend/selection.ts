import type { Period } from './to-series.ts';

/** Places among the periods between which a drag goes, in either direction. */
export interface Selection {
  anchor: number;
  end: number;
}

/** The first and the last period of a selection; null when it lies outside of them. */
export function selectedRange<P extends Period>(
  periods: readonly P[],
  { anchor, end }: Selection,
): { first: P; last: P } | null {
  const first = periods[Math.min(anchor, end)];
  const last = periods[Math.max(anchor, end)];
  return first && last ? { first, last } : null;
}

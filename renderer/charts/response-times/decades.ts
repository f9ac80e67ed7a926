/** Below this a time is not told apart, so that zero has a place on an axis of decades. */
export const LEAST_MS = 0.01;

/** The powers of ten from at or below the least to at or above the largest value, at least two; values below 0.01 count as that. */
export function decadesOf(values: readonly number[]): number[] {
  const known = values.map((value) => Math.max(LEAST_MS, value));
  const [least, most] = known.length === 0 ? [1, 1] : [Math.min(...known), Math.max(...known)];
  const first = Math.floor(Math.log10(least) + 1e-9);
  const last = Math.max(first + 1, Math.ceil(Math.log10(most) - 1e-9));
  // Built from text: a power of a fraction is not exact.
  return Array.from({ length: last - first + 1 }, (_, at) => Number(`1e${first + at}`));
}

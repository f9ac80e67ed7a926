/** Decimals that are shown at most; the detail of a record shows all. */
const MOST = 3;

/** How many decimals a column needs so that all of these values are shown alike; never fewer than `before`. */
export function decimalsNeeded(values: Iterable<number | null | undefined>, before = 0): number {
  let needed = before;
  for (const value of values) {
    while (needed < MOST && value != null && !isShownBy(value, needed)) needed += 1;
  }
  return needed;
}

function isShownBy(value: number, decimals: number): boolean {
  return Math.abs(value - Number(value.toFixed(decimals))) < 1e-9;
}

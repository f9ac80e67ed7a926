/** Decimals that are shown at most, and digits that matter: 8,096.241 is shown as 8,096.2, 0.125 as it is. */
const MOST = 3;
const DIGITS = 3;

/**
 * How many decimals a column needs so that all of these values are shown alike; never fewer than `before`. The detail
 * of a record, and a copy, have all of them.
 */
export function decimalsNeeded(values: Iterable<number | null | undefined>, before = 0): number {
  let needed = before;
  for (const value of values) {
    while (value != null && needed < decimalsThatMatter(value) && !isShownBy(value, needed)) needed += 1;
  }
  return needed;
}

/** How many decimals a sum that stands by itself needs: none where they would be zeroes, so that 879,903.98 is 879,904 as elsewhere. */
export function decimalsOfSum(value: number): number {
  let decimals = decimalsNeeded([value]);
  while (decimals > 0 && value.toFixed(decimals).endsWith('0')) decimals -= 1;
  return decimals;
}

/** All decimals of a value, at most six, as a record holds no more. */
export function decimalsOf(value: number): number {
  let decimals = 0;
  while (decimals < 6 && !isShownBy(value, decimals)) decimals += 1;
  return decimals;
}

function decimalsThatMatter(value: number): number {
  const whole = Math.abs(value) < 1 ? 0 : Math.floor(Math.log10(Math.abs(value))) + 1;
  return Math.min(MOST, Math.max(1, DIGITS - whole));
}

function isShownBy(value: number, decimals: number): boolean {
  return Math.abs(value - Number(value.toFixed(decimals))) < 1e-9;
}

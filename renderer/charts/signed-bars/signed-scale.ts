/** Where bars to both sides of zero stand, as shares of the room there is. Pure. */
export interface SignedScale {
  /** Where zero is, from 0 at the left to 1. */
  zero: number;
  /** How long the bar of a value is, from 0 to 1. */
  shareOf: (value: number) => number;
}

/** The scale that the furthest values to both sides fill; zero is at the edge where none is beyond it. */
export function signedScale(values: readonly number[]): SignedScale {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = most - least || 1;
  return { zero: least === 0 ? 0 : -least / span, shareOf: (value) => Math.abs(value) / span };
}

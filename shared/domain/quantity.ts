/**
 * Quantities are integers of a fixed fraction, one millionth, so that a sum is the same in whatever order, slice or
 * partition it was made. Sums leave SQLite as two numbers (whole units and millionths) because a double holds a
 * sum of millionths exactly only up to nine thousand million units.
 */
export const MILLIONTHS = 1_000_000;
const DECIMALS = 6;
const PLAIN_NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

export interface ParsedQuantity {
  millionths: number;
  /** True when the text had more decimals than a millionth can hold and was rounded half away from zero. */
  rounded: boolean;
}

/**
 * Reads a plain decimal ('36814.544', '-3', '1e3') into millionths by its digits, never through a float.
 * `scale` multiplies exactly by a power of ten (3 for thousand-fold, -2 for percent). Null when it is no number or
 * too large to be held exactly.
 */
export function parseQuantity(text: string, scale = 0): ParsedQuantity | null {
  const match = PLAIN_NUMBER.exec(text);
  if (!match) return null;
  const integer = match[2] ?? '';
  const fraction = match[3] ?? '';
  if (integer === '' && fraction === '') return null;
  const shift = Number(match[4] ?? 0) + scale + DECIMALS - fraction.length;
  let digits = integer + fraction;
  let rounded = false;
  if (shift >= 0) {
    if (shift > 30) return null;
    digits += '0'.repeat(shift);
  } else {
    const kept = digits.slice(0, shift);
    const dropped = digits.slice(kept.length).padStart(-shift, '0');
    rounded = /[1-9]/.test(dropped);
    const up = (dropped[0] ?? '0') >= '5';
    digits = String(BigInt(kept === '' ? '0' : kept) + (up ? 1n : 0n));
  }
  const magnitude = Number(digits);
  if (!Number.isSafeInteger(magnitude)) return null;
  return { millionths: match[1] === '-' && magnitude !== 0 ? -magnitude : magnitude, rounded };
}

/** The product of two quantities in millionths, rounded half away from zero; null when it is too large to hold. A sum of two may be given as a bigint. */
export function multiplyMillionths(a: number, b: number | bigint): ParsedQuantity | null {
  const quick = a * Number(b);
  if (quick >= 0 && quick <= Number.MAX_SAFE_INTEGER) {
    const nearest = Math.round(quick / MILLIONTHS); // where this quotient is rounded itself, half may have gone down
    const rest = quick - nearest * MILLIONTHS;
    return { millionths: rest * 2 === MILLIONTHS ? nearest + 1 : nearest, rounded: rest !== 0 };
  }
  const product = BigInt(a) * BigInt(b);
  const divisor = BigInt(MILLIONTHS);
  const half = product < 0n ? -divisor / 2n : divisor / 2n;
  const result = Number((product + half) / divisor);
  return Number.isSafeInteger(result) ? { millionths: result, rounded: product % divisor !== 0n } : null;
}

/** The number nearest to `whole` units and `millionths`, for showing and for ratios. */
export function fromMillionths(whole: number, millionths: number): number {
  const all = whole * MILLIONTHS + millionths;
  return Number.isSafeInteger(all) ? all / MILLIONTHS : whole + millionths / MILLIONTHS;
}

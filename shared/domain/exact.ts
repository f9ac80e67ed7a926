/** Exact fractions, for what is calculated from several columns or units: rounded once, at the end, to a millionth. */
import { MILLIONTHS, type ParsedQuantity } from './quantity.ts';

export interface Exact {
  above: bigint;
  /** Greater than 0. */
  below: bigint;
}

export const ONE: Exact = { above: 1n, below: 1n };

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
const MOST_DIGITS = 60;

/** Reads a plain decimal ('36814.544', '1e3'); null when it is none, or longer than anything measured. */
export function parseExact(text: string): Exact | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const decimals = fraction.length - Number(exponent);
  if (whole + fraction === '' || whole.length + fraction.length + Math.abs(decimals) > MOST_DIGITS) return null;
  const digits = BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`);
  return timesPowerOfTen({ above: digits, below: 1n }, -decimals);
}

export function times(a: Exact, b: Exact): Exact {
  return { above: a.above * b.above, below: a.below * b.below };
}

export function minus(a: Exact, b: Exact): Exact {
  if (a.below === b.below) return { above: a.above - b.above, below: a.below };
  return { above: a.above * b.below - b.above * a.below, below: a.below * b.below };
}

export function timesPowerOfTen({ above, below }: Exact, power: number): Exact {
  const factor = 10n ** BigInt(Math.abs(power));
  return power < 0 ? { above, below: below * factor } : { above: above * factor, below };
}

/** In millionths, rounded half away from zero; null when it is too large to be held exactly. */
export function millionthsOf({ above, below }: Exact): ParsedQuantity | null {
  const all = above * BigInt(MILLIONTHS);
  const half = all < 0n ? -below : below;
  const millionths = Number((all * 2n + half) / (below * 2n));
  return Number.isSafeInteger(millionths) ? { millionths, rounded: all % below !== 0n } : null;
}

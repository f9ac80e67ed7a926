/** Binary numbers as decimal text. */

const DIGITS_OF_DOUBLE = 15;
const DIGITS_OF_SINGLE = 6;
const MOST_DIGITS_OF_SINGLE = 9;

/**
 * A binary fraction of double length as text, never with an exponent: a whole number exactly, else fifteen digits, as more are
 * noise (0.1 + 0.2 is 0.3).
 */
export function doubleAsText(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Number.isInteger(value)) return String(BigInt(value));
  return withoutExponent(Number(value.toPrecision(DIGITS_OF_DOUBLE)));
}

/** A binary fraction of single length as text: the fewest digits that give the same number. */
export function singleAsText(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Number.isInteger(value)) return String(BigInt(value));
  for (let digits = DIGITS_OF_SINGLE; digits < MOST_DIGITS_OF_SINGLE; digits += 1) {
    const shorter = Number(value.toPrecision(digits));
    if (Math.fround(shorter) === value) return withoutExponent(shorter);
  }
  return withoutExponent(Number(value.toPrecision(MOST_DIGITS_OF_SINGLE)));
}

/** A whole number as a decimal with a fixed count of decimals: 12345 with 2 is 123.45. */
export function decimalAsText(unscaled: bigint, decimals: number): string {
  if (decimals <= 0) return String(unscaled * 10n ** BigInt(-decimals));
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(decimals + 1, '0');
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function withoutExponent(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 100 }) : text;
}

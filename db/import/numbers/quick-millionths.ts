const POWERS = Array.from({ length: 16 }, (_, power) => 10 ** power);
const LONGEST = 15;

/**
 * Millionths of a short unsigned decimal ('480', '36814,5'), by its characters; -1 when the text needs the careful
 * way. Exact, for it multiplies integers only and gives up beyond what a double holds. `scale` is a power of ten.
 */
export function quickMillionths(text: string, decimalCode: number, scale: number): number {
  if (text.length > LONGEST) return -1;
  let value = 0;
  let decimalsFrom = -1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) value = value * 10 + (code - 48);
    else if (code === decimalCode && decimalsFrom < 0 && at > 0) decimalsFrom = at + 1;
    else return -1;
  }
  return scaled(value, decimalsFrom < 0 ? 0 : text.length - decimalsFrom, scale);
}

/** The same of a text that stands in bytes, and is not empty. */
export function quickMillionthsIn(bytes: Buffer, from: number, to: number, decimalCode: number, scale: number): number {
  if (to - from > LONGEST) return -1;
  let value = 0;
  let decimalsFrom = -1;
  for (let at = from; at < to; at += 1) {
    const code = bytes[at] as number;
    if (code >= 48 && code <= 57) value = value * 10 + (code - 48);
    else if (code === decimalCode && decimalsFrom < 0 && at > from) decimalsFrom = at + 1;
    else return -1;
  }
  return scaled(value, decimalsFrom < 0 ? 0 : to - decimalsFrom, scale);
}

function scaled(value: number, decimals: number, scale: number): number {
  const factor = POWERS[6 + scale - decimals];
  if (factor === undefined) return -1;
  const millionths = value * factor;
  return millionths <= Number.MAX_SAFE_INTEGER ? millionths : -1;
}

const WORD = 8;
/** What an array or an object takes before it holds anything: itself, and the place of its elements. */
const HEAD = 6 * WORD;
const TEXT_HEAD = 3 * WORD;
/** A number that is not whole stands beside the array that holds it. */
const FRACTION = 2 * WORD;

/** Bytes that plain data takes in memory, about: what is made of texts, numbers, arrays and objects. */
export function bytesOf(value: unknown): number {
  if (typeof value === 'string') return TEXT_HEAD + value.length;
  if (typeof value === 'number') return Number.isInteger(value) ? 0 : FRACTION;
  if (typeof value !== 'object' || value === null) return 0;
  const parts: unknown[] = Array.isArray(value) ? value : Object.values(value);
  let bytes = HEAD + parts.length * WORD;
  for (const part of parts) bytes += bytesOf(part);
  return bytes;
}

const WORD = 8;
/** What an array or an object takes before it holds anything. */
const HEAD = 4 * WORD;

/** Bytes that plain data takes in memory, about: what is text, numbers, arrays and objects of these. */
export function bytesOf(value: unknown): number {
  if (typeof value === 'string') return 2 * WORD + value.length;
  if (typeof value !== 'object' || value === null) return WORD;
  // A place in an array or an object takes a word besides what stands there.
  const parts: unknown[] = Array.isArray(value) ? value : Object.values(value);
  let bytes = HEAD;
  for (const part of parts) bytes += typeof part === 'number' ? WORD : WORD + bytesOf(part);
  return bytes;
}

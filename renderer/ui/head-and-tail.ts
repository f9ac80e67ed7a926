/** Shorter names find room everywhere. */
const LONG = 24;
/** So many letters at the end tell names apart. */
const TAIL = 16;

/**
 * A long name as what may be cut of it and its end, which begins with a word where it can: 'Press shop north, robot 1' is all
 * before ' robot 1', and that. Null for a name that is short enough.
 */
export function headAndTail(name: string): { head: string; tail: string } | null {
  const letters = [...name];
  if (letters.length <= LONG) return null;
  const end = letters.slice(-TAIL);
  const word = end.findIndex((letter) => letter.trim() === '');
  // A word alone may be longer than all of it.
  const from = letters.length - TAIL + (word >= 0 && word < TAIL - 1 ? word : TAIL / 2);
  return { head: letters.slice(0, from).join(''), tail: letters.slice(from).join('') };
}

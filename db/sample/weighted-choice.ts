import type { Random } from './random.ts';

/** Prepares a choice among values by their shares; the function returned makes it. Throws on an empty list. */
export function weightedChoice<T>(shares: readonly (readonly [value: T, share: number])[]): (random: Random) => T {
  const all = shares.reduce((sum, [, share]) => sum + share, 0);
  const last = shares.at(-1);
  if (!last) throw new Error('There is nothing to choose from');
  return (random) => {
    let left = random.next() * all;
    for (const [value, share] of shares) {
      left -= share;
      if (left < 0) return value;
    }
    return last[0];
  };
}

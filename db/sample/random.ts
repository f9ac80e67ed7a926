/** Random numbers that are the same on every machine for the same seed. */
export interface Random {
  /** A number from 0 up to, and not including, 1. */
  next(): number;
  /** A whole number from 0 up to, and not including, `end`. */
  below(end: number): number;
  /** A number from -1 to 1, most often near 0. */
  wobble(): number;
  /** True once in a while: with the given probability. */
  chance(probability: number): boolean;
  /** One of a list, each as likely as the others. Throws on an empty list. */
  pick<T>(list: readonly T[]): T;
}

/**
 * A stream of random numbers from a whole-number seed: sfc32 by Chris Doty-Humphrey (PractRand), which needs nothing
 * but 32-bit integer arithmetic.
 */
export function createRandom(seed: number): Random {
  let a = 0x9e3779b9;
  let b = seed | 0;
  let c = Math.floor(seed / 2 ** 32) | 0;
  let counter = 1;

  function next(): number {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  }

  // The first numbers still look like the seed.
  for (let i = 0; i < 15; i += 1) next();

  const below = (end: number) => Math.floor(next() * end);
  return {
    next,
    below,
    wobble: () => next() + next() - 1,
    chance: (probability) => next() < probability,
    pick: (list) => {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new Error('There is nothing to pick from');
      return picked;
    },
  };
}

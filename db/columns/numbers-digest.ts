/** 32 bits that stand for numbers in their order, so that any that is changed later is noticed; not safe from forgers. */
export class NumbersDigest {
  #state = 0;

  /** From 0 to 2 ** 32 - 1. */
  get value(): number {
    return this.#state >>> 0;
  }

  /** Takes in the integers of a row, from a place in it on; what is not recorded differs from every number. */
  add(row: readonly unknown[], from: number): void {
    let state = this.#state;
    for (let at = from; at < row.length; at++) {
      const value = row[at];
      if (value === null) state = mixed(state, 1, 0x5bd1e995);
      else {
        const number = Number(value);
        state = mixed(state, number | 0, Math.floor(number / 2 ** 32) | 0);
      }
    }
    this.#state = state;
  }
}

/** Multiply and shift, as in MurmurHash3 (Austin Appleby, in the public domain): each step can be undone, so that no change is lost. */
function mixed(state: number, low: number, high: number): number {
  let next = Math.imul(state ^ low, 0x85ebca6b);
  next = Math.imul(next ^ (next >>> 13) ^ high, 0xc2b2ae35);
  return next ^ (next >>> 16);
}

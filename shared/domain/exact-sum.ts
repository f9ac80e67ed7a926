import { MILLIONTHS } from './quantity.ts';

/** Adds quantities in whole millionths, so that their sum is that of the records in whatever order they come. */
export class ExactSum {
  #whole = 0n;
  #part = 0;
  #isKnown = false;

  /** Takes a quantity in units; what is no number is no data. */
  add(value: unknown): void {
    if (typeof value !== 'number') return;
    this.#isKnown = true;
    const sum = this.#part + Math.round(value * MILLIONTHS);
    const isLarge = Math.abs(sum) >= Number.MAX_SAFE_INTEGER / 2;
    this.#part = isLarge ? 0 : sum;
    if (isLarge) this.#whole += BigInt(sum);
  }

  /** In units; null where there was no data. */
  get value(): number | null {
    if (!this.#isKnown) return null;
    const millionths = this.#whole + BigInt(this.#part);
    const units = millionths / BigInt(MILLIONTHS);
    return Number(units) + Number(millionths - units * BigInt(MILLIONTHS)) / MILLIONTHS;
  }
}

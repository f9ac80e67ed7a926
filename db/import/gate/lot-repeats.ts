/**
 * Which rows have a lot that a row before them has. Of each lot eight bytes are kept, a mixture of its letters: what two lots might share by
 * chance is looked up before it is told (lots.ts).
 * 1. Where lots come again and again (a lot that passes several lines), nothing is kept after the first thousands.
 * 2. Where a file has more lots than are held in memory, the store's index tells instead.
 */
import type { TextBytes } from '../row-bytes.ts';
import type { StagedRow } from '../staged-row.ts';

/** At most so many repeats in a hundred rows are slips; with more, a lot is meant to have several rows. */
export const MOST_REPEATS = 0.02;
const ENOUGH_TO_GIVE_UP = 2_000;
const CERTAINLY_SHARED = 0.1;
const FIRST_SLOTS = 2 ** 15;
const MOST_SLOTS = 2 ** 23;
// Odd factors and a first number, as mixtures of letters go by.
const LOW_FACTOR = 0x85ebca6b;
const HIGH_FACTOR = 0x01000193;
const FIRST_HIGH = 0x811c9dc5 | 0;

export class LotRepeats {
  /** Rows with a lot. */
  rows = 0;
  /** Rows whose lot was there before. */
  found: number[] = [];
  state: 'counting' | 'shared' | 'too many' = 'counting';
  #slots = new Int32Array(FIRST_SLOTS);
  #distinct = 0;

  see({ lotNumber }: StagedRow, id: number): void {
    if (lotNumber === null || this.state !== 'counting') return;
    this.rows += 1;
    const { bytes, from, to } = typeof lotNumber === 'string' ? bytesOf(lotNumber) : lotNumber;
    let low = to - from;
    let high = FIRST_HIGH;
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at] as number;
      low = Math.imul(low ^ byte, LOW_FACTOR);
      high = Math.imul(high ^ byte, HIGH_FACTOR);
    }
    low ^= low >>> 15; // the last letters reach the low bits, which choose the slot
    if (this.#take(Math.imul(low, LOW_FACTOR) | 1, high)) {
      this.#distinct += 1;
      if (this.#distinct * 3 > this.#slots.length) this.#grow();
      return;
    }
    this.found.push(id);
    if (this.rows >= ENOUGH_TO_GIVE_UP && this.found.length > this.rows * CERTAINLY_SHARED) this.#giveUp('shared');
  }

  /** Rows with a repeated lot where lots are otherwise told apart by their number; empty elsewhere. */
  repeats(): number[] {
    const isSlip = this.state === 'counting' && this.rows > 0 && this.found.length <= this.rows * MOST_REPEATS;
    return isSlip ? this.found : [];
  }

  /** Keeps a lot; false when it was there. Slots hold two numbers of a lot each, both 0 where they are free. */
  #take(low: number, high: number): boolean {
    const slots = this.#slots;
    const mask = slots.length - 2;
    for (let slot = low & mask; ; slot = (slot + 2) & mask) {
      const lowThere = slots[slot] as number;
      const highThere = slots[slot + 1] as number;
      if (lowThere === low && highThere === high) return false;
      if (lowThere !== 0 || highThere !== 0) continue;
      slots[slot] = low;
      slots[slot + 1] = high;
      return true;
    }
  }

  #grow(): void {
    if (this.#slots.length === MOST_SLOTS) {
      this.#giveUp('too many');
      return;
    }
    const before = this.#slots;
    this.#slots = new Int32Array(before.length * 2);
    for (let at = 0; at < before.length; at += 2) {
      const low = before[at] as number;
      const high = before[at + 1] as number;
      if (low !== 0 || high !== 0) this.#take(low, high);
    }
  }

  #giveUp(state: 'shared' | 'too many'): void {
    this.state = state;
    this.found = [];
    this.#slots = new Int32Array(0);
  }
}

function bytesOf(text: string): TextBytes {
  const bytes = Buffer.from(text);
  return { bytes, from: 0, to: bytes.length };
}

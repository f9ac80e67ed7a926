/**
 * Which rows have a lot that a row before them has. Of each lot eight bytes are kept, a mixture of its letters.
 * 1. Where lots come again and again (a lot that passes several lines), nothing is kept after the first thousands.
 * 2. Where a file has more lots than are held in memory, the store's index tells instead; see repeatedInIndex.
 */
import type { TextBytes } from '../row-bytes.ts';
import type { StagedRow } from '../staged-row.ts';

/** At most so many repeats in a hundred rows are slips; with more, a lot is meant to have several rows. */
export const MOST_REPEATS = 0.02;
const ENOUGH_TO_GIVE_UP = 2_000;
const CERTAINLY_SHARED = 0.1;
const FIRST_SLOTS = 2 ** 12;
const MOST_SLOTS = 2 ** 22;

export class LotRepeats {
  /** Rows with a lot. */
  rows = 0;
  /** Rows whose lot was there before. */
  found: number[] = [];
  state: 'counting' | 'shared' | 'too many' = 'counting';
  #slots = new Float64Array(FIRST_SLOTS);
  #distinct = 0;

  see({ lotNumber }: StagedRow, id: number): void {
    if (lotNumber === null || this.state !== 'counting') return;
    this.rows += 1;
    const isNew = this.#take(typeof lotNumber === 'string' ? hashOf(bytesOf(lotNumber)) : hashOf(lotNumber));
    if (isNew) {
      this.#distinct += 1;
      if (this.#distinct * 4 > this.#slots.length * 3) this.#grow();
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

  #take(hash: number): boolean {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const there = slots[slot] as number;
      if (there === hash) return false;
      if (there !== 0) continue;
      slots[slot] = hash;
      return true;
    }
  }

  #grow(): void {
    if (this.#slots.length === MOST_SLOTS) {
      this.#giveUp('too many');
      return;
    }
    const before = this.#slots;
    this.#slots = new Float64Array(before.length * 2);
    for (const hash of before) if (hash !== 0) this.#take(hash);
  }

  #giveUp(state: 'shared' | 'too many'): void {
    this.state = state;
    this.found = [];
    this.#slots = new Float64Array(0);
  }
}

function bytesOf(text: string): TextBytes {
  const bytes = Buffer.from(text);
  return { bytes, from: 0, to: bytes.length };
}

/** 52 bits that two lots share by chance once in a thousand files of a million lots; never 0. */
function hashOf({ bytes, from, to }: TextBytes): number {
  let high = 0x811c9dc5;
  let low = to - from;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] as number;
    high = Math.imul(high ^ byte, 0x01000193);
    low = Math.imul(low ^ (byte + 0x9e3779b9), 0x85ebca6b);
    low ^= low >>> 13;
  }
  return (high >>> 0) * 2 ** 20 + ((low >>> 8) & 0xfffff) + 1;
}

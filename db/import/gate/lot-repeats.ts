/**
 * Which rows may have a lot that a row before them has. A lot sets one of many bits, chosen by its letters; one that finds its bit
 * set may be a repetition, and is looked up before it is told (lots.ts).
 * 1. Where lots come again and again (a lot that passes several lines), they are not counted after the first thousands.
 * 2. Where a file has so many lots that bits are shared by chance too often, the store's index of lots tells instead.
 */
import type { TextBytes } from '../rows/row-bytes.ts';
import type { StagedRow } from '../stage/staged-row.ts';

/** At most so many repeats in a hundred rows are slips; with more, a lot is meant to have several rows. */
export const MOST_REPEATS = 0.02;
/** The same of what may be one: chance adds up to another two in a hundred. */
const MOST_SUSPECTED = 0.05;
const ENOUGH_TO_GIVE_UP = 2_000;
const CERTAINLY_SHARED = 0.15;
const BITS = 2 ** 27;
const MOST_ROWS = 2 ** 22;
// Odd factors and a first number, as mixtures of letters go by.
const FACTOR = 0x01000193;
const LAST_FACTOR = 0x85ebca6b;
const FIRST = 0x811c9dc5 | 0;

export class LotRepeats {
  /** Rows with a lot. */
  rows = 0;
  /** Rows whose lot may have been there before. */
  suspected: number[] = [];
  state: 'counting' | 'shared' | 'too many' = 'counting';
  /** Made with the first lot; most of it takes no memory before it is used. */
  #bits: Int32Array | null = null;

  see({ lotNumber }: StagedRow, id: number): void {
    if (lotNumber === null) return;
    this.rows += 1;
    if (this.state !== 'counting') return;
    const { bytes, from, to } = typeof lotNumber === 'string' ? bytesOf(lotNumber) : lotNumber;
    let mixed = FIRST;
    for (let at = from; at < to; at += 1) mixed = Math.imul(mixed ^ (bytes[at] as number), FACTOR);
    mixed = Math.imul(mixed ^ (mixed >>> 15), LAST_FACTOR);
    const place = (mixed ^ (mixed >>> 13)) & (BITS - 1);
    this.#bits ??= new Int32Array(BITS / 32);
    const bits = this.#bits[place >>> 5] as number;
    const bit = 1 << (place & 31);
    if ((bits & bit) === 0) {
      this.#bits[place >>> 5] = bits | bit;
      if (this.rows > MOST_ROWS) this.#giveUp('too many');
      return;
    }
    this.suspected.push(id);
    if (this.rows >= ENOUGH_TO_GIVE_UP && this.suspected.length > this.rows * CERTAINLY_SHARED) this.#giveUp('shared');
  }

  /** What the lots of the file are like. */
  outcome(): 'none' | 'unique' | 'shared' | 'too many' {
    if (this.rows === 0) return 'none';
    if (this.state !== 'counting') return this.state;
    return this.suspected.length <= this.rows * MOST_SUSPECTED ? 'unique' : 'shared';
  }

  #giveUp(state: 'shared' | 'too many'): void {
    this.state = state;
    this.suspected = [];
    this.#bits = null;
  }
}

function bytesOf(text: string): TextBytes {
  const bytes = Buffer.from(text);
  return { bytes, from: 0, to: bytes.length };
}

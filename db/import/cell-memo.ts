const SLOTS = 1 << 15;
const MOST_CELLS = 1 << 14;
const ROOM_AT_FIRST = 1 << 14;

/**
 * What cells were read as, by their bytes: a file says the same few thousand things in a column again and again. When
 * it is full it forgets all and learns anew.
 */
export class CellMemo<Value> {
  /** Place of the cell in `values` + 1, by hash; 0 is a free slot. */
  readonly #slots = new Int32Array(SLOTS);
  #known = Buffer.allocUnsafe(ROOM_AT_FIRST);
  /** Where the cells end in `known`. */
  #ends: number[] = [0];
  #values: Value[] = [];
  #last = -1;

  find(bytes: Buffer, from: number, to: number): Value | undefined {
    if (this.#last >= 0 && this.#isAt(this.#last, bytes, from, to)) return this.#values[this.#last];
    for (let slot = hash(bytes, from, to); ; slot = (slot + 1) % SLOTS) {
      const place = (this.#slots[slot] as number) - 1;
      if (place < 0) return undefined;
      if (!this.#isAt(place, bytes, from, to)) continue;
      this.#last = place;
      return this.#values[place];
    }
  }

  /** Remembers a cell that was not found. */
  add(bytes: Buffer, from: number, to: number, value: Value): void {
    if (this.#values.length === MOST_CELLS) this.#forget();
    const start = this.#ends.at(-1) ?? 0;
    const end = start + to - from;
    if (end > this.#known.length) this.#known = Buffer.concat([this.#known], Math.max(end, 2 * this.#known.length));
    bytes.copy(this.#known, start, from, to);
    this.#ends.push(end);
    this.#values.push(value);
    let slot = hash(bytes, from, to);
    while (this.#slots[slot] !== 0) slot = (slot + 1) % SLOTS;
    this.#slots[slot] = this.#values.length;
  }

  #isAt(place: number, bytes: Buffer, from: number, to: number): boolean {
    const start = this.#ends[place] as number;
    if ((this.#ends[place + 1] as number) - start !== to - from) return false;
    const known = this.#known;
    for (let at = from, other = start; at < to; at += 1, other += 1) {
      if (bytes[at] !== known[other]) return false;
    }
    return true;
  }

  #forget(): void {
    this.#slots.fill(0);
    this.#ends = [0];
    this.#values = [];
    this.#last = -1;
  }
}

/** FNV-1a, folded to a slot. */
function hash(bytes: Buffer, from: number, to: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < to; at += 1) value = Math.imul(value ^ (bytes[at] as number), 0x01000193);
  return ((value >>> 15) ^ value) & (SLOTS - 1);
}

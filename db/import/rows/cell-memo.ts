const SLOTS_AT_FIRST = 1 << 9;
const MOST_CELLS = 1 << 14;
const ROOM_AT_FIRST = 1 << 14;

/**
 * What cells were read as, by their bytes: a file says the same few thousand things in a column again and again. When
 * it is full it forgets all and learns anew.
 */
export class CellMemo<Value> {
  /** Place of the cell in `values` + 1, by hash; 0 is a free slot. */
  #slots = new Int32Array(SLOTS_AT_FIRST);
  #known = Buffer.allocUnsafe(ROOM_AT_FIRST);
  /** Where the cells end in `known`. */
  #ends: number[] = [0];
  #values: Value[] = [];
  #last = -1;

  find(bytes: Buffer, from: number, to: number): Value | undefined {
    if (this.#last >= 0 && this.#isAt(this.#last, bytes, from, to)) return this.#values[this.#last];
    const last = this.#slots.length - 1;
    for (let slot = hash(bytes, from, to) & last; ; slot = (slot + 1) & last) {
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
    else if (2 * this.#values.length === this.#slots.length) this.#widen();
    const start = this.#ends.at(-1) ?? 0;
    const end = start + to - from;
    if (end > this.#known.length) this.#known = Buffer.concat([this.#known], Math.max(end, 2 * this.#known.length));
    bytes.copy(this.#known, start, from, to);
    this.#ends.push(end);
    this.#values.push(value);
    this.#enter(hash(bytes, from, to), this.#values.length);
  }

  #enter(code: number, place: number): void {
    const last = this.#slots.length - 1;
    let slot = code & last;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & last;
    this.#slots[slot] = place;
  }

  /** Half of the slots are free at least, or finding one would take long. */
  #widen(): void {
    this.#slots = new Int32Array(2 * this.#slots.length);
    for (let place = 1; place <= this.#values.length; place += 1) {
      this.#enter(hash(this.#known, this.#ends[place - 1] as number, this.#ends[place] as number), place);
    }
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

/** FNV-1a, folded to fewer bits. */
function hash(bytes: Buffer, from: number, to: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < to; at += 1) value = Math.imul(value ^ (bytes[at] as number), 0x01000193);
  return (value >>> 15) ^ value;
}

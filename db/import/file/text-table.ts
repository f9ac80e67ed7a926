/**
 * Many texts by their number, kept as bytes: a workbook may share a million of them, which as strings take three times the memory
 * and much of the collector's time.
 */
export class TextTable {
  #bytes: Buffer = Buffer.alloc(64 * 1024);
  #length = 0;
  #ends = new Uint32Array(1_024);
  #count = 0;

  /** How many texts were added. */
  get count(): number {
    return this.#count;
  }

  add(text: string): void {
    const most = 3 * text.length;
    if (this.#length + most > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(2 * this.#bytes.length, this.#length + most));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    if (this.#count === this.#ends.length) {
      const larger = new Uint32Array(2 * this.#count);
      larger.set(this.#ends);
      this.#ends = larger;
    }
    this.#length += this.#bytes.write(text, this.#length, 'utf8');
    this.#ends[this.#count] = this.#length;
    this.#count += 1;
  }

  /** The text that was added as the one of this number, the first being 0; undefined where there is none. */
  at(number: number): string | undefined {
    if (!(number >= 0 && number < this.#count)) return undefined;
    const from = number === 0 ? 0 : (this.#ends[number - 1] as number);
    return this.#bytes.toString('utf8', from, this.#ends[number]);
  }
}

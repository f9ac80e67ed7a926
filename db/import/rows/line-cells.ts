const NO_BYTE = -1;

/** Where the cells of a line stand, quotes left out. */
export class LineCells {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly #delimiter: number;
  readonly #quote: number;

  /** `delimiter` and `quote` are single letters of ASCII; '' where nothing surrounds cells. */
  constructor(count: number, delimiter: string, quote = '"') {
    this.from = new Int32Array(count);
    this.to = new Int32Array(count);
    this.#delimiter = delimiter.charCodeAt(0);
    this.#quote = quote === '' ? NO_BYTE : quote.charCodeAt(0);
  }

  /**
   * Splits the line between two places. False when it needs a closer look: another number of cells, or quotes that do not
   * simply surround a cell.
   */
  split(bytes: Buffer, from: number, to: number): boolean {
    const delimiter = this.#delimiter;
    const quote = this.#quote;
    const last = this.from.length - 1;
    let cell = 0;
    let start = from;
    let at = from;
    while (at < to) {
      const byte = bytes[at] as number;
      if (byte === quote) {
        const close = at === start ? bytes.indexOf(quote, at + 1) : -1;
        const next = close + 1;
        if (close < 0 || next > to || (next < to && bytes[next] !== delimiter) || cell > last) return false;
        this.from[cell] = start + 1;
        this.to[cell] = close;
        cell += 1;
        start = next + 1;
        at = start;
        if (next === to) return cell === last + 1;
      } else if (byte === delimiter) {
        if (cell > last) return false;
        this.from[cell] = start;
        this.to[cell] = at;
        cell += 1;
        at += 1;
        start = at;
      } else at += 1;
    }
    if (cell !== last) return false;
    this.from[cell] = start;
    this.to[cell] = to;
    return true;
  }
}

const LONGEST_HEADER = 127;
const ROOM_AT_FIRST = 4_096;
/** Shorter texts are copied character by character, which is quicker than asking an encoder. */
const SHORT_TEXT = 64;
const BEYOND_32_BITS = 2 ** 32;

const encoder = new TextEncoder();

/** A text as UTF-8 within other bytes, good for as long as these are. */
export interface TextBytes {
  bytes: Buffer;
  from: number;
  to: number;
}

/**
 * One row as SQLite writes it down: a header that tells kind and length of each column, then the values. It is used
 * again row after row.
 */
export class RowBytes {
  readonly #header = Buffer.alloc(LONGEST_HEADER + 10);
  #body = Buffer.allocUnsafe(ROOM_AT_FIRST);
  #headerLength = 1;
  #bodyLength = 0;

  get length(): number {
    return this.#headerLength + this.#bodyLength;
  }

  clear(): void {
    this.#headerLength = 1; // its own length
    this.#bodyLength = 0;
  }

  /** Adds a whole number, in as few bytes as it needs; null is a column without a value. */
  integer(value: number | bigint | null): this {
    if (value === null) return this.#kind(0);
    if (typeof value === 'bigint') return this.#kind(6).#wide(Number(value >> 32n), Number(value & 0xffffffffn), 8);
    if (value === 0) return this.#kind(8);
    if (value === 1) return this.#kind(9);
    if (value >= -128 && value <= 127) return this.#kind(1).#low(value, 1);
    if (value >= -32_768 && value <= 32_767) return this.#kind(2).#low(value, 2);
    if (value >= -8_388_608 && value <= 8_388_607) return this.#kind(3).#low(value, 3);
    if (value >= -2_147_483_648 && value <= 2_147_483_647) return this.#kind(4).#low(value, 4);
    const high = Math.floor(value / BEYOND_32_BITS);
    if (high >= -32_768 && high <= 32_767) return this.#kind(5).#wide(high, value, 6);
    return this.#kind(6).#wide(high, value, 8);
  }

  text(value: string | TextBytes | null): this {
    if (value === null) return this.#kind(0);
    if (typeof value !== 'string') return this.#bytes(value);
    this.#reserve(value.length * 3);
    const body = this.#body;
    const from = this.#bodyLength;
    let at = from;
    const { length } = value;
    if (length <= SHORT_TEXT) {
      for (let index = 0; index < length; index += 1) {
        const code = value.charCodeAt(index);
        if (code > 127) break;
        body[at++] = code;
      }
    }
    if (at - from < length) at = from + encoder.encodeInto(value, body.subarray(from)).written;
    this.#bodyLength = at;
    return this.#kind(13 + 2 * (at - from));
  }

  /** Ends the row; returns its length. Throws when its header would need another form than the one made here. */
  finish(): number {
    if (this.#headerLength > LONGEST_HEADER) throw new Error('A row has more columns than a short header can tell of.');
    this.#header[0] = this.#headerLength;
    return this.length;
  }

  /** Copies a stretch of the finished row. */
  copy(target: Buffer, at: number, from: number, to: number): void {
    const fromBody = from - this.#headerLength;
    let next = at;
    if (fromBody < 0) {
      const headerTo = Math.min(to, this.#headerLength);
      for (let index = from; index < headerTo; index += 1) target[next++] = this.#header[index] as number;
    }
    this.#body.copy(target, next, Math.max(0, fromBody), to - this.#headerLength);
  }

  #bytes({ bytes, from, to }: TextBytes): this {
    this.#reserve(to - from);
    const body = this.#body;
    let at = this.#bodyLength;
    for (let index = from; index < to; index += 1) body[at++] = bytes[index] as number;
    this.#bodyLength = at;
    return this.#kind(13 + 2 * (to - from));
  }

  #kind(kind: number): this {
    if (kind < 128) this.#header[this.#headerLength++] = kind;
    else {
      for (let power = kind < 16_384 ? 1 : kind < 2_097_152 ? 2 : 3; power > 0; power -= 1) {
        this.#header[this.#headerLength++] = ((kind >>> (7 * power)) & 127) | 128;
      }
      this.#header[this.#headerLength++] = kind & 127;
    }
    return this;
  }

  #low(value: number, bytes: number): this {
    this.#reserve(bytes);
    for (let byte = bytes - 1; byte >= 0; byte -= 1) this.#body[this.#bodyLength++] = value >> (8 * byte);
    return this;
  }

  #wide(high: number, low: number, bytes: number): this {
    return this.#low(high, bytes - 4).#low(low, 4);
  }

  #reserve(bytes: number): void {
    const needed = this.#bodyLength + bytes;
    if (needed <= this.#body.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.#body.length));
    this.#body.copy(larger, 0, 0, this.#bodyLength);
    this.#body = larger;
  }
}

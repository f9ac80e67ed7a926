/** A row as SQLite lays it down, read so strictly that a row of which a byte of its shape was changed is seldom taken for one. */

export type RawValue = number | bigint | string | null;

const LONGEST_VARINT = 9;

/** A number of one to nine bytes, and where it ends; null where it does not end within the bytes or is larger than any row. */
export function varint(bytes: Buffer, at: number): { value: number; end: number } | null {
  let value = 0;
  for (let nth = 0; nth < LONGEST_VARINT; nth++) {
    const byte = bytes[at + nth];
    if (byte === undefined) return null;
    const isLast = nth === LONGEST_VARINT - 1;
    value = isLast ? value * 256 + byte : value * 128 + (byte & 0x7f);
    if (value > Number.MAX_SAFE_INTEGER) return null;
    if (isLast || byte < 0x80) return { value, end: at + nth + 1 };
  }
  return null;
}

/** The values of a row; null where its parts do not add up to its length, or one is of a kind that no column of ours has. */
export function decodeRow(payload: Buffer): RawValue[] | null {
  const header = varint(payload, 0);
  if (!header || header.value > payload.length || header.value < header.end) return null;
  const kinds: number[] = [];
  for (let at = header.end; at < header.value; ) {
    const kind = varint(payload, at);
    if (!kind || kind.end > header.value) return null;
    kinds.push(kind.value);
    at = kind.end;
  }
  const values: RawValue[] = [];
  let at = header.value;
  for (const kind of kinds) {
    const bytes = bytesOf(kind);
    if (bytes === null || at + bytes > payload.length) return null;
    values.push(readValue(payload, at, kind));
    at += bytes;
  }
  return at === payload.length ? values : null;
}

const integerBytes = [0, 1, 2, 3, 4, 6, 8];
const [FRACTION, ZERO, ONE, FIRST_TEXT] = [7, 8, 9, 13];

/** How many bytes a value takes by its kind; null for a kind that stands in none of our tables (bytes). */
function bytesOf(kind: number): number | null {
  if (kind === ZERO || kind === ONE) return 0;
  if (kind === FRACTION) return 8;
  if (kind >= FIRST_TEXT && kind % 2 === 1) return (kind - FIRST_TEXT) / 2;
  return integerBytes[kind] ?? null;
}

function readValue(bytes: Buffer, at: number, kind: number): RawValue {
  if (kind === 0) return null;
  if (kind === ZERO) return 0;
  if (kind === ONE) return 1;
  if (kind === FRACTION) return bytes.readDoubleBE(at);
  if (kind >= FIRST_TEXT) return bytes.toString('utf8', at, at + (kind - FIRST_TEXT) / 2);
  const length = integerBytes[kind] ?? 0;
  if (length <= 6) return bytes.readIntBE(at, length);
  const value = bytes.readBigInt64BE(at);
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
}

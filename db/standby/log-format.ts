/**
 * The write-ahead log of SQLite as bytes (https://www.sqlite.org/fileformat2.html#walformat): a header, then frames of a page
 * each. The last frame of a transaction carries the size of the database. Each frame's checksum goes on from the one before,
 * so that whoever opens a log stops at the first frame that was not wholly written. Only the form of little-endian machines,
 * which is all that the program runs on.
 */

export const HEADER_BYTES = 32;
export const FRAME_HEADER_BYTES = 24;
const MAGIC = 0x377f0682;
const VERSION = 3_007_000;
/** Of a header the checksum covers this much; of a frame's header, before its page, the first two numbers. */
const SUMMED_OF_HEADER = 24;
const SUMMED_OF_FRAME = 8;

/** The two running sums of a log, each 32 bits. */
export type Sums = readonly [number, number];

export interface LogHeader {
  pageSize: number;
  /** New with every log that begins from the front again, and the same in all its frames. */
  salts: string;
  sums: Sums;
}

export interface FrameHeader {
  page: number;
  /** Pages of the database after the transaction that ends here; 0 for a frame within one. */
  commit: number;
  salts: string;
  sums: Sums;
}

/** A buffer whose numbers can be read as words. */
export function wordBuffer(bytes: number): Buffer<ArrayBuffer> {
  return Buffer.from(new ArrayBuffer(bytes));
}

/** Goes on with the sums over a stretch of a word buffer; both ends are multiples of eight. */
export function sumOver(buffer: Buffer, from: number, to: number, [first, second]: Sums): Sums {
  const words = new Int32Array(buffer.buffer, buffer.byteOffset + from, (to - from) / 4);
  let [a, b] = [first, second];
  for (let at = 0; at < words.length; at += 2) {
    a = (a + (words[at] ?? 0) + b) | 0;
    b = (b + (words[at + 1] ?? 0) + a) | 0;
  }
  return [a, b];
}

/** The header of a log; null for one that is not wholly there. */
export function readHeader(buffer: Buffer): LogHeader | null {
  if (buffer.length < HEADER_BYTES || buffer.readUInt32BE(0) !== MAGIC) return null;
  const sums = sumOver(buffer, 0, SUMMED_OF_HEADER, [0, 0]);
  if (!isSame(sums, sumsAt(buffer, SUMMED_OF_HEADER))) return null;
  return { pageSize: buffer.readUInt32BE(8), salts: buffer.toString('hex', 16, 24), sums };
}

/** Writes the header of a log that begins. */
export function writeHeader(buffer: Buffer, pageSize: number, salts: string): LogHeader {
  buffer.writeUInt32BE(MAGIC, 0);
  buffer.writeUInt32BE(VERSION, 4);
  buffer.writeUInt32BE(pageSize, 8);
  buffer.writeUInt32BE(0, 12);
  buffer.write(salts, 16, 'hex');
  const sums = sumOver(buffer, 0, SUMMED_OF_HEADER, [0, 0]);
  putSums(buffer, SUMMED_OF_HEADER, sums);
  return { pageSize, salts, sums };
}

/** The header of the frame that begins at `at`, as it says. */
export function readFrameHeader(buffer: Buffer, at: number): FrameHeader {
  return {
    page: buffer.readUInt32BE(at),
    commit: buffer.readUInt32BE(at + 4),
    salts: buffer.toString('hex', at + 8, at + 16),
    sums: sumsAt(buffer, at + 16),
  };
}

/** The sums after the frame that begins at `at`. */
export function sumOfFrame(buffer: Buffer, at: number, pageSize: number, before: Sums): Sums {
  const content = at + FRAME_HEADER_BYTES;
  return sumOver(buffer, content, content + pageSize, sumOver(buffer, at, at + SUMMED_OF_FRAME, before));
}

/** Completes a frame whose page stands in the buffer already; returns the sums after it. */
export function writeFrameHeader(
  buffer: Buffer,
  at: number,
  { page, commit, salts }: Omit<FrameHeader, 'sums'>,
  { pageSize, before }: { pageSize: number; before: Sums },
): Sums {
  buffer.writeUInt32BE(page, at);
  buffer.writeUInt32BE(commit, at + 4);
  buffer.write(salts, at + 8, 'hex');
  const sums = sumOfFrame(buffer, at, pageSize, before);
  putSums(buffer, at + 16, sums);
  return sums;
}

export function isSame([a, b]: Sums, [c, d]: Sums): boolean {
  return a === c && b === d;
}

function sumsAt(buffer: Buffer, at: number): Sums {
  return [buffer.readInt32BE(at), buffer.readInt32BE(at + 4)];
}

function putSums(buffer: Buffer, at: number, [a, b]: Sums): void {
  buffer.writeInt32BE(a, at);
  buffer.writeInt32BE(b, at + 4);
}

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import {
  FRAME_HEADER_BYTES,
  HEADER_BYTES,
  isSame,
  readFrameHeader,
  readHeader,
  sumOfFrame,
  wordBuffer,
} from '../standby/log-format.ts';

export interface RawLog {
  pageSize: number;
  /** Pages of the database after the last commit. */
  pageCount: number;
  pages: Map<number, Buffer>;
}

/**
 * The pages that stand in the write-ahead log of a database as the last whole transaction left them; null where there is none.
 * A frame that does not carry the right sums, and all after it, counts for nothing, as for SQLite.
 */
export function readLog(path: string): RawLog | null {
  const log = readWords(path);
  const header = readHeader(log);
  if (!header) return null;
  const { pageSize } = header;
  const frameBytes = FRAME_HEADER_BYTES + pageSize;
  const committed = new Map<number, Buffer>();
  const pending = new Map<number, Buffer>();
  let [sums, pageCount] = [header.sums, 0];
  for (let at = HEADER_BYTES; at + frameBytes <= log.length; at += frameBytes) {
    const frame = readFrameHeader(log, at);
    sums = sumOfFrame(log, at, pageSize, sums);
    if (frame.salts !== header.salts || !isSame(sums, frame.sums)) break;
    pending.set(frame.page, log.subarray(at + FRAME_HEADER_BYTES, at + frameBytes));
    if (frame.commit === 0) continue;
    for (const [number, page] of pending) committed.set(number, page);
    pending.clear();
    pageCount = frame.commit;
  }
  return pageCount === 0 ? null : { pageSize, pageCount, pages: committed };
}

function readWords(path: string): Buffer {
  const descriptor = openSync(path, 'r');
  try {
    const words = wordBuffer(Math.ceil(fstatSync(descriptor).size / 8) * 8);
    const read = readSync(descriptor, words, 0, words.length, 0);
    return words.subarray(0, read);
  } finally {
    closeSync(descriptor);
  }
}

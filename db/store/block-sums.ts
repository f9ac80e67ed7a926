/**
 * Sums of the live file as this program left it, by which it is seen what the disk did to it meanwhile: pages of SQLite have no
 * sums of their own, and what no index and no rollup holds a second time would be believed. Archives have their seals.
 */
import { closeSync, fstatSync, openSync, readFileSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { changedAtMs } from './changed-at.ts';
import type { StoreFolder } from './folder.ts';

/** The live file as it was left. */
export interface BlockSums {
  bytes: number;
  changedAtMs: number;
  /** A CRC-32 for every 64 KiB. */
  sums: Uint32Array;
}

export const BYTES_A_BLOCK = 64 * 1024;
const MAGIC = 'block sums 1\n';
const HEAD_BYTES = MAGIC.length + 8 + 8 + 4;

/** The sums of the live file; null where there are none for the file as it is, to be asked before it is opened. */
export function readBlockSums(folder: StoreFolder): BlockSums | null {
  const stats = statSync(folder.live, { throwIfNoEntry: false });
  const left = stats && read(sumsFile(folder));
  return left && left.bytes === stats.size && left.changedAtMs === changedAtMs(stats) ? left : null;
}

/**
 * Keeps the sums of the live file, which is closed and whole; those of before are kept where nobody wrote since. Where that fails,
 * as on a full disk, there are none, and decay is found by the checks of whole files only.
 */
export function keepBlockSums(folder: StoreFolder): void {
  const path = sumsFile(folder);
  try {
    if (readBlockSums(folder) !== null) return;
    rmSync(path, { force: true });
    const log = statSync(`${folder.live}-wal`, { throwIfNoEntry: false });
    if (log && log.size > 0) return; // another program has it open, and part of it is in the log
    const descriptor = openSync(folder.live, 'r');
    try {
      const { size: bytes, ...stats } = fstatSync(descriptor);
      writeFileSync(path, asBytes({ bytes, changedAtMs: changedAtMs(stats), sums: sumsOf(descriptor, bytes) }));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    rmSync(path, { force: true });
  }
}

/** How many blocks of an open file are not as they were left; `onBlock` is told of each, and may throw to stop. */
export function countDecayed(descriptor: number, { bytes, sums }: BlockSums, onBlock: () => void): number {
  let [at, decayed] = [0, 0];
  for (const block of blocksOf(descriptor, bytes)) {
    onBlock();
    if (crc32(block) !== sums[at++]) decayed++;
  }
  return decayed;
}

function sumsOf(descriptor: number, bytes: number): Uint32Array {
  const sums = new Uint32Array(Math.ceil(bytes / BYTES_A_BLOCK));
  let at = 0;
  for (const block of blocksOf(descriptor, bytes)) sums[at++] = crc32(block);
  return sums;
}

/** Each block of a file in turn, in the same stretch of memory; one beyond its end is empty. */
function* blocksOf(descriptor: number, bytes: number): Generator<Buffer> {
  const buffer = Buffer.allocUnsafe(BYTES_A_BLOCK);
  for (let at = 0; at < bytes; at += BYTES_A_BLOCK) {
    const length = readSync(descriptor, buffer, 0, Math.min(BYTES_A_BLOCK, bytes - at), at);
    yield buffer.subarray(0, length);
  }
}

function sumsFile({ root }: StoreFolder): string {
  return join(root, 'live.sums');
}

function asBytes({ bytes, changedAtMs: time, sums }: BlockSums): Buffer {
  const body = Buffer.from(sums.buffer, sums.byteOffset, sums.byteLength);
  const head = Buffer.alloc(HEAD_BYTES);
  head.write(MAGIC);
  head.writeDoubleLE(bytes, MAGIC.length);
  head.writeDoubleLE(time, MAGIC.length + 8);
  head.writeUInt32LE(crc32(body, crc32(head.subarray(0, HEAD_BYTES - 4))), HEAD_BYTES - 4);
  return Buffer.concat([head, body]);
}

/** What a file of sums says; null where there is none, or it is itself not as it was written. */
function read(path: string): BlockSums | null {
  let content: Buffer;
  try {
    content = readFileSync(path);
  } catch {
    return null;
  }
  if (content.length < HEAD_BYTES || content.toString('latin1', 0, MAGIC.length) !== MAGIC) return null;
  const body = content.subarray(HEAD_BYTES);
  if (content.readUInt32LE(HEAD_BYTES - 4) !== crc32(body, crc32(content.subarray(0, HEAD_BYTES - 4)))) return null;
  const bytes = content.readDoubleLE(MAGIC.length);
  if (body.length !== 4 * Math.ceil(bytes / BYTES_A_BLOCK)) return null;
  const sums = new Uint32Array(body.length / 4);
  for (let at = 0; at < sums.length; at++) sums[at] = body.readUInt32LE(4 * at);
  return { bytes, changedAtMs: content.readDoubleLE(MAGIC.length + 8), sums };
}

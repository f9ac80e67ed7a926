/**
 * Segments on disk, named by their stamp: the same stamp always means the same records, so that a file never goes out of
 * date, only out of use. All of them may be deleted at any time; they are built again from the records.
 */
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { crc32 } from 'node:zlib';
import { openSegment } from './segment.ts';

const EXTENSION = '.columns';
/** A checksum comes first, in as many bytes as a double has, so that what follows stays aligned. */
const CHECKSUM_BYTES = 8;

function fileOf(folder: string, stamp: string): string {
  return join(folder, `${stamp}${EXTENSION}`);
}

/** Begun with the stamp, so that a file under the name of another segment is told from it. */
function checksumOf(stamp: string, bytes: Uint8Array): number {
  return crc32(bytes, crc32(stamp));
}

/** Reads a segment; null when there is none, or when it is not what was written. */
export function readSegmentFile(folder: string, stamp: string): SharedArrayBuffer | null {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(fileOf(folder, stamp), 'r');
    const size = fstatSync(descriptor).size - CHECKSUM_BYTES;
    if (size <= 0) return null;
    const checksum = new Float64Array(1);
    readSync(descriptor, checksum, 0, CHECKSUM_BYTES, 0);
    const buffer = new SharedArrayBuffer(size);
    const bytes = new Uint8Array(buffer);
    if (readSync(descriptor, bytes, 0, size, CHECKSUM_BYTES) !== size) return null;
    if (checksumOf(stamp, bytes) !== checksum[0]) return null;
    return openSegment(buffer) ? buffer : null;
  } catch {
    return null; // whatever keeps it from being read, the records are there
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Keeps a segment for the next start. Where the disk does not take it, the next start builds it again. */
export function writeSegmentFile(folder: string, stamp: string, buffer: SharedArrayBuffer): void {
  const file = fileOf(folder, stamp);
  const written = `${file}.${process.pid}-${threadId}`;
  try {
    if (!existsSync(folder)) mkdirSync(folder);
    const descriptor = openSync(written, 'w');
    try {
      const bytes = new Uint8Array(buffer);
      writeSync(descriptor, Float64Array.of(checksumOf(stamp, bytes)));
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    } finally {
      closeSync(descriptor);
    }
    renameSync(written, file);
  } catch {
    remove(written);
  }
}

/** Removes the files of segments that the store no longer has, and what an ended process left half written. */
export function sweepSegmentFiles(folder: string, stamps: ReadonlySet<string>): void {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return; // there is no folder yet
  }
  for (const name of names) {
    if (!stamps.has(name.slice(0, -EXTENSION.length)) || !name.endsWith(EXTENSION)) remove(join(folder, name));
  }
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It only takes room, and the next sweep tries again.
  }
}

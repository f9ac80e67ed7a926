import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FileHash } from '../store/file-hash.ts';
import { flushFolder } from '../store/flush.ts';
import { renameFile } from '../store/rename-file.ts';

const BYTES_A_STEP = 1 << 20;

/** Writes a file so that after a power cut it is whole under its name, or not there: beside, flushed, renamed. */
export function writeWhole(path: string, content: string | Buffer): void {
  intoPlace(path, (descriptor) => writeAll(descriptor, typeof content === 'string' ? Buffer.from(content) : content));
}

/** Copies a file in the same way, hashed while it is read; `onBytes` may throw to stop. `accept` throws at what is not wanted. */
export function copyWhole(
  from: string,
  path: string,
  { onBytes, accept }: { onBytes: (bytes: number) => void; accept: (copied: FileHash) => void },
): FileHash {
  const source = openSync(from, 'r');
  try {
    return intoPlace(path, (descriptor) => {
      const copied = copyAll(source, descriptor, onBytes);
      accept(copied);
      return copied;
    });
  } finally {
    closeSync(source);
  }
}

function copyAll(source: number, target: number, onBytes: (bytes: number) => void): FileHash {
  const buffer = Buffer.allocUnsafe(BYTES_A_STEP);
  const hash = createHash('sha256');
  for (let bytes = 0; ; ) {
    const read = readSync(source, buffer, 0, buffer.length, null);
    if (read === 0) return { sha256: hash.digest('hex'), bytes };
    const chunk = buffer.subarray(0, read);
    hash.update(chunk);
    writeAll(target, chunk);
    bytes += read;
    onBytes(read);
  }
}

/** Where a file lies until it is whole; a kill leaves it there. */
export function unfinished(path: string): string {
  return `${path}.new`;
}

/** Writes a file in the same way, piece by piece. */
export function intoPlace<Result>(path: string, write: (descriptor: number) => Result): Result {
  const beside = unfinished(path);
  let result: Result;
  try {
    const descriptor = openSync(beside, 'w');
    try {
      result = write(descriptor);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameFile(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  flushFolder(dirname(path));
  return result;
}

/** A single write may take less than it was given. */
export function writeAll(descriptor: number, content: Buffer): void {
  for (let done = 0; done < content.length; ) done += writeSync(descriptor, content, done, content.length - done);
}

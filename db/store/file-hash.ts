import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

const BYTES_A_READ = 1 << 20;

/** What a file is by its bytes. */
export interface FileHash {
  sha256: string;
  bytes: number;
}

/**
 * Reads a file from beginning to end; `onBytes` is told how many were read, and may throw to stop. Not for a database that
 * this process has open for writing: closing any descriptor of a file lets go of all locks that the process holds on it.
 */
export function hashFile(path: string, onBytes: (bytes: number) => void = () => {}): FileHash {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(BYTES_A_READ);
  const descriptor = openSync(path, 'r');
  try {
    for (let bytes = 0; ; ) {
      const read = readSync(descriptor, buffer, 0, buffer.length, null);
      if (read === 0) return { sha256: hash.digest('hex'), bytes };
      hash.update(buffer.subarray(0, read));
      bytes += read;
      onBytes(read);
    }
  } finally {
    closeSync(descriptor);
  }
}

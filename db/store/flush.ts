import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Waits until what was written to a file is on the disk. */
export function flushFile(path: string): void {
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** What systems say that keep the names of a folder by themselves: Windows, and some network shares. */
const CANNOT_BE_ASKED = new Set<unknown>(['EINVAL', 'EISDIR', 'ENOTSUP', 'EPERM']);

/** The same for a folder: which names it holds. */
export function flushFolder(path: string): void {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(path, 'r');
    fsyncSync(descriptor);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && CANNOT_BE_ASKED.has(error.code))) throw error;
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

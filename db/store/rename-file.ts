import { renameSync } from 'node:fs';

/** What Windows says while a virus scanner or an indexer has one of the two open, as they do for a moment after each write. */
const HELD = new Set<unknown>(['EACCES', 'EBUSY', 'EPERM']);
/** A second together; who holds a file for longer keeps it. */
const WAITS_MS = [10, 20, 40, 80, 150, 300, 400];

interface RenamingParts {
  rename?: (from: string, to: string) => void;
  isWindows?: boolean;
  wait?: (ms: number) => void;
}

/** Renames a file, over another one if need be; on Windows again and again for a second where somebody holds it. Throws what the system says. */
export function renameFile(
  from: string,
  to: string,
  { rename = renameSync, isWindows = process.platform === 'win32', wait = pause }: RenamingParts = {},
): void {
  for (const ms of isWindows ? WAITS_MS : []) {
    try {
      rename(from, to);
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && HELD.has(error.code))) throw error;
      wait(ms);
    }
  }
  rename(from, to);
}

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

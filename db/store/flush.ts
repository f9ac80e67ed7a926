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

/** The same for a folder: which names it holds. Windows keeps them by itself and refuses to be asked. */
export function flushFolder(path: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

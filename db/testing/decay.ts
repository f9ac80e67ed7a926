import { closeSync, openSync, readFileSync, readSync, statSync, utimesSync, writeSync } from 'node:fs';

/** Turns a bit of a file, and leaves its size and time as they are, as a disk does that decays. */
export function decay(file: string, at: number): void {
  const { atime, mtime } = statSync(file);
  const descriptor = openSync(file, 'r+');
  const byte = Buffer.alloc(1);
  readSync(descriptor, byte, 0, 1, at);
  byte[0] = (byte[0] ?? 0) ^ 1;
  writeSync(descriptor, byte, 0, 1, at);
  closeSync(descriptor);
  utimesSync(file, atime, mtime);
}

/** Turns a bit of the first place where a file has a text. Throws when it is nowhere. */
export function decayText(file: string, text: string): void {
  const at = readFileSync(file).indexOf(text);
  if (at < 0) throw new Error(`${file} has no '${text}'.`);
  decay(file, at);
}

/** Ways in which a file decays. */
import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, ftruncateSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import type { Random } from '../../db/sample/random.ts';

const PAGE = 4_096;

/** What was done to a file, in words. */
export type Spoil = (descriptor: number, bytes: number, random: Random) => string;

export const spoils: Record<'flip' | 'zero' | 'cut', Spoil> = {
  flip(descriptor, bytes, random) {
    const [at, bit] = [random.below(bytes), random.below(8)];
    const byte = Buffer.alloc(1);
    readSync(descriptor, byte, 0, 1, at);
    byte[0] = (byte[0] ?? 0) ^ (1 << bit);
    writeSync(descriptor, byte, 0, 1, at);
    return `bit ${bit} of byte ${at} (page ${Math.floor(at / PAGE) + 1}) turned`;
  },
  zero(descriptor, bytes, random) {
    const page = random.below(Math.ceil(bytes / PAGE));
    writeSync(descriptor, Buffer.alloc(Math.min(PAGE, bytes - page * PAGE)), 0, undefined, page * PAGE);
    return `page ${page + 1} zeroed`;
  },
  cut(descriptor, bytes, random) {
    const left = random.below(bytes);
    ftruncateSync(descriptor, left);
    return `cut to ${left} of ${bytes} bytes`;
  },
};

/** Spoils a file, which keeps its time as with a disk that decays; returns what was done. */
export function spoilFile(path: string, random: Random): string {
  const kind = random.pick(['flip', 'flip', 'flip', 'zero', 'cut'] as const);
  const { mode, size } = statSync(path);
  const kept = `${path}.time`;
  spawnSync('touch', ['-r', path, kept]);
  chmodSync(path, 0o644);
  const descriptor = openSync(path, 'r+');
  try {
    return spoils[kind](descriptor, size, random);
  } finally {
    closeSync(descriptor);
    chmodSync(path, mode);
    spawnSync('touch', ['-r', kept, path]);
    spawnSync('rm', [kept]);
  }
}

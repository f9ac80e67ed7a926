import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './run-process.ts';

const isTest = (file: string) => /\.test\.tsx?$/.test(file);

/** A hash over the names and contents of the files that the patterns match, relative to the project; tests are in no build. */
export function sourceHash(patterns: readonly string[]): string {
  const hash = createHash('sha256');
  const files = globSync(patterns, { cwd: root, exclude: (name) => name === 'node_modules' });
  for (const file of files.filter((name) => !isTest(name)).sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

/** Whether the stamp file holds this hash: what was made from these sources is still up to date. */
export function isStamped(stamp: string, hash: string): boolean {
  const path = join(root, stamp);
  return existsSync(path) && readFileSync(path, 'utf8') === hash;
}

/** Records that all was made from sources of this hash. */
export function writeStamp(stamp: string, hash: string): void {
  const path = join(root, stamp);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, hash);
}

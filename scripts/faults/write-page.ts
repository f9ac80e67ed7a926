import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withPart } from '../generated-docs.ts';
import { root } from '../run-process.ts';
import { resultMarkdown, type Tried } from './show.ts';

/** Writes what came of the whole suite into docs/faults.md. */
export function writePage(tried: readonly Tried[], { count, seed }: { count: number; seed: number }): void {
  const path = join(root, 'docs', 'faults.md');
  const command = `\`npm run faults -- --count ${count} --seed ${seed}\``;
  const content = `By ${command} on ${new Date().toISOString().slice(0, 10)}:\n\n${resultMarkdown(tried)}`;
  writeFileSync(path, withPart(readFileSync(path, 'utf8'), 'counts', content));
}

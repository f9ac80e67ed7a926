import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withPart } from '../generated-docs.ts';
import { root } from '../run-process.ts';
import { resultMarkdown, type Tried } from './show.ts';

/** Writes what came of whole groups into their parts of docs/faults.md. */
export function writePage(tried: readonly Tried[], { count, seed }: { count: number; seed: number }): void {
  const path = join(root, 'docs', 'faults.md');
  let page = readFileSync(path, 'utf8');
  for (const [group, ofGroup] of Map.groupBy(tried, ({ of }) => of.group)) {
    const command = `\`npm run faults -- --only ${group} --count ${count} --seed ${seed}\``;
    const content = `By ${command} on ${new Date().toISOString().slice(0, 10)}:\n\n${resultMarkdown(ofGroup)}`;
    page = withPart(page, group, content);
  }
  writeFileSync(path, page);
}

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findViolations } from './boundaries.ts';
import { root } from './run-process.ts';

/** Every broken import rule in the sources, one sentence each. Throws when it finds no sources at all. */
export function checkBoundaries(): string[] {
  const paths = globSync('{shared,db,electron,renderer,scripts,e2e}/**/*.{ts,tsx}', { cwd: root }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  if (paths.length === 0) throw new Error('No sources were found to check.');
  return findViolations(paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })));
}

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importsOf } from '../boundaries.ts';
import { root } from '../run-process.ts';

/**
 * The files of the project that files run, themselves and all that they import, by their paths from the project's folder
 * (patterns too), in order. What a file names otherwise, as a worker, has to be named here too.
 */
export function importedSources(patterns: readonly string[]): string[] {
  const found = new Set(globSync(patterns, { cwd: root }).map((path) => path.replaceAll('\\', '/')));
  for (const path of found) {
    for (const { target, typeOnly } of importsOf({ path, text: readFileSync(join(root, path), 'utf8') })) {
      if (target.endsWith('.ts') && !typeOnly) found.add(target);
    }
  }
  return [...found].sort();
}

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The modules below this folder that run as threads or processes of their own; a build makes a file of each. */
export const entries = [
  'backup/backup-process',
  'backup/backup-worker',
  'engine/sqlite/reader-worker',
  'engine/sqlite/writer-worker',
  'import/stage/staging-worker',
  'reports/report-worker',
  'standby/follow-process',
] as const;

export type Entry = (typeof entries)[number];

/** What the file of an entry is called when built, without its extension. */
export function builtName(entry: Entry): string {
  return entry.slice(entry.lastIndexOf('/') + 1);
}

/**
 * Where an entry is: when built beside all other files, in one of which this stands; from source in its folder, unless
 * THROUGHLINE_ENTRIES names the folder of a build, whose threads start in half the time.
 */
export function entryFile(entry: Entry): URL {
  const isSource = import.meta.url.endsWith('.ts');
  const built = process.env.THROUGHLINE_ENTRIES;
  if (isSource && built) return new URL(`${builtName(entry)}.js`, pathToFileURL(join(built, '/')));
  return new URL(isSource ? `./${entry}.ts` : `./${builtName(entry)}.js`, import.meta.url);
}

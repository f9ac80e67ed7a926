import type { Stats } from 'node:fs';

/** When a file was changed last, in whole milliseconds: what copies a file with its times keeps no finer ones. */
export function changedAtMs({ mtimeMs }: Pick<Stats, 'mtimeMs'>): number {
  return Math.round(mtimeMs);
}

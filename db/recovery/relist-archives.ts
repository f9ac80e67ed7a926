import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openReadable, type ReadableDatabase, type WritableDatabase } from '../engine/sqlite/connection.ts';
import { isUnreadable } from '../store/archives.ts';
import { hashFile } from '../store/file-hash.ts';
import { replaceMonths } from './place-recovered.ts';
import { monthsOf } from './wanted-archive.ts';

const ARCHIVE_FILE = /^(archive_(\d{4})(?:_\d+)?)\.db$/;

/** Archives that lie in a folder, by name. */
export function archivesIn(folder: string): { name: string; year: number; file: string }[] {
  return readdirSync(folder).flatMap((each) => {
    const [, name, year] = ARCHIVE_FILE.exec(each) ?? [];
    return name === undefined ? [] : [{ name, year: Number(year), file: join(folder, each) }];
  });
}

/** Opens the archives that can be read; the caller closes them. */
export function openReadableOnes(archives: readonly { file: string }[]): ReadableDatabase[] {
  return archives.flatMap(({ file }) => {
    try {
      return [openReadable(file)];
    } catch (error) {
      if (isUnreadable(error)) return [];
      throw error;
    }
  });
}

/** Which store a file is of. */
export function storeIdIn(database: ReadableDatabase): string | undefined {
  return database.get<{ value: string }>("SELECT value FROM file_info WHERE key = 'store_id'")?.value;
}

/**
 * Lists archives of the store that lie in its folder and that live does not list any more, with what they hold. Nobody knows
 * what was sealed, so that they are told of as doubted until a person takes them as they are. Returns their names.
 */
export function relistArchives(live: WritableDatabase, folder: string): string[] {
  const storeId = storeIdIn(live);
  const listed = new Set(live.rows('SELECT name FROM archives').map(([name]) => String(name)));
  const found: string[] = [];
  for (const { name, year, file } of archivesIn(folder).filter(({ name }) => !listed.has(name))) {
    for (const archive of openReadableOnes([{ file }])) {
      const isOurs = storeIdIn(archive) === storeId;
      archive.close();
      if (!isOurs) continue;
      live.transaction(() => {
        live.run(
          `INSERT INTO archives (name, year, sealed_at, sha256, bytes, doubt)
           VALUES (@name, @year, @now, @sha256, @bytes, @doubt)`,
          { name, year, now: new Date().toISOString(), ...hashFile(file), doubt: unvouched(file) },
        );
        replaceMonths(live, name, monthsOf(file));
      });
      found.push(name);
    }
  }
  return found;
}

function unvouched(file: string): string {
  return `The seal of ${file} was lost with the live file. Nothing in it was changed; use it as it is, or rebuild it from a backup.`;
}

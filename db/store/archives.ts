/**
 * The archives of a store. One that cannot be read is set aside: it stays listed with what it holds, every other file is
 * used as before, and whoever asks for its days is told what is missing. It is taken back as soon as it can be read again.
 */
import { type AppError, isAppError } from '../../shared/lib/app-error.ts';
import type { ReadableDatabase, WritableDatabase } from '../engine/sqlite/connection.ts';

/** Whether a file could not be read, and not for a moment only. */
export function isUnreadable(error: unknown): error is AppError {
  return isAppError(error) && (error.code === 'DAMAGED' || error.code === 'NOT_FOUND');
}

/** Names of all archives that belong to the store. */
export function archiveNames(live: ReadableDatabase): string[] {
  return live.rows('SELECT name FROM archives ORDER BY name').map(([name]) => String(name));
}

/** Names of those that can be read. */
export function usableArchiveNames(live: ReadableDatabase): string[] {
  const aside = readSetAside(live);
  return archiveNames(live).filter((name) => !aside.has(name));
}

/** Why archives are set aside, in a sentence each, by name. */
export function readSetAside(live: ReadableDatabase): Map<string, string> {
  return new Map(
    live.rows('SELECT name, because FROM set_aside').map(([name, because]) => [String(name), String(because)]),
  );
}

/** Sets an archive aside; nothing in it is changed. */
export function setAside(live: WritableDatabase, name: string, because: string): void {
  live.transaction(() => {
    live.run(
      `INSERT INTO set_aside SELECT name, @because, @at FROM archives WHERE name = @name
       ON CONFLICT (name) DO UPDATE SET because = excluded.because`,
      { name, because, at: new Date().toISOString() },
    );
    tellReaders(live);
  });
}

/** Uses an archive again. */
export function takeBack(live: WritableDatabase, name: string): void {
  live.transaction(() => {
    live.run('DELETE FROM set_aside WHERE name = @name', { name });
    tellReaders(live);
  });
}

function tellReaders(live: WritableDatabase): void {
  live.run('UPDATE store_state SET generation = generation + 1, catalog_version = catalog_version + 1');
}

import { existsSync } from 'node:fs';
import { openReadable } from '../engine/sqlite/connection.ts';

/** What tells a store from any other; null where there is none, or its live file cannot be read. */
export function storeIdOf(live: string): string | null {
  if (!existsSync(live)) return null;
  try {
    const database = openReadable(live);
    try {
      return database.get<{ value: string }>("SELECT value FROM file_info WHERE key = 'store_id'")?.value ?? null;
    } finally {
      database.close();
    }
  } catch {
    return null; // damaged: whoever needs more of it will say so
  }
}

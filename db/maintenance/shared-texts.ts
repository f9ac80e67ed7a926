import { attributeColumns, reasonTables } from '../dialects/sqlite/filters.ts';
import {
  openReadable,
  openRewritable,
  type ReadableDatabase,
  type WritableDatabase,
} from '../engine/sqlite/connection.ts';
import { usableArchiveNames } from '../store/archives.ts';
import { partitionFile } from '../store/folder.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { restampPartition } from '../store/stamps.ts';
import { unsealed } from '../store/unsealed.ts';

/** Every dictionary with its column of texts. */
const dictionaries: readonly { table: string; text: string }[] = [
  ...Object.values(attributeColumns).flatMap(({ dictionary }) => dictionary ?? []),
  ...Object.values(reasonTables).map(({ dictionary }) => ({ table: dictionary, text: 'name' })),
];

interface Renamed {
  table: string;
  text: string;
  id: number;
  /** As live has it. */
  now: string;
}

/**
 * Keys mean the same in every file. Where another program renamed a text in live, the archives follow, and what it
 * removed there while an archive needs it comes back. Returns the archives that were changed, by name.
 */
export function shareTexts(store: OwnedStore): string[] {
  return usableArchiveNames(store.live).filter((name) => shareWith(store, name));
}

function shareWith({ live, folder }: OwnedStore, name: string): boolean {
  const { renamed, missing } = compareTexts(live, partitionFile(folder, name));
  live.transaction(() => {
    for (const { table, text, id, now } of missing) {
      live.run(`INSERT OR IGNORE INTO ${table} (id, ${text}) VALUES (@id, @now)`, { id, now });
    }
  });
  if (renamed.length === 0) return false;
  unsealed({ live, folder, name }, (archive) => archive.transaction(() => rename(archive, renamed)));
  live.transaction(() => restampPartition(live, name));
  return true;
}

/** Names texts in the file of an archive that is in no use yet as live names them. */
export function nameAsInLive(live: ReadableDatabase, file: string): void {
  const { renamed } = compareTexts(live, file);
  if (renamed.length === 0) return;
  const archive = openRewritable(file);
  try {
    archive.transaction(() => rename(archive, renamed));
  } finally {
    archive.close();
  }
}

function compareTexts(live: ReadableDatabase, file: string): { renamed: Renamed[]; missing: Renamed[] } {
  const archive = openReadable(file);
  try {
    const [renamed, missing]: [Renamed[], Renamed[]] = [[], []];
    for (const { table, text } of dictionaries) {
      const texts = new Map(
        live.rows(`SELECT id, ${text} FROM ${table}`).map(([id, now]) => [Number(id), String(now)]),
      );
      for (const [id, before] of archive.rows(`SELECT id, ${text} FROM ${table}`)) {
        const now = texts.get(Number(id));
        if (now === undefined) missing.push({ table, text, id: Number(id), now: String(before) });
        else if (now !== before) renamed.push({ table, text, id: Number(id), now });
      }
    }
    return { renamed, missing };
  } finally {
    archive.close();
  }
}

/** In two steps, as two texts may have changed places. */
function rename(archive: WritableDatabase, renamed: readonly Renamed[]): void {
  for (const { table, text, id } of renamed) {
    archive.run(`UPDATE ${table} SET ${text} = hex(randomblob(16)) WHERE id = @id`, { id });
  }
  for (const { table, text, id, now } of renamed) {
    archive.run(`UPDATE ${table} SET ${text} = @now WHERE id = @id`, { id, now });
  }
}

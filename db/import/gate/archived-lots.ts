/**
 * Which new rows have a lot that an archive holds. Rows go in runs of their numbers, as memory must not grow with the file; an
 * archive that has no lot between the first and the last of a run is passed over, as most are where lots go by date.
 */
import { openReadable, type ReadableDatabase, type WritableDatabase } from '../../engine/sqlite/connection.ts';
import { BY_LOT } from '../../indexes/definitions.ts';
import type { Partition } from '../../store/catalog.ts';

const ROWS_AT_ONCE = 50_000;

/** Whether a file holds a lot from @least to @most. */
export const lotBetweenSql = `SELECT 1 FROM main.records INDEXED BY ${BY_LOT} WHERE lot_number BETWEEN @least AND @most LIMIT 1`;

/** Places in the list @lots of those that a file holds. */
export const lotsHeldSql = `SELECT l.key FROM json_each(@lots) AS l WHERE EXISTS (
    SELECT 1 FROM main.records AS o INDEXED BY ${BY_LOT} WHERE o.lot_number = l.value
  )`;

const runSql = `SELECT MIN(lot_number), MAX(lot_number), json_group_array(lot_number), json_group_array(id)
  FROM main.records WHERE id > @from AND id <= @to AND lot_number IS NOT NULL`;

/** Ids of the records above `baseId` whose lot one of the archives holds, ascending. Throws where an archive cannot be read. */
export function lotsOfArchives(live: WritableDatabase, baseId: number, archives: readonly Partition[]): number[] {
  if (archives.length === 0) return [];
  const last = Number(live.rows('SELECT MAX(id) FROM main.records')[0]?.[0] ?? 0);
  const opened = archives.map(({ file }) => openReadable(file));
  try {
    const found: number[] = [];
    for (let from = baseId; from < last; from += ROWS_AT_ONCE) {
      const [run] = live.rows(runSql, { from, to: from + ROWS_AT_ONCE });
      const [least, most, lots, ids] = run ?? [];
      if (typeof least !== 'string' || typeof most !== 'string') continue;
      const held = new Set(opened.flatMap((archive) => heldBy(archive, { least, most, lots: String(lots) })));
      if (held.size === 0) continue;
      const numbers = JSON.parse(String(ids)) as number[];
      for (const [at, id] of numbers.entries()) if (held.has(at)) found.push(id);
    }
    return found.sort((a, b) => a - b);
  } finally {
    for (const archive of opened) archive.close();
  }
}

function heldBy(archive: ReadableDatabase, run: { least: string; most: string; lots: string }): number[] {
  const { least, most, lots } = run;
  if (archive.rows(lotBetweenSql, { least, most }).length === 0) return [];
  return archive.rows(lotsHeldSql, { lots }).map(([place]) => Number(place));
}

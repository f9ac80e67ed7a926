/** Lots that are there twice, by the indexes of lots of the store's files. Records above `baseId` are of the import that is on its way. */
import { openReadable, type ReadableDatabase, type WritableDatabase } from '../../engine/sqlite/connection.ts';
import { BY_LOT } from '../../indexes/definitions.ts';
import type { Partition } from '../../store/catalog.ts';
import { lotsOfArchives } from './archived-lots.ts';
import { MOST_REPEATS } from './lot-repeats.ts';

/** Newest records of the store that tell whether its lots have one record each. */
const RECORDS_ASKED = 5_000;

/** Rows of the import with a lot that a row before them has. */
export function lotsRepeatedInIndex(live: WritableDatabase, baseId: number): number[] {
  const counted = `FROM main.records INDEXED BY ${BY_LOT} WHERE lot_number IS NOT NULL AND id > @baseId`;
  return live
    .rows(
      `SELECT id FROM (SELECT id, ROW_NUMBER() OVER (PARTITION BY lot_number ORDER BY id) AS nth ${counted}) WHERE nth > 1`,
      { baseId },
    )
    .map(([id]) => Number(id));
}

/** Those of some rows that are new and have a lot that a record before them has. */
export function lotsConfirmed(live: WritableDatabase, ids: readonly number[]): number[] {
  if (ids.length === 0) return [];
  return live
    .rows(
      `SELECT r.id FROM main.records AS r WHERE r.id IN (SELECT value FROM json_each(@ids)) AND EXISTS (
         SELECT 1 FROM main.records AS o INDEXED BY ${BY_LOT} WHERE o.lot_number = r.lot_number AND o.id < r.id
       ) ORDER BY r.id`,
      { ids: JSON.stringify(ids) },
    )
    .map(([id]) => Number(id));
}

/** New rows with a lot that live or an archive has, where the lots of the store have one record each. */
export function lotsOfStore(live: WritableDatabase, baseId: number, archives: readonly Partition[]): number[] {
  const areSingle = lotsAreSingle(live, baseId) ?? lotsOfNewestAreSingle(archives, baseId);
  return areSingle ? [...lotsOfLive(live, baseId), ...lotsOfArchives(live, baseId, archives)] : [];
}

/** Whether the newest records of a file up to `baseId` have a lot each; null where they have none. */
function lotsAreSingle(file: ReadableDatabase, baseId: number): boolean | null {
  const others = `SELECT COUNT(*) FROM main.records AS o INDEXED BY ${BY_LOT} WHERE o.lot_number = r.lot_number AND o.id <= @baseId`;
  const [[asked, shared] = []] = file.rows(
    `SELECT COUNT(*), SUM((${others}) > 1) FROM (
       SELECT lot_number FROM main.records WHERE id <= @baseId ORDER BY id DESC LIMIT ${RECORDS_ASKED}
     ) AS r WHERE lot_number IS NOT NULL`,
    { baseId },
  );
  return asked ? Number(shared) <= Number(asked) * MOST_REPEATS : null;
}

/** The same of the newest archive that has lots; false where none has. */
function lotsOfNewestAreSingle(archives: readonly Partition[], baseId: number): boolean {
  for (const { file } of archives.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0))) {
    const archive = openReadable(file);
    try {
      const areSingle = lotsAreSingle(archive, baseId);
      if (areSingle !== null) return areSingle;
    } finally {
      archive.close();
    }
  }
  return false;
}

function lotsOfLive(live: WritableDatabase, baseId: number): number[] {
  return live
    .rows(
      `SELECT r.id FROM main.records AS r WHERE r.id > @baseId AND r.lot_number IS NOT NULL AND EXISTS (
         SELECT 1 FROM main.records AS o INDEXED BY ${BY_LOT} WHERE o.lot_number = r.lot_number AND o.id <= @baseId
       ) ORDER BY r.id`,
      { baseId },
    )
    .map(([id]) => Number(id));
}

/** For each of these rows the line of the file on which its lot was before; empty where it was in the store before. */
export function lotsThatCameBefore(live: WritableDatabase, baseId: number, ids: readonly number[]): string[] {
  return ids.map((id) => {
    const [first, line] =
      live.rows(
        `SELECT o.id, o.id - @baseId + o.source_distance FROM main.records AS r
         JOIN main.records AS o INDEXED BY ${BY_LOT} ON o.lot_number = r.lot_number
         WHERE r.id = @id AND o.id < r.id ORDER BY o.id LIMIT 1`,
        { id, baseId },
      )[0] ?? [];
    return Number(first) > baseId ? String(line) : '';
  });
}

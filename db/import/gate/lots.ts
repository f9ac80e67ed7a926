/** Lots that are there twice, by the store's index of lots. Records above `baseId` are of the import that is on its way. */
import type { WritableDatabase } from '../../engine/sqlite/connection.ts';
import { BY_LOT } from '../../indexes/definitions.ts';
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

/** New rows with a lot that the store has, where its lots have one record each. */
export function lotsOfStore(live: WritableDatabase, baseId: number): number[] {
  const others = `SELECT COUNT(*) FROM main.records AS o INDEXED BY ${BY_LOT} WHERE o.lot_number = r.lot_number AND o.id <= @baseId`;
  const [[asked, shared] = []] = live.rows(
    `SELECT COUNT(*), SUM((${others}) > 1) FROM (
       SELECT lot_number FROM main.records WHERE id <= @baseId ORDER BY id DESC LIMIT ${RECORDS_ASKED}
     ) AS r WHERE lot_number IS NOT NULL`,
    { baseId },
  );
  if (!asked || Number(shared) > Number(asked) * MOST_REPEATS) return [];
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

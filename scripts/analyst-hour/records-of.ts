import { openReadable } from '../../db/engine/sqlite/connection.ts';
import type { ReasonAmount, RecordDraft } from '../../db/import/rows/record-draft.ts';
import { readCatalog } from '../../db/store/catalog.ts';
import { storeFolder } from '../../db/store/folder.ts';
import { emptyDraft } from '../../db/testing/draft.ts';

const amounts = [
  ['plannedQuantity', 'planned_quantity'],
  ['goodQuantity', 'good_quantity'],
  ['defectQuantity', 'defect_quantity'],
  ['reworkQuantity', 'rework_quantity'],
  ['plannedMinutes', 'planned_minutes'],
  ['runMinutes', 'run_minutes'],
  ['downMinutes', 'down_minutes'],
  ['idealCycleSeconds', 'ideal_cycle_seconds'],
] as const;
const texts = [
  ['site', 'sites.name'],
  ['line', 'lines.name'],
  ['shift', 'shifts.name'],
  ['operator', 'operators.name'],
  ['itemCode', 'items.code'],
  ['itemName', 'items.name'],
  ['unit', 'units.name'],
  ['lotNumber', 'r.lot_number'],
  ['orderNumber', 'r.order_number'],
  ['note', 'r.note'],
] as const;

const recordsSql = `SELECT r.id, r.production_date, ${[...texts.map(([, sql]) => sql), ...amounts.map(([, column]) => `r.${column}`)].join(', ')}
  FROM records AS r LEFT JOIN sites ON sites.id = r.site_id LEFT JOIN lines ON lines.id = r.line_id
  LEFT JOIN shifts ON shifts.id = r.shift_id LEFT JOIN operators ON operators.id = r.operator_id
  LEFT JOIN items ON items.id = r.item_id LEFT JOIN units ON units.id = r.unit_id`;
const reasonsSql = (kind: 'defect' | 'downtime') =>
  `SELECT l.record_id, d.name, l.amount FROM record_${kind}s AS l JOIN ${kind}_reasons AS d ON d.id = l.reason_id`;

/** A record with the number that the store has given it. */
export type StoredRecord = RecordDraft & { id: number };

/** The records of a store as they are now, read from its files by plain statements: what the oracle goes by. */
export function recordsOf(root: string): StoredRecord[] {
  const folder = storeFolder(root);
  const live = openReadable(folder.live);
  const { partitions } = readCatalog(live, folder);
  live.close();
  return partitions.flatMap(({ file }) => recordsOfFile(file));
}

/** A store at one moment, as the oracle goes by it. */
export interface StoreNow {
  records: StoredRecord[];
  /** Code and name of every item that the store has heard of, also where no record has it any more. */
  items: { code: string; name: string }[];
}

export function storeNow(root: string): StoreNow {
  const live = openReadable(storeFolder(root).live);
  const items = live.rows('SELECT code, COALESCE(name, code) FROM items');
  live.close();
  return {
    records: recordsOf(root),
    items: items.map(([code, name]) => ({ code: String(code), name: String(name) })),
  };
}

function recordsOfFile(path: string): StoredRecord[] {
  const file = openReadable(path);
  try {
    return file.snapshot(() => {
      const lists = (kind: 'defect' | 'downtime') => {
        const rows = file.rows(reasonsSql(kind));
        return Map.groupBy(rows, ([id]) => Number(id));
      };
      const [defects, downtimes] = [lists('defect'), lists('downtime')];
      const amountsIn = (rows: unknown[][] = []): ReasonAmount[] =>
        rows.map(([, reason, amount]) => ({ reason: String(reason), amount: Number(amount) }));
      return file.rows(recordsSql).map(([id, day, ...cells]): StoredRecord => {
        const named = [...texts, ...amounts].map(([name], at) => [name, cells[at] ?? null]);
        return {
          ...emptyDraft,
          ...Object.fromEntries(named),
          id: Number(id),
          day: Number(day),
          defects: amountsIn(defects.get(Number(id))),
          downtimes: amountsIn(downtimes.get(Number(id))),
        };
      });
    });
  } finally {
    file.close();
  }
}

/**
 * Lots as SQLite statements. What is known by its number goes by the index of lots, what is known by a part of it or by an order
 * by the search index, what is known by day by the index of days.
 */
import { BY_DAY, BY_LOT } from '../../indexes/definitions.ts';
import type { DayRange } from '../../planner/plan.ts';
import { rollups } from '../../rollup/definitions.ts';
import { sourceLine } from '../../store/record-columns.ts';
import { type Condition, keepGoing, reasonTables, recordCondition, unexplained } from './filters.ts';
import { dictionaryJoins, pageColumns } from './records.ts';
import type { SqlStatement } from './report.ts';
import { exactPattern, isIndexed, proposalFor, proposedIds } from './search.ts';
import { sumOverRecords } from './sums.ts';

/** The sums of a lot, in the order of the columns of its parts. */
export const lotSums = [
  'good',
  'defects',
  'rework',
  'planned',
  'goodOfTotal',
  'total',
  'runMinutes',
  'downMinutes',
] as const;
export type LotSum = (typeof lotSums)[number];

/**
 * Proposals that are confirmed at most for one text. Those that came in last are looked at first, so that the look ends with
 * the first lots in most cases; where another field has the text as well, it goes on for so long.
 */
export const MOST_CONFIRMED = 50_000;

/** Different lots whose number contains an indexed text, those that came in last first. */
export function lotsByPartStatement(part: string, limit: number): SqlStatement {
  return {
    sql: `SELECT DISTINCT r.lot_number FROM (${proposedIds} ORDER BY rowid DESC LIMIT @most) AS s
CROSS JOIN records AS r ON r.id = s.rowid WHERE r.lot_number LIKE @search ESCAPE '\\' AND ${keepGoing('r')} LIMIT @limit`,
    parameters: { proposed: proposalFor(part), search: exactPattern(part), most: MOST_CONFIRMED, limit },
  };
}

/** How many records the search index proposes for a text, up to one more than are confirmed. */
export function proposalsStatement(part: string): SqlStatement {
  return {
    sql: `SELECT COUNT(*) FROM (${proposedIds} LIMIT @most)`,
    parameters: { proposed: proposalFor(part), most: MOST_CONFIRMED + 1 },
  };
}

/** Different lots among the newest records since a day whose number contains a text, the newest first; all of them where it is empty. */
export function newestLotsStatement(part: string, from: number, records: number, limit: number): SqlStatement {
  return {
    sql: `SELECT DISTINCT lot_number FROM (SELECT r.lot_number FROM records AS r INDEXED BY ${BY_DAY}
WHERE r.production_date >= @from ORDER BY r.production_date DESC, r.id DESC LIMIT @records)
WHERE lot_number LIKE @search ESCAPE '\\' LIMIT @limit`,
    parameters: { from, records, search: exactPattern(part), limit },
  };
}

/** Which of some lot numbers there are. */
export function lotsByNumberStatement(lots: readonly string[]): SqlStatement {
  return {
    sql: `SELECT DISTINCT r.lot_number FROM records AS r INDEXED BY ${BY_LOT} WHERE r.lot_number IN (SELECT value FROM json_each(@lots))`,
    parameters: { lots: JSON.stringify(lots) },
  };
}

/** The records of some lots, `r`. */
const recordsOfLots = `json_each(@lots) AS asked CROSS JOIN records AS r INDEXED BY ${BY_LOT} ON r.lot_number = asked.value`;

/**
 * Some lots added up by line, item and unit: lot, line, item code, item name, unit, records, first and last day, and the sums in
 * millionths, as text: a double holds them exactly only up to nine thousand million units.
 */
export function lotPartsStatement(lots: readonly string[]): SqlStatement {
  const sums = lotSums.map((name) => `CAST(${sumOverRecords(name)} AS TEXT) AS ${name}`);
  return {
    sql: `SELECT p.lot_number, lines.name, items.code, items.name, units.name, p.records, p.first_day, p.last_day,
  ${lotSums.map((name) => `p.${name}`).join(', ')}
FROM (SELECT r.lot_number, r.line_id, r.item_id, r.unit_id, COUNT(*) AS records, MIN(r.production_date) AS first_day,
    MAX(r.production_date) AS last_day, ${sums.join(', ')}
  FROM ${recordsOfLots} WHERE ${keepGoing('r')} GROUP BY r.lot_number, r.line_id, r.item_id, r.unit_id) AS p
LEFT JOIN lines ON lines.id = p.line_id LEFT JOIN items ON items.id = p.item_id LEFT JOIN units ON units.id = p.unit_id`,
    parameters: { lots: JSON.stringify(lots) },
  };
}

/** A start in seconds since 1970-01-01; after all others of the day where none is recorded. */
function startOf(record: string): string {
  return `COALESCE(${record}.started_at, ${Number.MAX_SAFE_INTEGER})`;
}

/** The records of a lot in the order of time (day, start, id), with the columns of a page. */
export function lotRecordsStatement(lot: string, limit: number): SqlStatement {
  return {
    sql: `SELECT ${pageColumns} FROM records AS r INDEXED BY ${BY_LOT} ${dictionaryJoins}
WHERE r.lot_number = @lot AND ${keepGoing('r')} ORDER BY r.production_date, ${startOf('r')}, r.id LIMIT @limit`,
    parameters: { lot, limit },
  };
}

/** Reasons beneath the records of a lot: record, reason, amount in millionths; the largest of each first. */
export function lotReasonsStatement(lot: string, kind: 'defect' | 'downtime'): SqlStatement {
  return {
    sql: `SELECT l.record_id, d.name, l.amount FROM records AS r INDEXED BY ${BY_LOT}
JOIN record_${kind}s AS l ON l.record_id = r.id JOIN ${kind}_reasons AS d ON d.id = l.reason_id
WHERE r.lot_number = @lot AND ${keepGoing('r')} ORDER BY l.record_id, l.amount DESC, d.name`,
    parameters: { lot },
  };
}

/** The orders of a lot: number, records; NULL for what has none. */
export function lotOrdersStatement(lot: string): SqlStatement {
  return {
    sql: `SELECT r.order_number, COUNT(*) FROM records AS r INDEXED BY ${BY_LOT} WHERE r.lot_number = @lot AND ${keepGoing('r')} GROUP BY r.order_number`,
    parameters: { lot },
  };
}

/** Who worked on a lot in which shift: operator, shift, records. */
export function lotCrewsStatement(lot: string): SqlStatement {
  return {
    sql: `SELECT operators.name, shifts.name, c.records FROM (SELECT r.operator_id, r.shift_id, COUNT(*) AS records
  FROM records AS r INDEXED BY ${BY_LOT} WHERE r.lot_number = @lot AND ${keepGoing('r')} GROUP BY r.operator_id, r.shift_id) AS c
LEFT JOIN operators ON operators.id = c.operator_id LEFT JOIN shifts ON shifts.id = c.shift_id`,
    parameters: { lot },
  };
}

/** The imports that a lot came by: import, file, records, first and last line. */
export function lotSourcesStatement(lot: string): SqlStatement {
  const line = sourceLine('r', 'import_batches');
  return {
    sql: `SELECT r.batch_id, import_batches.file_name, COUNT(*), MIN(${line}), MAX(${line})
FROM records AS r INDEXED BY ${BY_LOT} LEFT JOIN import_batches ON import_batches.id = r.batch_id
WHERE r.lot_number = @lot AND ${keepGoing('r')} GROUP BY r.batch_id, import_batches.file_name`,
    parameters: { lot },
  };
}

/** A record's place in the order of time. */
export interface PlaceInTime {
  day: number;
  /** In seconds since 1970-01-01; null where none is recorded. */
  startedAt: number | null;
  id: number;
}

/** So many days on which a line worked before or after a day, that day included, the nearest first, as the rollup by line knows them. */
export function workedDaysStatement(
  { line, day, days }: { line: string; day: number; days: number },
  toward: 'before' | 'after',
): SqlStatement {
  const [compares, direction] = toward === 'before' ? (['<=', 'DESC'] as const) : (['>=', 'ASC'] as const);
  return {
    sql: `SELECT DISTINCT d.production_date FROM ${rollups.lines.table} AS d
WHERE d.line_id = (SELECT id FROM lines WHERE name = @line) AND d.production_date ${compares} @day
ORDER BY d.production_date ${direction} LIMIT @days`,
    parameters: { line, day, days },
  };
}

/** The records of other lots on a line beyond a record, on some days: lot, day, start, id. */
export function beyondOnLineStatement(
  { line, lot, place, days }: { line: string; lot: string; place: PlaceInTime; days: readonly number[] },
  toward: 'before' | 'after',
): SqlStatement {
  return {
    sql: `SELECT r.lot_number, r.production_date, r.started_at, r.id
FROM json_each(@days) AS worked CROSS JOIN records AS r INDEXED BY ${BY_DAY} ON r.production_date = worked.value
WHERE r.line_id = (SELECT id FROM lines WHERE name = @line) AND r.lot_number IS NOT NULL AND r.lot_number <> @lot
  AND (r.production_date, ${startOf('r')}, r.id) ${toward === 'before' ? '<' : '>'} (@day, @start, @id) AND ${keepGoing('r')}`,
    parameters: {
      line,
      lot,
      days: JSON.stringify(days),
      day: place.day,
      start: place.startedAt ?? Number.MAX_SAFE_INTEGER,
      id: place.id,
    },
  };
}

/**
 * Defects by reason of some lots where they are of one item on one line: lot, reason, amount in millionths as text. Of the records
 * that have a yield alone; NULL is the reason of what none explains.
 */
export function lotDefectsStatement(
  lots: readonly string[],
  { item, line }: { item: string; line: string },
): SqlStatement {
  const { list, dictionary } = reasonTables.defectReason;
  const rest = unexplained('defectReason', 'r');
  const ofItemOnLine = `r.item_id = (SELECT id FROM items WHERE code = @item) AND r.line_id = (SELECT id FROM lines WHERE name = @line)
    AND r.good_quantity_packed IS NOT NULL AND r.defect_quantity_packed IS NOT NULL AND ${keepGoing('r')}`;
  return {
    sql: `SELECT a.lot_number, d.name, CAST(SUM(a.amount) AS TEXT) FROM (
  SELECT r.lot_number, l.reason_id, l.amount FROM ${recordsOfLots} JOIN ${list} AS l ON l.record_id = r.id WHERE ${ofItemOnLine}
  UNION ALL SELECT r.lot_number, NULL, ${rest} FROM ${recordsOfLots} WHERE ${ofItemOnLine} AND ${rest} > 0
) AS a LEFT JOIN ${dictionary} AS d ON d.id = a.reason_id GROUP BY a.lot_number, d.name`,
    parameters: { lots: JSON.stringify(lots), item, line },
  };
}

/** Lots of the records that a condition keeps: lot, records; NULL for those without a lot. */
function lotsWhere(from: string, condition: Condition): SqlStatement {
  return {
    sql: `SELECT r.lot_number, COUNT(*) FROM ${from} WHERE ${condition.sql} GROUP BY r.lot_number`,
    parameters: condition.parameters,
  };
}

const byDay = `records AS r INDEXED BY ${BY_DAY}`;

/** Lots that were on some lines within some days. */
export function lotsOnLinesStatement(lines: readonly string[], range: DayRange): SqlStatement {
  return lotsWhere(byDay, recordCondition(range, [{ field: 'line', in: [...lines] }], 'r'));
}

/** Lots that one of some operators worked on in the shift that goes with them, within some days. */
export function lotsOfCrewsStatement(
  crews: readonly (readonly [operator: string, shift: string])[],
  range: DayRange,
): SqlStatement {
  const { sql, parameters } = recordCondition(range, [], 'r');
  const pairs = `(SELECT operators.id, shifts.id FROM json_each(@crews) AS crew
  JOIN operators ON operators.name = crew.value ->> 0 JOIN shifts ON shifts.name = crew.value ->> 1)`;
  return lotsWhere(byDay, {
    sql: `${sql} AND (r.operator_id, r.shift_id) IN ${pairs}`,
    parameters: { ...parameters, crews: JSON.stringify(crews) },
  });
}

/** Lots with records of some orders. The search index proposes them; an order of one or two letters it does not know. */
export function lotsOfOrdersStatement(orders: readonly string[]): SqlStatement {
  const condition = {
    sql: `r.order_number IN (SELECT value FROM json_each(@orders)) AND ${keepGoing('r')}`,
    parameters: { orders: JSON.stringify(orders) },
  };
  if (!orders.every(isIndexed)) return lotsWhere('records AS r', condition);
  const proposed = orders.map((order) => `(${proposalFor(order)})`).join(' OR ');
  return lotsWhere(`(${proposedIds}) AS s CROSS JOIN records AS r ON r.id = s.rowid`, {
    sql: condition.sql,
    parameters: { ...condition.parameters, proposed },
  });
}

/**
 * The plain schema that the program is measured against: one table of text and numbers a year, its lists of reasons,
 * and three indexes. Quantities and minutes are whole thousandths, so that its sums are exact too.
 */
import type { RecordDraft } from '../../db/import/rows/record-draft.ts';
import { isoFromDay } from '../../shared/domain/day.ts';

/** Columns and, for DuckDB, their types; SQLite has text and integers alone. */
export const recordColumns = {
  id: 'BIGINT',
  production_date: 'DATE',
  line: 'VARCHAR',
  shift: 'VARCHAR',
  item_code: 'VARCHAR',
  item_name: 'VARCHAR',
  lot_number: 'VARCHAR',
  operator: 'VARCHAR',
  planned_quantity: 'BIGINT',
  good_quantity: 'BIGINT',
  defect_quantity: 'BIGINT',
  rework_quantity: 'BIGINT',
  planned_minutes: 'BIGINT',
  run_minutes: 'BIGINT',
  down_minutes: 'BIGINT',
  ideal_cycle_seconds: 'BIGINT',
  site: 'VARCHAR',
  unit: 'VARCHAR',
  order_number: 'VARCHAR',
  started_at: 'TIMESTAMP',
  ended_at: 'TIMESTAMP',
  note: 'VARCHAR',
} as const;

export const columnNames = Object.keys(recordColumns) as (keyof typeof recordColumns)[];
const THOUSANDTH = 1_000;

/** A record as a row of the table, the place in the plant as its id. Throws where a thousandth cannot hold a number. */
export function tableRow(draft: RecordDraft): (string | number | null)[] {
  const stamp = (seconds: number | null) =>
    seconds === null ? null : new Date(seconds * 1_000).toISOString().slice(0, 19).replace('T', ' ');
  return [
    draft.sourceLine,
    isoFromDay(draft.day),
    draft.line,
    draft.shift,
    draft.itemCode,
    draft.itemName,
    draft.lotNumber,
    draft.operator,
    thousandths(draft.plannedQuantity),
    thousandths(draft.goodQuantity),
    thousandths(draft.defectQuantity),
    thousandths(draft.reworkQuantity),
    thousandths(draft.plannedMinutes),
    thousandths(draft.runMinutes),
    thousandths(draft.downMinutes),
    thousandths(draft.idealCycleSeconds),
    draft.site,
    draft.unit,
    draft.orderNumber,
    stamp(draft.startedAt),
    stamp(draft.endedAt),
    draft.note,
  ];
}

/** Whole thousandths of what is kept in millionths. */
export function thousandths(millionths: number | null): number | null {
  if (millionths === null) return null;
  const value = millionths / THOUSANDTH;
  if (!Number.isInteger(value)) throw new Error(`${millionths} millionths are no whole number of thousandths.`);
  return value;
}

/** CREATE TABLE for SQLite, in the file that `schema` names. */
export function sqliteTables(schema = 'main'): string {
  const columns = columnNames.map((name) => {
    if (name === 'id') return 'id INTEGER PRIMARY KEY';
    return `${name} ${recordColumns[name] === 'BIGINT' ? 'INTEGER' : 'TEXT'}`;
  });
  return `CREATE TABLE ${schema}.production_records (${columns.join(', ')});
CREATE TABLE ${schema}.production_defects (record_id INTEGER, reason TEXT, quantity INTEGER);
CREATE TABLE ${schema}.production_downtimes (record_id INTEGER, reason TEXT, minutes INTEGER);`;
}

/** The three indexes; the lists of reasons have theirs for the join. */
export const sqliteIndexes = `
CREATE INDEX records_by_date_item ON production_records (production_date, item_code);
CREATE INDEX records_by_line_date ON production_records (line, production_date);
CREATE INDEX records_by_lot ON production_records (lot_number);
CREATE INDEX defects_by_record ON production_defects (record_id);
CREATE INDEX downtimes_by_record ON production_downtimes (record_id);
`;

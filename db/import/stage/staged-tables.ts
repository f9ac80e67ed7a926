/**
 * Rows on their way into the store: tables of files that lie beside it until the import is over.
 * 1. A part holds rows that can only be new: `records` as the store has it, down to the last byte, so that SQLite may copy
 *    it as it is.
 * 2. The other file holds rows that are to be compared: `staged`, with what comparing makes of each.
 * 3. Both hold the reasons of their rows, and a part the sums of its rows.
 */
import { rollupColumns } from '../../dialects/sqlite/rollups.ts';
import { type RollupName, rollups } from '../../rollup/definitions.ts';
import { packAmount, packEnd, packStart, unpackedInstant } from '../../store/packing.ts';
import { amountColumns, contentColumns, instantColumns } from '../../store/record-columns.ts';
import type { RowBytes } from '../rows/row-bytes.ts';
import type { KeyedAmount, StagedRow } from './staged-row.ts';
import type { TableFile, TableWriter } from './table-file.ts';

/** What becomes of a staged row. */
export const Outcome = { insert: 0, unchanged: 1, update: 2, reject: 3 } as const;

/** Content of a record beneath its own columns: its reasons, as 'key:packed amount,...' in order of key. */
export const listColumns = ['defects', 'downtimes'] as const;

const textColumns = new Set<string>(['lot_number', 'order_number', 'note', ...listColumns]);

/** An instant can be part of a key, and its packed form tells it only together with the production day. */
const instants = instantColumns.map(
  (column) => `${column} INTEGER GENERATED ALWAYS AS (${unpackedInstant(column)}) VIRTUAL`,
);

/** Rollups that rows are added up for as they pass; the others are made of these. */
export const partialRollups = ['items', 'defects', 'downtimes'] as const satisfies readonly RollupName[];

const listColumnsSql = 'row INTEGER PRIMARY KEY, record_id INTEGER, reason_id INTEGER, amount_packed INTEGER';

const lists = (['staged_defects', 'staged_downtimes'] as const).map((name) => ({
  name,
  sql: `CREATE TABLE ${name} (${listColumnsSql})`,
}));

/** `new_id` is the id that the record gets if it is new. Columns after `source_line` are filled by comparing. */
const stagedColumns = [
  'new_id INTEGER PRIMARY KEY',
  ...[...contentColumns, ...listColumns, 'source_line'].map(
    (name) => `${name} ${textColumns.has(name) ? 'TEXT' : 'INTEGER'}`,
  ),
  `outcome INTEGER DEFAULT ${Outcome.insert}`,
  'record_id INTEGER',
  'reason TEXT',
  ...instants,
];

/** Tables of a part; `recordsSql` is how the store made its own. */
export function partTables(recordsSql: string) {
  const sums = partialRollups.map((name) => ({
    name: rollups[name].table,
    sql: `CREATE TABLE ${rollups[name].table} (row INTEGER PRIMARY KEY, ${rollupColumns(name).join(', ')})`,
  }));
  return [{ name: 'records' as const, sql: recordsSql }, ...lists, ...sums];
}
export type PartFile = TableFile<ReturnType<typeof partTables>[number]['name']>;

/** Tables of the rows that are to be compared. */
export const comparedTables = [
  { name: 'staged' as const, sql: `CREATE TABLE staged (${stagedColumns.join(', ')})` },
  ...lists,
];
export type ComparedFile = TableFile<(typeof comparedTables)[number]['name']>;

/** Appends a row to a part, as the record with this id. */
export function appendRecord(
  file: PartFile,
  id: number,
  staged: StagedRow,
  origin: { batchId: number; place: number },
): void {
  const table = file.table('records');
  appendContent(table.row, staged);
  table.row.integer(origin.batchId).integer(staged.sourceLine - origin.place);
  table.end(id);
  appendReasons(file.table('staged_defects'), id, staged.defects);
  appendReasons(file.table('staged_downtimes'), id, staged.downtimes);
}

/** Appends a row that is to be compared; it becomes the record with this id if it is new. */
export function appendCompared(file: ComparedFile, id: number, staged: StagedRow): void {
  const table = file.table('staged');
  appendContent(table.row, staged);
  table.row.text(listText(staged.defects)).text(listText(staged.downtimes)).integer(staged.sourceLine);
  table.end(id);
  appendReasons(file.table('staged_defects'), id, staged.defects);
  appendReasons(file.table('staged_downtimes'), id, staged.downtimes);
}

/** In the order of contentColumns. */
function appendContent(row: RowBytes, staged: StagedRow): void {
  const { day, keys, amounts } = staged;
  row.integer(day);
  for (let place = 0; place < keys.length; place += 1) row.integer(keys[place] || null);
  for (let place = 0; place < amountColumns.length; place += 1) row.integer(packed(amounts[place] as number));
  row.integer(packStart(staged.startedAt, day)).integer(packEnd(staged.endedAt, day, staged.startedAt));
  row.text(staged.lotNumber).text(staged.orderNumber).text(staged.note);
}

function appendReasons(table: TableWriter, id: number, list: readonly KeyedAmount[]): void {
  for (const [reason, amount] of list) {
    table.row.integer(id).integer(reason).integer(packAmount(amount));
    table.end(table.lastKey + 1);
  }
}

function listText(list: readonly KeyedAmount[]): string | null {
  return list.length === 0 ? null : list.map(([key, amount]) => `${key}:${packAmount(amount)}`).join(',');
}

function packed(amount: number): number | bigint | null {
  return Number.isNaN(amount) ? null : packAmount(amount);
}

/**
 * Takes every record that can still be read of a damaged file over into a new one, as whole rows: what is no row of ours by
 * its shape, its keys, its import or its day is left behind. A digit that was changed within a value cannot be seen in the
 * row; the sums that the file keeps of itself tell of it, and are taken along to be compared.
 */
import { reasonTables } from '../dialects/sqlite/filters.ts';
import { rollupColumns } from '../dialects/sqlite/rollups.ts';
import type { WritableDatabase } from '../engine/sqlite/connection.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { type RollupName, rollupNames, rollups } from '../rollup/definitions.ts';
import { recordColumns } from '../store/record-columns.ts';
import type { KnownFacts } from './known-facts.ts';
import type { RawCell } from './raw-cells.ts';
import type { RawTables, ReadTable } from './raw-tables.ts';
import { isRecordOfItsBatch, wantedReasons, wantedRecords, wantedRollup } from './wanted-tables.ts';

/** The temporary table that holds a rollup as the damaged file had it. */
export function knownRollup(name: RollupName): string {
  return `known_${name}`;
}

export interface Salvaged {
  /** Rollups of which every row could be read. */
  wholeRollups: ReadonlySet<RollupName>;
}

const RECORDS_A_STEP = 10_000;
const reasons = Object.keys(reasonTables) as (keyof typeof reasonTables)[];

export interface SalvageOptions {
  facts: KnownFacts;
  /** How many records there were, as far as is known: for telling how far it is. */
  total: number | null;
  /** Whether a record that stands in a page which no tree leads to is elsewhere by now. */
  isElsewhere?: (id: number) => boolean;
}

/** Fills `target`, which has our tables and no records, from the tables of a damaged file. */
export function salvage(
  tables: RawTables,
  target: WritableDatabase,
  options: SalvageOptions,
  context: JobContext,
): Salvaged {
  const { facts, total } = options;
  context.report({ phase: 'salvaging', done: 0, total, unit: 'records' });
  const ids = takeRecords(tables.read(wantedRecords(facts)), target, options, context);
  target.transaction(() => {
    for (const reason of reasons) takeReasons(tables.read(wantedReasons(reason, facts)), target, reason, ids);
  });
  return { wholeRollups: new Set(rollupNames.filter((name) => takeRollup(tables, target, name, facts))) };
}

function takeRecords(
  table: ReadTable,
  target: WritableDatabase,
  { facts, total, isElsewhere = () => false }: SalvageOptions,
  context: JobContext,
): Set<number> {
  const ids = new Set<number>();
  const places = recordColumns.map(() => '?').join(', ');
  const insert = target.prepare(`INSERT INTO records (${recordColumns.join(', ')}) VALUES (${places})`);
  const take = (cell: RawCell) => {
    const id = cell.rowId ?? 0;
    if (ids.has(id) || !isRecordOfItsBatch(cell, facts)) return;
    insert.run(id, ...cell.values.slice(1));
    ids.add(id);
    if (ids.size % RECORDS_A_STEP !== 0) return;
    context.checkCancelled();
    context.report({ phase: 'salvaging', done: ids.size, total, unit: 'records' });
  };
  target.transaction(() => {
    for (const cell of table.rows) take(cell);
    for (const page of table.strays) {
      for (const cell of page) if (!isElsewhere(cell.rowId ?? 0)) take(cell);
    }
  });
  return ids;
}

/** Reasons of records that are there. A stray page is taken where it closes a gap: defects and downtimes look alike. */
function takeReasons(
  table: ReadTable,
  target: WritableDatabase,
  reason: keyof typeof reasonTables,
  ids: ReadonlySet<number>,
): void {
  const { list } = reasonTables[reason];
  const insert = target.prepare(`INSERT OR IGNORE INTO ${list} (record_id, reason_id, amount_packed) VALUES (?, ?, ?)`);
  const found: number[] = [];
  const take = ({ values }: RawCell) => {
    const record = Number(values[0]);
    if (!ids.has(record)) return;
    found.push(record);
    insert.run(...values);
  };
  for (const cell of table.rows) take(cell);
  found.sort((a, b) => a - b);
  const inOrder = Float64Array.from(found);
  for (const page of table.strays) {
    const records = page.map(({ values }) => Number(values[0]));
    if (closesGap(inOrder, Math.min(...records), Math.max(...records))) for (const cell of page) take(cell);
  }
}

/** Whether no number of an ordered list lies between two others. */
function closesGap(inOrder: Float64Array, from: number, to: number): boolean {
  let [low, high] = [0, inOrder.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((inOrder[middle] ?? 0) > from) high = middle;
    else low = middle + 1;
  }
  return (inOrder[low] ?? Number.POSITIVE_INFINITY) >= to;
}

/** Lays a rollup of the damaged file beside; returns whether all of it could be read. */
function takeRollup(tables: RawTables, target: WritableDatabase, name: RollupName, facts: KnownFacts): boolean {
  const columns = rollupColumns(name);
  const known = knownRollup(name);
  target.exec(`CREATE TEMP TABLE ${known} AS SELECT ${columns.join(', ')} FROM ${rollups[name].table} WHERE FALSE`);
  const insert = target.prepare(`INSERT INTO ${known} VALUES (${columns.map(() => '?').join(', ')})`);
  const table = tables.read(wantedRollup(name, facts));
  target.transaction(() => {
    for (const { values } of table.rows) insert.run(...values);
  });
  return table.isWhole();
}

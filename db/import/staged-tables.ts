/**
 * Rows on their way into the store: tables of files that lie beside it until the import is over. They have the shape of
 * the store's own, so that one INSERT ... SELECT takes them in.
 */
import { rollupColumns } from '../dialects/sqlite/rollups.ts';
import { type RollupName, rollups } from '../rollup/definitions.ts';
import { packAmount, packEnd, packStart, unpackedInstant } from '../store/packing.ts';
import { amountColumns, contentColumns, instantColumns } from '../store/record-columns.ts';
import type { KeyedAmount, StagedRow } from './staged-row.ts';
import type { TableFile } from './table-file.ts';

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

const listShape = 'row INTEGER PRIMARY KEY, seq INTEGER, reason_id INTEGER, amount_packed INTEGER';

/** `seq` counts the records of a file, in its order. Columns after `source_line` are filled by comparing. */
const stagedShapes = [
  {
    name: 'staged',
    columns: [
      'seq INTEGER PRIMARY KEY',
      ...[...contentColumns, ...listColumns, 'source_line'].map(
        (name) => `${name} ${textColumns.has(name) ? 'TEXT' : 'INTEGER'}`,
      ),
      `outcome INTEGER DEFAULT ${Outcome.insert}`,
      'record_id INTEGER',
      'reason TEXT',
      ...instants,
    ].join(', '),
  },
  { name: 'staged_defects', columns: listShape },
  { name: 'staged_downtimes', columns: listShape },
] as const;

const rollupShapes = partialRollups.map((name) => ({
  name: rollups[name].table,
  columns: ['row INTEGER PRIMARY KEY', ...rollupColumns(name)].join(', '),
}));

export const stagedTables = [...stagedShapes, ...rollupShapes];
export type StagedTable = (typeof stagedTables)[number]['name'];
export type StagedFile = TableFile<StagedTable>;

/** Appends rows to the tables of one file. */
export class RowAppender {
  readonly #file: StagedFile;
  readonly #withLists: boolean;
  #defects = 0;
  #downtimes = 0;

  /** `withLists`: with their reasons as texts too, which comparing wants and writing does not. */
  constructor(file: StagedFile, withLists: boolean) {
    this.#file = file;
    this.#withLists = withLists;
  }

  append(seq: number, staged: StagedRow): void {
    const table = this.#file.table('staged');
    const { row } = table;
    const { keys, amounts, day } = staged;
    row.integer(day);
    for (let place = 0; place < keys.length; place += 1) row.integer(keys[place] || null);
    for (let place = 0; place < amountColumns.length; place += 1) row.integer(packed(amounts[place] as number));
    row.integer(packStart(staged.startedAt, day)).integer(packEnd(staged.endedAt, day, staged.startedAt));
    row.text(staged.lotNumber).text(staged.orderNumber).text(staged.note);
    row.text(this.#listText(staged.defects)).text(this.#listText(staged.downtimes));
    row.integer(staged.sourceLine);
    table.end(seq);
    for (const amount of staged.defects) this.#appendAmount('staged_defects', ++this.#defects, seq, amount);
    for (const amount of staged.downtimes) this.#appendAmount('staged_downtimes', ++this.#downtimes, seq, amount);
  }

  #appendAmount(
    name: 'staged_defects' | 'staged_downtimes',
    at: number,
    seq: number,
    [key, amount]: KeyedAmount,
  ): void {
    const table = this.#file.table(name);
    table.row.integer(seq).integer(key).integer(packAmount(amount));
    table.end(at);
  }

  #listText(list: readonly KeyedAmount[]): string | null {
    if (!this.#withLists || list.length === 0) return null;
    return list.map(([key, amount]) => `${key}:${packAmount(amount)}`).join(',');
  }
}

function packed(amount: number): number | bigint | null {
  return Number.isNaN(amount) ? null : packAmount(amount);
}

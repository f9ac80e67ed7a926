import { rmSync } from 'node:fs';
import { multiplyMillionths } from '../../shared/domain/quantity.ts';
import type { Statement, WritableDatabase } from '../engine/sqlite/connection.ts';
import { packAmount, packInstant, unpackedInstant } from '../store/packing.ts';
import { contentColumns, instantColumns, packedColumn } from '../store/record-columns.ts';
import type { Dictionary, NameTable } from './dictionary.ts';
import type { ReasonAmount, RecordDraft } from './record-draft.ts';

/** What becomes of a staged row. */
export const Outcome = { insert: 0, unchanged: 1, update: 2, reject: 3 } as const;

/** Content of a record beneath its own columns: its reasons, as 'key:packed amount,...' in order of key. */
export const listColumns = ['defects', 'downtimes'] as const;

const stagedColumns = [...contentColumns, ...listColumns, 'source_line'];
const textColumns = new Set<string>(['lot_number', 'order_number', 'note', ...listColumns]);
/** An instant can be part of a key, and its packed form tells it only together with the production day. */
const instants = instantColumns
  .map((column) => `${column} INTEGER GENERATED ALWAYS AS (${unpackedInstant(packedColumn(column))}) VIRTUAL`)
  .join(', ');
const ROWS_A_TRANSACTION = 20_000;

/**
 * Rows on their way into the store, in a file of their own beside it: the store is touched only once all of them
 * are read, compared and counted, and a cancel just drops the file.
 */
export class Staging {
  readonly #live: WritableDatabase;
  readonly #path: string;
  readonly #dictionary: Dictionary;
  readonly #insertRow: Statement;
  readonly #insertDefect: Statement;
  readonly #insertDowntime: Statement;
  #open = false;
  count = 0;
  rounded = 0;

  constructor(live: WritableDatabase, path: string, dictionary: Dictionary) {
    this.#live = live;
    this.#path = path;
    this.#dictionary = dictionary;
    rmSync(path, { force: true });
    live.run('ATTACH @path AS staging', { path });
    try {
      live.exec('PRAGMA staging.journal_mode = OFF; PRAGMA staging.synchronous = OFF');
      live.exec(`
        CREATE TABLE staging.staged (seq INTEGER PRIMARY KEY, ${stagedColumns.map((name) => `${name} ${columnType(name)}`).join(', ')},
          outcome INTEGER, record_id INTEGER, reason TEXT, ${instants});
        CREATE TABLE staging.staged_defects (seq INTEGER, reason_id INTEGER, amount_packed INTEGER);
        CREATE TABLE staging.staged_downtimes (seq INTEGER, reason_id INTEGER, amount_packed INTEGER);`);
      const marks = stagedColumns.map(() => '?').join(', ');
      this.#insertRow = live.prepare(`INSERT INTO staging.staged VALUES (?, ${marks}, ${Outcome.insert}, NULL, NULL)`);
      this.#insertDefect = live.prepare('INSERT INTO staging.staged_defects VALUES (?, ?, ?)');
      this.#insertDowntime = live.prepare('INSERT INTO staging.staged_downtimes VALUES (?, ?, ?)');
    } catch (error) {
      this.close(); // a file left attached would stand in the way of the next import
      throw error;
    }
  }

  add(draft: RecordDraft): void {
    if (!this.#open) this.#begin();
    const seq = ++this.count;
    this.rounded += draft.rounded;
    const d = this.#dictionary;
    this.#insertRow.run(
      seq,
      draft.day,
      d.key('sites', draft.site),
      d.key('lines', draft.line),
      d.key('shifts', draft.shift),
      d.key('operators', draft.operator),
      d.itemKey(draft.itemCode, draft.itemName),
      d.key('units', draft.unit),
      packAmount(draft.plannedQuantity),
      packAmount(draft.goodQuantity),
      packAmount(draft.defectQuantity),
      packAmount(draft.reworkQuantity),
      packAmount(draft.plannedMinutes),
      packAmount(draft.runMinutes),
      packAmount(draft.downMinutes),
      packAmount(draft.idealCycleSeconds),
      packAmount(idealSeconds(draft)),
      packInstant(draft.startedAt, draft.day),
      packInstant(draft.endedAt, draft.day),
      draft.lotNumber,
      draft.orderNumber,
      draft.note,
      this.#addList(seq, draft.defects, 'defect_reasons', this.#insertDefect),
      this.#addList(seq, draft.downtimes, 'downtime_reasons', this.#insertDowntime),
      draft.sourceLine,
    );
    if (seq % ROWS_A_TRANSACTION === 0) this.flush();
  }

  /** Makes what was added visible to statements. */
  flush(): void {
    if (!this.#open) return;
    this.#live.exec('COMMIT');
    this.#open = false;
  }

  /** Drops the file. After a throw its transaction may be open, or ended by SQLite itself, as on a full disk. */
  close(): void {
    if (this.#live.inTransaction()) this.#live.exec('ROLLBACK');
    this.#live.exec('DETACH staging');
    rmSync(this.#path, { force: true });
  }

  #begin(): void {
    this.#live.exec('BEGIN');
    this.#open = true;
  }

  #addList(seq: number, list: readonly ReasonAmount[], table: NameTable, insert: Statement): string | null {
    if (list.length === 0) return null;
    const amounts = new Map<number, number>();
    for (const { reason, amount } of list) {
      const key = this.#dictionary.key(table, reason);
      if (key !== null && amount > 0) amounts.set(key, (amounts.get(key) ?? 0) + amount);
    }
    if (amounts.size === 0) return null;
    const packed = [...amounts].sort(([a], [b]) => a - b).map(([key, amount]) => [key, packAmount(amount)] as const);
    for (const [key, amount] of packed) insert.run(seq, key, amount);
    return packed.map(([key, amount]) => `${key}:${amount}`).join(',');
  }
}

/** Ideal cycle x total in millionths of a second, null where either is not recorded. */
export function idealSeconds({
  idealCycleSeconds: cycle,
  goodQuantity: good,
  defectQuantity: defects,
}: RecordDraft): number | null {
  if (cycle === null || good === null || defects === null) return null;
  return multiplyMillionths(cycle, good + defects)?.millionths ?? null;
}

/** Numbers beyond 32 bits are bound as REAL; the type turns them back into the integers they are. */
function columnType(name: string): 'TEXT' | 'INTEGER' {
  return textColumns.has(name) ? 'TEXT' : 'INTEGER';
}

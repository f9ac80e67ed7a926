/** What imports changed of records: what each was before, kept in live, in words that a person reads. */
import type { ReadableDatabase } from '../engine/sqlite/connection.ts';
import { unpackedAmount, unpackedInstant } from './packing.ts';
import { recordAsJson } from './record-as-json.ts';
import { amountColumns, contentColumns, keyColumns } from './record-columns.ts';

/** A record as it was at some time, by the names of its columns; lists as JSON of [reason, amount in millionths]. */
export type RecordState = Record<string, string | number | null>;

export interface KeptChange {
  recordId: number;
  batchId: number;
  file: string;
  at: string;
  by: string;
  undoneAt: string | null;
  undoneBy: string | null;
  before: RecordState;
  /** What the import had made of it, where that was undone; else what came next tells. */
  takenBack: RecordState | null;
}

const STATE = 'state';

/** Names of the columns of a state, in order. */
export const stateColumns = [
  'production_date',
  'started_at',
  'ended_at',
  ...Object.keys(keyColumns),
  'lot_number',
  'order_number',
  ...amountColumns,
  'note',
  'record_defects',
  'record_downtimes',
];

const nameOf = (column: string, table: string) =>
  `(SELECT ${table === 'items' ? 'code' : 'name'} FROM ${table} WHERE id = p.${column})`;

const listOf = (list: string, dictionary: string) =>
  `(SELECT json_group_array(json_array(d.name, ${unpackedAmount('amount')}) ORDER BY d.name)
    FROM (SELECT value ->> 0 AS reason_id, value ->> 1 AS amount_packed FROM json_each(p.${STATE}, '$.${list}')) AS l
    JOIN ${dictionary} AS d ON d.id = l.reason_id)`;

/**
 * States as rows that a person could read, of a query that gives `id` and the state as JSON: dictionaries looked up and numbers
 * unpacked, in the file that the query is run on.
 */
function readableStates(query: string): string {
  const packed = contentColumns.map((column) => `${STATE} ->> '${column}' AS ${column}`).join(', ');
  return `SELECT p.id, p.tag, p.production_date, p.started_at, ${unpackedInstant('ended_at')} AS ended_at,
    ${Object.entries(keyColumns)
      .map(([column, table]) => nameOf(column, table))
      .join(', ')},
    p.lot_number, p.order_number, ${amountColumns.map(unpackedAmount).join(', ')}, p.note,
    ${listOf('record_defects', 'defect_reasons')}, ${listOf('record_downtimes', 'downtime_reasons')}
    FROM (SELECT *, ${unpackedInstant('started_at')} AS started_at FROM (SELECT id, tag, ${STATE}, ${packed} FROM (${query}))) AS p`;
}

/** The records as they are now, of one file: id, nothing, and the columns of a state. */
export function currentStatesStatement(ids: readonly number[]): { sql: string; parameters: { ids: string } } {
  return {
    sql: readableStates(
      `SELECT r.id, NULL AS tag, ${recordAsJson('r')} AS ${STATE} FROM records AS r WHERE r.id IN (SELECT value FROM json_each(@ids))`,
    ),
    parameters: { ids: JSON.stringify(ids) },
  };
}

/** A row of such a statement as id, tag and state. */
export function toState([id, tag, ...values]: readonly unknown[]): { id: number; tag: string; state: RecordState } {
  const state = Object.fromEntries(stateColumns.map((name, at) => [name, values[at] as RecordState[string]]));
  return { id: Number(id), tag: String(tag), state };
}

/** What imports changed of these records, the oldest change of each first. */
export function readKeptChanges(live: ReadableDatabase, ids: readonly number[]): KeptChange[] {
  const parameters = { ids: JSON.stringify(ids) };
  const ofRecords = 'FROM record_changes WHERE record_id IN (SELECT value FROM json_each(@ids))';
  const statesOf = (column: string) =>
    new Map(
      live
        .rows(
          readableStates(
            `SELECT record_id AS id, batch_id AS tag, ${column} AS ${STATE} ${ofRecords} AND ${column} IS NOT NULL`,
          ),
          parameters,
        )
        .map(toState)
        .map(({ id, tag, state }) => [`${id} ${tag}`, state]),
    );
  const before = statesOf('previous');
  const takenBack = statesOf('taken_back');
  return live
    .all<{
      record_id: number;
      batch_id: number;
      file_name: string;
      imported_at: string;
      imported_by: string | null;
      undone_at: string | null;
      undone_by: string | null;
    }>(
      `SELECT c.record_id, c.batch_id, b.file_name, b.imported_at, d.imported_by, d.undone_at, d.undone_by
       FROM (SELECT record_id, batch_id ${ofRecords}) AS c JOIN import_batches AS b ON b.id = c.batch_id
       LEFT JOIN batch_details AS d ON d.batch_id = c.batch_id ORDER BY c.record_id, c.batch_id`,
      parameters,
    )
    .map((row) => {
      const key = `${row.record_id} ${row.batch_id}`;
      return {
        recordId: row.record_id,
        batchId: row.batch_id,
        file: row.file_name,
        at: row.imported_at,
        by: row.imported_by ?? '',
        undoneAt: row.undone_at,
        undoneBy: row.undone_by,
        before: before.get(key) ?? {},
        takenBack: takenBack.get(key) ?? null,
      };
    });
}

/** Ids of the records that were changed after one id, in order: by an import, or by any. */
export function readChangedRecords(
  live: ReadableDatabase,
  { batchId, after, limit }: { batchId: number | null; after: number; limit: number },
): number[] {
  return live
    .rows(
      `SELECT DISTINCT record_id FROM record_changes WHERE record_id > @after AND batch_id = coalesce(@batchId, batch_id)
       ORDER BY record_id LIMIT @limit`,
      { batchId, after, limit },
    )
    .map(([id]) => Number(id));
}

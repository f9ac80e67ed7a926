import { reasonTables } from '../dialects/sqlite/filters.ts';
import type { ReadableDatabase } from '../engine/sqlite/connection.ts';
import { keyColumns } from '../store/record-columns.ts';

/** What is known of records from elsewhere than the damaged file: a row that says otherwise is not one of them. */
export interface KnownFacts {
  /** Whether a key was given out for a text of that table. */
  isKey(table: string, key: number): boolean;
  /** Whether an import gave out the id. */
  isOfBatch(batch: number, id: number): boolean;
  /** Whether there are records of a production day. */
  isDay(day: number): boolean;
}

/** The tables of texts that records refer to. */
export const textTables: readonly string[] = [
  ...Object.values(keyColumns),
  ...Object.values(reasonTables).map(({ dictionary }) => dictionary),
];

export interface FactsOptions {
  isDay: KnownFacts['isDay'];
  /** Tables that are known to lack rows: what they do not hold may still be right. */
  lacking?: ReadonlySet<string>;
}

/** Rows lost at most of a table of texts that was damaged: a key far above those that are there was never given out. */
const KEYS_BEYOND = 10_000;

/** What a database knows of the texts and imports that records refer to. */
export function readKnownFacts(database: ReadableDatabase, { isDay, lacking = new Set() }: FactsOptions): KnownFacts {
  const keys = new Map(
    textTables.map((table) => [table, new Set(database.rows(`SELECT id FROM ${table}`).map(([id]) => Number(id)))]),
  );
  const last = new Map([...keys].map(([table, known]) => [table, known.size + KEYS_BEYOND]));
  const batches = new Map(
    database
      .rows(
        "SELECT id, first_record_id, last_record_id FROM import_batches WHERE first_record_id IS NOT NULL AND state = 'imported'",
      )
      .map(([id, first, from]) => [Number(id), { first: Number(first), last: Number(from) }]),
  );
  const undone = new Set(
    database.rows("SELECT id FROM import_batches WHERE state = 'undone'").map(([id]) => Number(id)),
  );
  return {
    isDay,
    isKey(table, key) {
      if (keys.get(table)?.has(key)) return true;
      return lacking.has(table) && key > 0 && key <= (last.get(table) ?? 0);
    },
    isOfBatch(batch, id) {
      const known = batches.get(batch);
      if (known) return id >= known.first && id <= known.last;
      return lacking.has('import_batches') && batch > 0 && !undone.has(batch);
    },
  };
}

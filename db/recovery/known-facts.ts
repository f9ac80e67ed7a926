import { attributeColumns, reasonTables } from '../dialects/sqlite/filters.ts';
import type { ReadableDatabase } from '../engine/sqlite/connection.ts';
import { keyColumns } from '../store/record-columns.ts';

/** What is known of records from elsewhere than the damaged file: a row that says otherwise is not one of them. */
export interface KnownFacts {
  /** Keys that were given out, by the table that holds their texts. */
  keys: ReadonlyMap<string, ReadonlySet<number>>;
  /** The ids that each import gave out. */
  batches: ReadonlyMap<number, { first: number; last: number }>;
  /** Whether there are records of a production day. */
  isDay(day: number): boolean;
}

const dictionaries = [
  ...new Set([
    ...Object.values(keyColumns),
    ...Object.values(reasonTables).map(({ dictionary }) => dictionary),
    ...Object.values(attributeColumns).flatMap(({ dictionary }) => dictionary?.table ?? []),
  ]),
];

/** What a live file, or an archive that can be read, knows of the records of its store. */
export function readKnownFacts(database: ReadableDatabase, isDay: KnownFacts['isDay']): KnownFacts {
  const keys = dictionaries.map((table): [string, Set<number>] => [
    table,
    new Set(database.rows(`SELECT id FROM ${table}`).map(([id]) => Number(id))),
  ]);
  const batches = database.rows(
    "SELECT id, first_record_id, last_record_id FROM import_batches WHERE first_record_id IS NOT NULL AND state = 'imported'",
  );
  return {
    keys: new Map(keys),
    batches: new Map(batches.map(([id, first, last]) => [Number(id), { first: Number(first), last: Number(last) }])),
    isDay,
  };
}

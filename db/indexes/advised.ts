import type { ReadableDatabase, WritableDatabase } from '../engine/sqlite/connection.ts';
import { advisableColumns, type IndexDefinition, indexName } from './definitions.ts';

/** An index of records that a person had made on advice. */
export interface AdvisedIndex {
  name: string;
  columns: string[];
  /** The shape of question it was made for. */
  shape: string;
  /** How many different keys lead it, in the file that has most; 1 where the day leads. */
  distinctKeys: number;
  createdAt: string;
  state: 'making' | 'made' | 'dropping';
}

/** What an advised index is, under the name that its columns make. Throws for a column that advice may not use. */
export function advisedDefinition(columns: readonly string[]): { name: string; definition: IndexDefinition } {
  const foreign = columns.find((column) => !advisableColumns.has(column));
  if (foreign !== undefined || columns.length === 0) throw new Error(`No index is advised by '${columns.join(', ')}'.`);
  const definition: IndexDefinition = { table: 'records', columns, files: 'every' };
  return { name: indexName(definition), definition };
}

/** The columns that lead an index: those before the day, by which a question must filter to go by it. */
export function leadingColumns(columns: readonly string[]): string[] {
  const day = columns.indexOf('production_date');
  return columns.slice(0, day < 0 ? columns.length : day);
}

/**
 * The advised indexes that the live file lists, in order of name. A line that does not bear the name its columns make is not
 * ours and left out: names go into statements.
 */
export function readAdvised(live: ReadableDatabase): AdvisedIndex[] {
  return live
    .all<Omit<AdvisedIndex, 'columns'> & { columns: string }>(
      `SELECT name, columns, shape, distinct_keys AS distinctKeys, created_at AS createdAt, state
       FROM advised_indexes ORDER BY name`,
    )
    .map((row) => ({ ...row, columns: row.columns.split(',') }))
    .filter(
      ({ name, columns }) =>
        columns.every((column) => advisableColumns.has(column)) && advisedDefinition(columns).name === name,
    );
}

/** Lists an index that is about to be made, so that the next opening of the store knows of it. */
export function listAdvised(
  live: WritableDatabase,
  index: Pick<AdvisedIndex, 'name' | 'columns' | 'shape' | 'createdAt'>,
): void {
  live.run(`INSERT INTO advised_indexes VALUES (@name, @columns, @shape, 1, @createdAt, 'making')`, {
    ...index,
    columns: index.columns.join(','),
  });
}

/** Tells readers that an index is there, or will not be for long: whoever planned by another catalogue plans again. */
export function setAdvisedState(
  live: WritableDatabase,
  name: string,
  state: AdvisedIndex['state'],
  distinctKeys = 1,
): void {
  live.run('UPDATE advised_indexes SET state = @state, distinct_keys = @distinctKeys WHERE name = @name', {
    name,
    state,
    distinctKeys,
  });
  live.run('UPDATE store_state SET catalog_version = catalog_version + 1');
}

export function unlistAdvised(live: WritableDatabase, name: string): void {
  live.run('DELETE FROM advised_indexes WHERE name = @name', { name });
}

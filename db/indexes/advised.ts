import type { ReadableDatabase, WritableDatabase } from '../engine/sqlite/connection.ts';
import { type AdvisableField, advisableColumns, type IndexDefinition, indexName } from './definitions.ts';

/** An index of records that a person had made on advice. */
export interface AdvisedIndex {
  name: string;
  /** What it is by, in order. */
  fields: AdvisableField[];
  /** The shape of question it was made for. */
  shape: string;
  /** How many different keys lead it, in the file that has most; 1 where the day leads. */
  distinctKeys: number;
  createdAt: string;
  state: 'making' | 'made' | 'dropping';
}

/** What an advised index is, under the name that its columns make. */
export function advisedDefinition(fields: readonly AdvisableField[]): { name: string; definition: IndexDefinition } {
  const columns = fields.map((field) => advisableColumns[field]);
  const definition: IndexDefinition = { table: 'records', columns, files: 'every' };
  return { name: indexName(definition), definition };
}

/** What leads an index: the fields before the day, each of which a question must filter by to go by it. */
export function leadingFields(fields: readonly AdvisableField[]): AdvisableField[] {
  const day = fields.indexOf('day');
  return fields.slice(0, day < 0 ? fields.length : day);
}

/**
 * The advised indexes that the live file lists, in order of name. A line that does not bear the name its fields make is not
 * ours and left out: names go into statements.
 */
export function readAdvised(live: ReadableDatabase): AdvisedIndex[] {
  return live
    .all<Omit<AdvisedIndex, 'fields'> & { fields: string }>(
      `SELECT name, fields, shape, distinct_keys AS distinctKeys, created_at AS createdAt, state
       FROM advised_indexes ORDER BY name`,
    )
    .map((row) => ({ ...row, fields: row.fields.split(',').filter(isAdvisable) }))
    .filter(({ name, fields }) => fields.length > 0 && advisedDefinition(fields).name === name);
}

/** The fields of the name of an advised index; null for a name that none would bear. */
export function fieldsOfName(name: string): AdvisableField[] | null {
  const fields = name.replace(/^records_by_/, '').split('_');
  if (!fields.every(isAdvisable) || new Set(fields).size < fields.length) return null;
  return advisedDefinition(fields).name === name ? fields : null;
}

function isAdvisable(field: string): field is AdvisableField {
  return Object.hasOwn(advisableColumns, field);
}

/** Lists an index that is about to be made, so that the next opening of the store knows of it. */
export function listAdvised(
  live: WritableDatabase,
  { name, fields, shape, createdAt }: Pick<AdvisedIndex, 'name' | 'fields' | 'shape' | 'createdAt'>,
): void {
  live.run(`INSERT INTO advised_indexes VALUES (@name, @fields, @shape, 1, @createdAt, 'making')`, {
    name,
    fields: fields.join(','),
    shape,
    createdAt,
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

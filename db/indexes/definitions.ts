/**
 * The indexes of a store, as data: the migration makes them from this list, the monitor names them by it, and the page on
 * performance is made from it. An index is named after its table and what it is by: `records_by_operator_day`.
 */
import type { indexServices } from '../../shared/contract/indexes.ts';
import type { Attribute } from '../../shared/query/dimensions.ts';

export interface IndexDefinition {
  table: string;
  columns: readonly string[];
  /** The condition of a partial index. */
  where?: string;
  /** Whether every file has it, or live alone. */
  files: 'every' | 'live';
  /** What it is there for beside questions: it is needed though no question names it. */
  serves?: Exclude<(typeof indexServices)[number], 'constraint'>;
}

/** What advice may make an index of records by: the day, and what a record has one value of. */
export type AdvisableField = Attribute | 'day';

/** The column of each, which are all that such an index is ever made of. */
export const advisableColumns: Readonly<Record<AdvisableField, string>> = {
  day: 'production_date',
  site: 'site_id',
  line: 'line_id',
  shift: 'shift_id',
  operator: 'operator_id',
  item: 'item_id',
  unit: 'unit_id',
  lot: 'lot_number',
};

/** The word of a column in the name of an index. */
const words: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(advisableColumns).map(([field, column]) => [column, field])),
  record_id: 'record',
  batch_id: 'batch',
  finished_at: 'time',
};

/** Name of an index by its table and columns. Throws for a column that has no word, so that no name is made of foreign text. */
export function indexName({ table, columns }: Pick<IndexDefinition, 'table' | 'columns'>): string {
  const by = columns.map((column) => {
    const word = words[column];
    if (word === undefined) throw new Error(`No index is made of the column '${column}'.`);
    return word;
  });
  return `${table}_by_${by.join('_')}`;
}

/** What reads records of a range of days, unless something narrower leads. */
export const BY_DAY = 'records_by_day';
export const BY_LOT = 'records_by_lot';

/** The indexes that the program makes by itself, by name. */
export const builtInIndexes: Readonly<Record<string, IndexDefinition>> = {
  [BY_DAY]: { table: 'records', columns: ['production_date'], files: 'every', serves: 'imports' },
  [BY_LOT]: { table: 'records', columns: ['lot_number'], where: 'lot_number IS NOT NULL', files: 'every' },
  record_changes_by_record_batch: {
    table: 'record_changes',
    columns: ['record_id', 'batch_id'],
    files: 'live',
    serves: 'undo',
  },
  job_history_by_time: { table: 'job_history', columns: ['finished_at'], files: 'live', serves: 'history' },
};

/** The index of the texts of records, which FTS5 keeps in tables of its own. */
export const SEARCH_INDEX = 'record_search';

/** Prefix of the indexes that SQLite makes for a key or a UNIQUE column, named after the table. */
export const CONSTRAINT_PREFIX = 'sqlite_autoindex_';

/** CREATE INDEX of a definition under its name, in a schema. */
export function createIndexSql(name: string, { table, columns, where }: IndexDefinition): string {
  const condition = where === undefined ? '' : ` WHERE ${where}`;
  return `CREATE INDEX IF NOT EXISTS ${name} ON ${table} (${columns.join(', ')})${condition}`;
}

/** CREATE INDEX of every built-in index of some tables. */
export function createBuiltIn(files: IndexDefinition['files']): string {
  return Object.entries(builtInIndexes)
    .filter(([, definition]) => definition.files === files)
    .map(([name, definition]) => `${createIndexSql(name, definition)};`)
    .join('\n');
}

/** The rollups as SQLite tables: how they are made, filled from the records, and compared with them. */
import { sumNames } from '../../../shared/query/measures.ts';
import { type RollupDefinition, type RollupName, rollupNames, rollups } from '../../rollup/definitions.ts';
import { attributeColumns, reasonTables, unexplained } from './filters.ts';
import { sumColumn, sumOverRecords } from './sums.ts';

export function rollupKeyColumns(name: RollupName): string[] {
  const { keys, reason }: RollupDefinition = rollups[name];
  return ['production_date', ...keys.map((key) => attributeColumns[key].column), ...(reason ? ['reason_id'] : [])];
}

function rollupValueColumns(name: RollupName): string[] {
  return rollups[name].reason ? ['records', 'amount'] : ['records', ...sumNames.map(sumColumn)];
}

/** All columns of a rollup, keys first. */
export function rollupColumns(name: RollupName): string[] {
  return [...rollupKeyColumns(name), ...rollupValueColumns(name)];
}

/** CREATE TABLE of every rollup: clustered by day, so that a range is one stretch of it. */
export const createRollups: string = rollupNames
  .map((name) => {
    const keys = rollupKeyColumns(name);
    const columns = [
      ...keys.map((column) => `${column} INTEGER NOT NULL`),
      'records INTEGER NOT NULL',
      ...rollupValueColumns(name)
        .slice(1)
        .map((column) => `${column} INTEGER`),
    ];
    return `CREATE TABLE ${rollups[name].table} (${columns.join(', ')}, PRIMARY KEY (${keys.join(', ')})) STRICT, WITHOUT ROWID;`;
  })
  .join('\n');

/** What a rollup must hold for the days @from to @to, computed from the records; columns as rollupColumns. */
export function rollupFromRecords(name: RollupName): string {
  const { keys, reason }: RollupDefinition = rollups[name];
  const keySql = keys.map((key) => `COALESCE(r.${attributeColumns[key].column}, 0)`);
  const days = 'r.production_date BETWEEN @from AND @to';
  if (reason === null) {
    return `SELECT r.production_date, ${keySql.join(', ')}, COUNT(*), ${sumNames.map(sumOverRecords).join(', ')}
      FROM records AS r INDEXED BY records_by_day WHERE ${days} GROUP BY ${positions(1 + keys.length)}`;
  }
  const { list } = reasonTables[reason];
  const rest = unexplained(reason, 'r');
  return `SELECT production_date, ${keys.map((_, index) => `key_${index}`).join(', ')}, reason_id, COUNT(*), SUM(amount) FROM (
      SELECT r.production_date, ${keySql.map((sql, index) => `${sql} AS key_${index}`).join(', ')}, l.reason_id, l.amount
      FROM records AS r INDEXED BY records_by_day JOIN ${list} AS l ON l.record_id = r.id WHERE ${days}
      UNION ALL
      SELECT r.production_date, ${keySql.join(', ')}, 0, ${rest}
      FROM records AS r INDEXED BY records_by_day WHERE ${days} AND ${rest} > 0
    ) GROUP BY ${positions(2 + keys.length)}`;
}

/**
 * What a rollup must hold of days that are added up in parts: `parts` are schemas whose rollup of the same name, or that
 * of items for the one without, holds some of their records each.
 */
export function rollupFromParts(name: RollupName, parts: readonly string[]): string {
  const table = rollups[name].reason ? rollups[name].table : rollups.items.table;
  const keys = rollupKeyColumns(name);
  const values = rollupValueColumns(name);
  const rows = parts
    .map((part) => `SELECT ${[...keys, ...values].join(', ')} FROM ${part}.${table}`)
    .join(' UNION ALL ');
  return `SELECT ${keys.join(', ')}, ${values.map((value) => `SUM(${value})`).join(', ')} FROM (${rows})
    GROUP BY ${positions(keys.length)}`;
}

function positions(count: number): string {
  return Array.from({ length: count }, (_, index) => index + 1).join(', ');
}

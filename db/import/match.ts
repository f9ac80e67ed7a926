/**
 * Which staged rows are in the store already. Set by set in SQL, one file of the store at a time:
 * 1. Without a key a row is known by all it holds. Equal rows count: the third of three equal rows is new where the
 *    store has two.
 * 2. With a key, a row whose key is there updates that record, unless nothing differs. A key that stands for several
 *    records, twice in the file with different content, or for a record in a sealed archive, is set aside in words.
 */
import type { RecordField } from '../../shared/domain/fields.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type { WritableDatabase } from '../engine/sqlite/connection.ts';
import type { Partition } from '../store/catalog.ts';
import { contentColumns, sameIn } from '../store/record-columns.ts';
import { listColumns, Outcome } from './staging.ts';

const allContent = [...contentColumns, ...listColumns];

const keyFieldColumns: Partial<Record<RecordField, string>> = {
  productionDate: 'production_date',
  startedAt: 'started_at',
  endedAt: 'ended_at',
  site: 'site_id',
  line: 'line_id',
  shift: 'shift_id',
  operator: 'operator_id',
  itemCode: 'item_id',
  unit: 'unit_id',
  lotNumber: 'lot_number',
  orderNumber: 'order_number',
};

/** The columns of a profile's key. Throws INVALID_PROFILE for a field that cannot name a record. */
export function keyColumnsOf(fields: readonly RecordField[]): string[] {
  return fields.map((field) => {
    const column = keyFieldColumns[field];
    if (!column) {
      throw new AppError(
        'INVALID_PROFILE',
        `'${field}' cannot be part of the key, as it does not say which record it is; choose from ${Object.keys(keyFieldColumns).join(', ')}.`,
      );
    }
    return column;
  });
}

/** Marks the staged rows that `partitions` hold already; call within one connection that has staging attached. */
export function matchStaged(live: WritableDatabase, partitions: readonly Partition[], key: readonly string[]): void {
  if (key.length > 0) settleRepeatedKeys(live, key);
  for (const partition of partitions) {
    withPartition(live, partition, (schema) => {
      if (key.length > 0) matchByKey(live, schema, partition, key);
      else matchByContent(live, schema);
    });
  }
}

function withPartition(live: WritableDatabase, partition: Partition, work: (schema: string) => void): void {
  if (partition.kind === 'live') return work('main');
  live.run('ATTACH @file AS sealed', { file: partition.file });
  try {
    work('sealed');
  } finally {
    live.exec('DETACH sealed');
  }
}

/** Records of the staged days as rows of all content, reasons included. */
function existingRecords(schema: string, onStagedDays: boolean): string {
  const list = (table: string) =>
    `(SELECT group_concat(reason_id || ':' || amount, ',' ORDER BY reason_id) FROM ${schema}.${table} WHERE record_id = r.id)`;
  return `SELECT r.id, ${contentColumns.map((column) => `r.${column}`).join(', ')},
      ${list('record_defects')} AS defects, ${list('record_downtimes')} AS downtimes
    FROM ${schema}.records AS r
    ${onStagedDays ? 'WHERE r.production_date IN (SELECT DISTINCT production_date FROM staging.staged)' : ''}`;
}

function matchByContent(live: WritableDatabase, schema: string): void {
  const content = allContent.join(', ');
  live.exec(`
    CREATE TEMP TABLE existing AS
      SELECT *, ROW_NUMBER() OVER (PARTITION BY ${content} ORDER BY id) AS nth FROM (${existingRecords(schema, true)});
    CREATE INDEX temp.existing_content ON existing (production_date, line_id, item_id, lot_number, started_at, good_quantity, nth);
    UPDATE staging.staged SET outcome = ${Outcome.unchanged} WHERE seq IN (
      SELECT s.seq FROM (
        SELECT *, ROW_NUMBER() OVER (PARTITION BY ${content} ORDER BY seq) AS nth
        FROM staging.staged WHERE outcome = ${Outcome.insert}
      ) AS s JOIN existing AS e ON e.production_date = s.production_date AND e.nth = s.nth AND ${sameIn(allContent, 'e', 's')}
    );
    DROP TABLE temp.existing;`);
}

/** Rows of one file that share a key: equal ones are one record, different ones are for a person to decide. */
function settleRepeatedKeys(live: WritableDatabase, key: readonly string[]): void {
  live.exec(`
    CREATE TEMP TABLE repeated AS
      SELECT seq, MIN(seq) OVER (PARTITION BY ${key.join(', ')}) AS first FROM staging.staged;
    DELETE FROM temp.repeated WHERE seq = first;
    UPDATE staging.staged AS s SET
      outcome = CASE WHEN ${sameIn(allContent, 's', 'f')} THEN ${Outcome.unchanged} ELSE ${Outcome.reject} END,
      reason = 'has the same key as line ' || f.source_line || ' but says something else'
    FROM temp.repeated AS r JOIN staging.staged AS f ON f.seq = r.first WHERE r.seq = s.seq;
    DROP TABLE temp.repeated;`);
}

function matchByKey(live: WritableDatabase, schema: string, partition: Partition, key: readonly string[]): void {
  const changed =
    partition.kind === 'live'
      ? `outcome = ${Outcome.update}, record_id = m.id`
      : `outcome = ${Outcome.reject}, reason = 'would change a record in ${partition.name}, which is sealed'`;
  live.exec(`
    CREATE TEMP TABLE existing AS ${existingRecords(schema, key.includes('production_date'))};
    CREATE INDEX temp.existing_key ON existing (${key.join(', ')});
    CREATE TEMP TABLE matched AS
      SELECT s.seq, MIN(e.id) AS id, COUNT(*) AS candidates, MAX(${sameIn(allContent, 'e', 's')}) AS same
      FROM staging.staged AS s JOIN existing AS e ON ${sameIn(key, 'e', 's')}
      WHERE s.outcome = ${Outcome.insert} GROUP BY s.seq;
    UPDATE staging.staged AS s SET outcome = ${Outcome.unchanged} FROM temp.matched AS m WHERE m.seq = s.seq AND m.same;
    UPDATE staging.staged AS s SET outcome = ${Outcome.reject}, reason = 'has a key that ' || m.candidates || ' records of the store share'
      FROM temp.matched AS m WHERE m.seq = s.seq AND NOT m.same AND m.candidates > 1;
    UPDATE staging.staged AS s SET ${changed} FROM temp.matched AS m WHERE m.seq = s.seq AND NOT m.same AND m.candidates = 1;
    DROP TABLE temp.matched;
    DROP TABLE temp.existing;`);
}

/**
 * Which staged rows are in the store already. Set by set in SQL, one file of the store at a time:
 * 1. Without a key a row is known by all it holds. Equal rows count: the third of three equal rows is new where the
 *    store has two.
 * 2. With a key, a row whose key is there updates that record, unless nothing differs. A key that stands for several
 *    records, or twice in the file with different content, is set aside in words. Which archives hold records that are to be
 *    updated is told, as they have to be reopened for it.
 * 3. A row that an archive may hold which cannot be read is set aside: added, it might be there twice.
 */
import { daysOfMonthIndex } from '../../shared/domain/day.ts';
import type { RecordField } from '../../shared/domain/fields.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type { Parameters, WritableDatabase } from '../engine/sqlite/connection.ts';
import type { Partition } from '../store/catalog.ts';
import { contentColumns, instantColumns, sameIn } from '../store/record-columns.ts';
import { listColumns, Outcome } from './stage/staged-tables.ts';

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

/**
 * Marks the rows of a file of staged rows that `partitions` hold already. The file has a connection of its own, which
 * sees the store as it was before the import began, whatever the writer has taken in by then.
 */
export function matchStaged(
  staging: WritableDatabase,
  { partitions, setAside }: StoreFiles,
  key: readonly string[],
  corrects: SameFile | null = null,
): Matched {
  if (key.length === 0) {
    const family = corrects?.family ?? [];
    for (const partition of partitions) withPartition(staging, partition, () => matchByContent(staging, family));
    for (const archive of setAside) refuseDaysOf(staging, archive);
    return { archivesToReopen: [] };
  }
  settleRepeatedKeys(staging, key);
  staging.exec(
    'CREATE TEMP TABLE matched (new_id INTEGER, id INTEGER, candidates INTEGER, same INTEGER, batch_id INTEGER, sealed_in TEXT)',
  );
  for (const partition of partitions) withPartition(staging, partition, () => findByKey(staging, partition, key));
  const archivesToReopen = settleMatched(staging, corrects);
  for (const archive of setAside) {
    if (key.includes('production_date')) refuseDaysOf(staging, archive);
    else refuseNew(staging, archive, 'TRUE', {});
  }
  return { archivesToReopen };
}

/** The import whose rows are corrected: with those that corrected others of it, it stands for one file. */
export interface SameFile {
  batchId: number;
  family: readonly number[];
}

/** Files that may hold what is staged: those that can be read, and archives that cannot. */
export interface StoreFiles {
  partitions: readonly Partition[];
  setAside: readonly Partition[];
}

export interface Matched {
  /** Names of archives that hold records which rows update. */
  archivesToReopen: string[];
}

function refuseDaysOf(staging: WritableDatabase, archive: Partition): void {
  for (const { month } of archive.months) {
    refuseNew(staging, archive, 'production_date BETWEEN @first AND @last', { ...daysOfMonthIndex(month) });
  }
}

function refuseNew(staging: WritableDatabase, { name }: Partition, where: string, days: Parameters): void {
  staging.run(
    `UPDATE staged SET outcome = ${Outcome.reject}, reason = 'may be in ' || @name || ' already, which cannot be read at present'
     WHERE outcome = ${Outcome.insert} AND ${where}`,
    { name, ...days },
  );
}

function withPartition(staging: WritableDatabase, { file }: Partition, work: () => void): void {
  staging.run('ATTACH @file AS store', { file });
  try {
    work();
  } finally {
    staging.exec('DETACH store');
  }
}

/** Records of the staged days as rows of all content, reasons included, and of what else a key can be made of. */
function existingRecords(onStagedDays: boolean): string {
  const list = (table: string) =>
    `(SELECT group_concat(reason_id || ':' || amount_packed, ',' ORDER BY reason_id) FROM store.${table} WHERE record_id = r.id)`;
  return `SELECT r.id, r.batch_id, ${[...contentColumns, ...instantColumns].map((column) => `r.${column}`).join(', ')},
      ${list('record_defects')} AS defects, ${list('record_downtimes')} AS downtimes
    FROM store.records AS r
    ${onStagedDays ? 'WHERE r.production_date IN (SELECT DISTINCT production_date FROM staged)' : ''}`;
}

/** A row that was corrected is one more of its file: what came of that file is not taken for it. */
function matchByContent(staging: WritableDatabase, family: readonly number[]): void {
  const content = allContent.join(', ');
  const isOfFile = `SELECT 1 FROM temp.existing AS own WHERE own.batch_id IN (${family.join(', ')})
    AND own.production_date = t.production_date AND ${sameIn(allContent, 'own', 't')}`;
  staging.exec(`
    CREATE TEMP TABLE existing AS
      SELECT *, ROW_NUMBER() OVER (PARTITION BY ${content} ORDER BY id) AS nth FROM (${existingRecords(true)});
    CREATE INDEX temp.existing_content ON existing (production_date, line_id, item_id, lot_number, started_at_packed, good_quantity_packed, nth);
    UPDATE staged SET outcome = ${Outcome.unchanged} WHERE new_id IN (
      SELECT s.new_id FROM (
        SELECT *, ROW_NUMBER() OVER (PARTITION BY ${content} ORDER BY new_id) AS nth
        FROM staged AS t WHERE outcome = ${Outcome.insert}${family.length > 0 ? ` AND NOT EXISTS (${isOfFile})` : ''}
      ) AS s JOIN existing AS e ON e.production_date = s.production_date AND e.nth = s.nth AND ${sameIn(allContent, 'e', 's')}
    );
    DROP TABLE temp.existing;`);
}

/** Rows of one file that share a key: equal ones are one record, different ones are for a person to decide. */
function settleRepeatedKeys(staging: WritableDatabase, key: readonly string[]): void {
  staging.exec(`
    CREATE TEMP TABLE repeated AS
      SELECT new_id, MIN(new_id) OVER (PARTITION BY ${key.join(', ')}) AS first FROM staged;
    DELETE FROM temp.repeated WHERE new_id = first;
    UPDATE staged AS s SET
      outcome = CASE WHEN ${sameIn(allContent, 's', 'f')} THEN ${Outcome.unchanged} ELSE ${Outcome.reject} END,
      reason = 'has the same key as line ' || f.source_line || ' but says something else'
    FROM temp.repeated AS r JOIN staged AS f ON f.new_id = r.first WHERE r.new_id = s.new_id;
    DROP TABLE temp.repeated;`);
}

/** Which records of one file each row's key names. What becomes of the row is known once all files have been asked. */
function findByKey(staging: WritableDatabase, partition: Partition, key: readonly string[]): void {
  staging.exec(`
    CREATE TEMP TABLE existing AS ${existingRecords(key.includes('production_date'))};
    CREATE INDEX temp.existing_key ON existing (${key.join(', ')})`);
  staging.run(
    `INSERT INTO temp.matched
      SELECT s.new_id, MIN(e.id), COUNT(*), MAX(${sameIn(allContent, 'e', 's')}), MAX(e.batch_id), @sealedIn
      FROM staged AS s JOIN temp.existing AS e ON ${sameIn(key, 'e', 's')}
      WHERE s.outcome = ${Outcome.insert} GROUP BY s.new_id`,
    { sealedIn: partition.kind === 'live' ? null : partition.name },
  );
  staging.exec('DROP TABLE temp.existing');
}

/** Settles what becomes of the rows whose key is known; returns the archives that hold records to be updated. */
function settleMatched(staging: WritableDatabase, corrects: SameFile | null): string[] {
  // A row of an older file must not take the place of what came later, nor of another row of its own file.
  const isLater = corrects ? `m.batch_id >= ${corrects.batchId}` : 'FALSE';
  const isOfFile = `m.batch_id IN (${corrects?.family.join(', ') ?? ''})`;
  staging.exec(`
    UPDATE staged AS s SET
      outcome = CASE
        WHEN m.same THEN ${Outcome.unchanged}
        WHEN m.candidates > 1 OR ${isLater} THEN ${Outcome.reject}
        ELSE ${Outcome.update} END,
      reason = CASE
        WHEN m.candidates > 1 THEN 'has a key that ' || m.candidates || ' records of the store share'
        WHEN ${isOfFile} THEN 'has the same key as another row of its file but says something else'
        WHEN ${isLater} THEN 'names a record that import ' || m.batch_id || ' brought later' END,
      record_id = m.id
    FROM (
      SELECT new_id, MIN(id) AS id, SUM(candidates) AS candidates, MAX(same) AS same, MAX(batch_id) AS batch_id, MAX(sealed_in) AS sealed_in
      FROM temp.matched GROUP BY new_id
    ) AS m WHERE m.new_id = s.new_id`);
  const archives = staging.rows(
    `SELECT DISTINCT m.sealed_in FROM temp.matched AS m JOIN staged AS s ON s.new_id = m.new_id
     WHERE s.outcome = ${Outcome.update} AND m.sealed_in IS NOT NULL ORDER BY 1`,
  );
  staging.exec('DROP TABLE temp.matched');
  return archives.map(([name]) => String(name));
}

/** The stores of the peers, filled row by row: SQLite by prepared statements, DuckDB from files of the same rows. */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Sqlite from 'better-sqlite3';
import type { RecordDraft } from '../../db/import/rows/record-draft.ts';
import { partsOfDay } from '../../shared/domain/day.ts';
import { CsvWriter } from './csv-writer.ts';
import { years } from './plant.ts';
import { columnNames, recordColumns, sqliteIndexes, sqliteTables, tableRow, thousandths } from './text-table.ts';

/** Where the records of the plant go, one after the other. */
export interface TableSink {
  write(draft: RecordDraft): void;
  finish(): Promise<void>;
}

const lists = ['defects', 'downtimes'] as const;
const amountOf = { defects: 'quantity', downtimes: 'minutes' };

/** 'plant.duckdb' in a folder. */
export function duckdbSink(folder: string): TableSink {
  const csv = (name: string) => new CsvWriter(join(folder, `${name}.csv`));
  const writers = { records: csv('records'), defects: csv('defects'), downtimes: csv('downtimes') };
  return {
    write(draft) {
      writers.records.write(tableRow(draft));
      for (const list of lists) for (const entry of entriesOf(draft, list)) writers[list].write(entry);
    },
    async finish() {
      for (const writer of Object.values(writers)) writer.close();
      await loadDuckdb(folder);
      for (const writer of Object.values(writers)) rmSync(writer.path);
    },
  };
}

async function loadDuckdb(folder: string): Promise<void> {
  const instance = await DuckDBInstance.create(join(folder, 'plant.duckdb'), { threads: '2' });
  const connection = await instance.connect();
  const load = (name: string, columns: Record<string, string>) => {
    const types = Object.entries(columns).map(([column, type]) => `'${column}': '${type}'`);
    return connection.run(
      `CREATE TABLE production_${name} AS
      SELECT * FROM read_csv($file, header = false, columns = {${types.join(', ')}})`,
      { file: join(folder, `${name}.csv`) },
    );
  };
  await load('records', recordColumns);
  for (const list of lists) await load(list, { record_id: 'BIGINT', reason: 'VARCHAR', [amountOf[list]]: 'BIGINT' });
  await connection.run('CHECKPOINT');
  connection.closeSync();
  instance.closeSync();
}

/** A file a year, in the folder 'plain' without and in the folder 'indexed' with the indexes. */
export function sqliteSink(folder: string): TableSink {
  const [plain, indexed] = [join(folder, 'plain'), join(folder, 'indexed')];
  mkdirSync(plain);
  mkdirSync(indexed);
  const tables = new Map(years.map((year) => [year as number, openTables(join(plain, `${year}.db`))]));
  return {
    write(draft) {
      const table = tables.get(partsOfDay(draft.day).year);
      table?.record.run(...tableRow(draft));
      for (const list of lists) for (const entry of entriesOf(draft, list)) table?.[list].run(...entry);
    },
    async finish() {
      for (const table of tables.values()) table.finish();
      for (const year of years) {
        copyFileSync(join(plain, `${year}.db`), join(indexed, `${year}.db`));
        const sqlite = new Sqlite(join(indexed, `${year}.db`));
        sqlite.exec(sqliteIndexes);
        sqlite.exec('ANALYZE');
        sqlite.close();
      }
    },
  };
}

function entriesOf(draft: RecordDraft, list: (typeof lists)[number]): (string | number | null)[][] {
  return draft[list].map(({ reason, amount }) => [draft.sourceLine, reason, thousandths(amount)]);
}

/** One year's empty file, in a transaction until `finish`. */
function openTables(file: string) {
  const sqlite = new Sqlite(file);
  sqlite.pragma('synchronous = OFF');
  sqlite.exec(sqliteTables());
  sqlite.exec('BEGIN');
  const places = columnNames.map(() => '?').join(', ');
  return {
    record: sqlite.prepare(`INSERT INTO production_records VALUES (${places})`),
    defects: sqlite.prepare('INSERT INTO production_defects VALUES (?, ?, ?)'),
    downtimes: sqlite.prepare('INSERT INTO production_downtimes VALUES (?, ?, ?)'),
    finish() {
      sqlite.exec('COMMIT');
      sqlite.close();
    },
  };
}

/**
 * The same plant in the store of every peer, in a folder that is reused.
 * 1. The program's own store goes the way of the product: the records are imported, four years archived, live compacted.
 * 2. The text tables are filled by prepared statements, DuckDB from a file of the same rows.
 * 3. A stamp is written last: a store without the stamp of today's sources is made anew.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Sqlite from 'better-sqlite3';
import { Engine, type JobInput, type JobName } from '../../db/engine/engine.ts';
import { samplePlant } from '../../db/sample/sample-plant.ts';
import { partsOfDay } from '../../shared/domain/day.ts';
import { sourceHash } from '../source-stamp.ts';
import { CsvWriter } from './csv-writer.ts';
import { plantOf, years } from './plant.ts';
import { columnNames, recordColumns, sqliteIndexes, sqliteTables, tableRow, thousandths } from './text-table.ts';

export interface Stores {
  throughline: string;
  duckdb: string;
  indexed: string;
  plain: string;
}

const STAMP = 'stamp.txt';
const SOURCES = {
  throughline: ['db/{sample,import,maintenance,migrations,rollup,store,dialects}/**/*.ts', 'scripts/bench/plant.ts'],
  tables: ['db/sample/**/*.ts', 'scripts/bench/{plant,text-table,build-stores,csv-writer}.ts'],
};

/** Builds what is missing in the folder, or reuses what is there; `say` hears what is being built. */
export async function buildStores(folder: string, records: number, say: (line: string) => void): Promise<Stores> {
  await once(join(folder, 'throughline'), SOURCES.throughline, async (path) => {
    say(`Filling the store with ${records} records…`);
    await buildOwnStore(path, records);
  });
  await once(join(folder, 'tables'), SOURCES.tables, async (path) => {
    say(`Filling the peers with ${records} records…`);
    await buildTables(path, records);
  });
  return {
    throughline: join(folder, 'throughline', 'store'),
    duckdb: join(folder, 'tables', 'plant.duckdb'),
    indexed: join(folder, 'tables', 'indexed'),
    plain: join(folder, 'tables', 'plain'),
  };
}

async function once(path: string, sources: readonly string[], build: (path: string) => Promise<void>): Promise<void> {
  const hash = sourceHash(sources);
  const stamp = join(path, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  await build(path);
  writeFileSync(stamp, hash);
}

async function buildOwnStore(path: string, records: number): Promise<void> {
  const store = join(path, 'store');
  mkdirSync(store);
  const engine = await Engine.open(store, 'own');
  const run = <Name extends JobName>(name: Name, input: JobInput<Name>) => engine.start(name, input, () => {}).result;
  try {
    await run('sample', plantOf(records));
    for (const year of years.slice(0, -1)) await run('archive', { year });
    await run('compact', {});
  } finally {
    await engine.close();
  }
}

async function buildTables(path: string, records: number): Promise<void> {
  const [plain, indexed] = [join(path, 'plain'), join(path, 'indexed')];
  mkdirSync(plain);
  mkdirSync(indexed);
  const csv = {
    records: new CsvWriter(join(path, 'records.csv')),
    defects: new CsvWriter(join(path, 'defects.csv')),
    downtimes: new CsvWriter(join(path, 'downtimes.csv')),
  };
  const tables = new Map(years.map((year) => [year as number, openTables(join(plain, `${year}.db`))]));
  for (const batch of samplePlant(plantOf(records))) {
    for (const draft of batch) {
      const table = tables.get(partsOfDay(draft.day).year);
      const row = tableRow(draft);
      table?.record.run(...row);
      csv.records.write(row);
      for (const list of ['defects', 'downtimes'] as const) {
        for (const { reason, amount } of draft[list]) {
          const entry = [draft.sourceLine, reason, thousandths(amount)];
          table?.[list].run(...entry);
          csv[list].write(entry);
        }
      }
    }
  }
  for (const table of tables.values()) table.finish();
  for (const writer of Object.values(csv)) writer.close();
  await buildDuckdb(path);
  for (const writer of Object.values(csv)) rmSync(writer.path);
  for (const year of years) {
    copyFileSync(join(plain, `${year}.db`), join(indexed, `${year}.db`));
    const sqlite = new Sqlite(join(indexed, `${year}.db`));
    sqlite.exec(sqliteIndexes);
    sqlite.exec('ANALYZE');
    sqlite.close();
  }
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

async function buildDuckdb(path: string): Promise<void> {
  const instance = await DuckDBInstance.create(join(path, 'plant.duckdb'), { threads: '2' });
  const connection = await instance.connect();
  const list = (name: string, amount: string) => `CREATE TABLE production_${name} AS
    SELECT * FROM read_csv($file, header = false, columns = {'record_id': 'BIGINT', 'reason': 'VARCHAR', '${amount}': 'BIGINT'})`;
  const columns = columnNames.map((name) => `'${name}': '${recordColumns[name]}'`).join(', ');
  const file = (name: string) => ({ file: join(path, `${name}.csv`) });
  await connection.run(
    `CREATE TABLE production_records AS SELECT * FROM read_csv($file, header = false, columns = {${columns}})`,
    file('records'),
  );
  await connection.run(list('defects', 'quantity'), file('defects'));
  await connection.run(list('downtimes', 'minutes'), file('downtimes'));
  await connection.run('CHECKPOINT');
  connection.closeSync();
  instance.closeSync();
}

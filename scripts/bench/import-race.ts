/** One delimited file of the sample plant read by each program into a new store of its own. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Sqlite from 'better-sqlite3';
import { Engine } from '../../db/engine/engine.ts';
import { runProcess } from '../run-process.ts';
import { DUCKDB_THREADS } from './duckdb-peer.ts';
import { bytesOf } from './open-peers.ts';
import { plantOf } from './plant.ts';
import { writePlantFile } from './plant-file.ts';
import { sqliteIndexes, sqliteTables } from './text-table.ts';

/** Importing ten million rows tells no more than importing one. */
export const MOST_IMPORTED = 1_000_000;

/** The import that is measured, and the one it is measured against. */
export const OWN_IMPORT = 'Throughline, with its indexes and rollups';
export const IMPORT_REFERENCE = 'sqlite3 .import, 3 indexes';

export interface ImportResult {
  how: string;
  rowsPerSecond: number;
  bytesPerRecord: number;
}

/** Reads the same file with each program, in a folder that is removed. Throws when one does not hold all rows. */
export async function raceImports(
  folder: string,
  records: number,
  say: (line: string) => void,
): Promise<ImportResult[]> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    const csv = join(folder, 'plant.csv');
    writePlantFile(csv, plantOf(records));
    const results: ImportResult[] = [];
    for (const [how, run] of imports) {
      say(`Importing ${records} rows: ${how}…`);
      const path = join(folder, String(results.length));
      mkdirSync(path);
      const result = await run(csv, path);
      if (result === null) continue;
      if (result.rows !== records) throw new Error(`${how}: ${result.rows} rows of ${records} arrived.`);
      results.push({ how, rowsPerSecond: records / result.seconds, bytesPerRecord: bytesOf(path) / records });
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Import = (csv: string, folder: string) => Promise<{ rows: number; seconds: number } | null>;

const imports: readonly (readonly [how: string, run: Import])[] = [
  [OWN_IMPORT, importIntoOwnStore],
  [IMPORT_REFERENCE, (csv, folder) => importBySqlite(csv, folder, sqliteIndexes)],
  ['sqlite3 .import, no index', (csv, folder) => importBySqlite(csv, folder, '')],
  ['DuckDB read_csv into its own file', importByDuckdb],
];

async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; seconds: number }> {
  const startedAt = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - startedAt) / 1_000 };
}

/** By the profile that the program guesses for the file. */
async function importIntoOwnStore(csv: string, folder: string) {
  const engine = await Engine.open(folder, 'own');
  try {
    const { profile } = await engine.ask('inspect', { path: csv, choice: {} });
    const input = { path: csv, name: 'plant.csv', profile };
    const { result, seconds } = await timed(() => engine.start('importFile', input, () => {}).result);
    return { rows: result.inserted, seconds };
  } finally {
    await engine.close();
  }
}

/** Null where there is no sqlite3 command. */
async function importBySqlite(csv: string, folder: string, indexes: string) {
  const file = join(folder, 'plant.db');
  const created = new Sqlite(file);
  created.exec(sqliteTables());
  created.exec(indexes);
  created.close();
  const command = `.import --csv --skip 1 '${csv}' production_records`;
  const { result, seconds } = await timed(() => runProcess('sqlite3', [file, command], { output: 'keep' }));
  if (result.code === null) return null;
  if (result.code !== 0) throw new Error(`sqlite3 could not import: ${result.stderr.trim()}`);
  const filled = new Sqlite(file);
  const rows = Number(filled.prepare('SELECT COUNT(*) FROM production_records').pluck().get());
  filled.close();
  return { rows, seconds };
}

async function importByDuckdb(csv: string, folder: string) {
  const instance = await DuckDBInstance.create(join(folder, 'plant.duckdb'), { threads: String(DUCKDB_THREADS) });
  const connection = await instance.connect();
  const { seconds } = await timed(async () => {
    await connection.run('CREATE TABLE production_records AS SELECT * FROM read_csv($csv)', { csv });
    await connection.run('CHECKPOINT');
  });
  const count = await connection.runAndReadAll('SELECT COUNT(*) FROM production_records');
  connection.closeSync();
  instance.closeSync();
  return { rows: Number(count.getRowsJS()[0]?.[0]), seconds };
}

/** One delimited file of the sample plant read by each program into a new store of its own. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Sqlite from 'better-sqlite3';
import { runReport } from '../../db/engine/answers/run-report.ts';
import { Engine } from '../../db/engine/engine.ts';
import type { GateRules } from '../../db/import/gate/rules.ts';
import type { SampleOptions } from '../../db/sample/sample-source.ts';
import { defaultSettings } from '../../shared/contract/settings.ts';
import { dayFromIso } from '../../shared/domain/day.ts';
import { parseReportQuery } from '../../shared/query/report-query.ts';
import { runProcess } from '../run-process.ts';
import { DUCKDB_THREADS } from './duckdb-peer.ts';
import { bytesOf } from './open-peers.ts';
import { plantOf } from './plant.ts';
import { plantRows, writePlantFile } from './plant-file.ts';
import { summarizeTimes } from './statistics.ts';
import { columnNames, sqliteIndexes, sqliteTables } from './text-table.ts';

/** Importing ten million rows tells no more than importing one. */
export const MOST_IMPORTED = 1_000_000;

/** Each program has its turn so often; medians are told. */
const ROUNDS = 3;

/** The import that is measured, and the one it is measured against. */
export const OWN_IMPORT = 'Throughline, with its indexes and rollups';
export const IMPORT_REFERENCE = 'sqlite3 .import, 3 indexes';

export interface ImportResult {
  how: string;
  rowsPerSecond: number;
  bytesPerRecord: number;
}

/**
 * Reads the same file with each program in turn, in a folder that is removed. Throws when one does not hold all rows, or other
 * quantities than the file.
 */
export async function raceImports(
  folder: string,
  records: number,
  say: (line: string) => void,
): Promise<ImportResult[]> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    const csv = join(folder, 'plant.csv');
    const plant = plantOf(records);
    writePlantFile(csv, plant);
    const wanted: Imported = { rows: records, thousandths: goodOf(plant) };
    const runs = new Map<string, { seconds: number[]; bytes: number }>();
    for (let round = 1; round <= ROUNDS; round += 1) {
      for (const [how, run] of imports) {
        say(`Importing ${records} rows, round ${round} of ${ROUNDS}: ${how}…`);
        const path = join(folder, 'store');
        mkdirSync(path);
        const result = await run(csv, path);
        if (result !== null) {
          assertAll(how, result, wanted);
          const { seconds } = runs.get(how) ?? { seconds: [] };
          runs.set(how, { seconds: [...seconds, result.seconds], bytes: bytesOf(path) });
        }
        rmSync(path, { recursive: true });
      }
    }
    return [...runs].map(([how, { seconds, bytes }]) => ({
      how,
      rowsPerSecond: records / summarizeTimes(seconds).medianMs,
      bytesPerRecord: bytes / records,
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a program holds after its import: rows, and their good quantity in thousandths. */
interface Imported {
  rows: number;
  thousandths: number;
}

function goodOf(plant: SampleOptions): number {
  const column = columnNames.indexOf('good_quantity');
  let sum = 0;
  for (const row of plantRows(plant)) sum += Math.round(1_000 * Number(row[column]));
  return sum;
}

function assertAll(how: string, { rows, thousandths }: Imported, wanted: Imported): void {
  if (rows !== wanted.rows) throw new Error(`${how}: ${rows} rows of ${wanted.rows} arrived.`);
  if (thousandths !== wanted.thousandths) {
    throw new Error(`${how}: the good quantity is ${thousandths} thousandths, not ${wanted.thousandths}.`);
  }
}

/** As in the program, the day after the plant's last; nothing in it asks for a decision. */
const gate: GateRules = {
  today: 1 + (dayFromIso(plantOf(1).to) ?? 0),
  planFactor: defaultSettings.gatePlanFactor,
  ofProfile: {},
  ofRequest: {},
};

type Import = (csv: string, folder: string) => Promise<(Imported & { seconds: number }) | null>;

const imports: readonly (readonly [how: string, run: Import])[] = [
  [OWN_IMPORT, (csv, folder) => importIntoOwnStore(csv, folder, null)],
  ['the same through the plausibility gate', (csv, folder) => importIntoOwnStore(csv, folder, gate)],
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
async function importIntoOwnStore(csv: string, folder: string, gate: GateRules | null) {
  const engine = await Engine.open(folder, 'own');
  try {
    const { profile } = await engine.ask('inspect', { path: csv, choice: {} });
    const input = { path: csv, name: 'plant.csv', profile, ...(gate && { gate }) };
    const { result, seconds } = await timed(() => engine.start('importFile', input, () => {}).result);
    engine.forgetCatalog();
    const query = parseReportQuery({ measures: ['records', 'good'] });
    const [[rows, good] = []] = (await runReport(engine, query)).answer.rows;
    if (rows !== result.inserted) throw new Error(`${result.inserted} rows were inserted, and ${rows} are there.`);
    return { rows: Number(rows), thousandths: Math.round(1_000 * Number(good)), seconds };
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
  // The file has units, with decimals; a sum of those is exact in whole thousandths only.
  const [rows, thousandths] = filled
    .prepare('SELECT COUNT(*), SUM(CAST(ROUND(1000 * good_quantity) AS INTEGER)) FROM production_records')
    .raw()
    .get() as [number, number];
  filled.close();
  return { rows, thousandths, seconds };
}

async function importByDuckdb(csv: string, folder: string) {
  const instance = await DuckDBInstance.create(join(folder, 'plant.duckdb'), { threads: String(DUCKDB_THREADS) });
  const connection = await instance.connect();
  const { seconds } = await timed(async () => {
    await connection.run('CREATE TABLE production_records AS SELECT * FROM read_csv($csv)', { csv });
    await connection.run('CHECKPOINT');
  });
  const sums = await connection.runAndReadAll(
    'SELECT COUNT(*), SUM(CAST(ROUND(1000 * good_quantity) AS BIGINT)) FROM production_records',
  );
  connection.closeSync();
  instance.closeSync();
  const [rows, thousandths] = sums.getRowsJS()[0] ?? [];
  return { rows: Number(rows), thousandths: Number(thousandths), seconds };
}

/**
 * A second file of which columns are brought along, found by a key.
 * 1. It is read once into a table of a database that SQLite keeps beside its own memory and throws away: memory stays flat
 *    however large the file is.
 * 2. A key stands for one row. Rows that share a key and bring the same are one; rows that differ are a matter for a person,
 *    as no order of them means anything.
 * 3. Where lines of the first file are set aside that could not be joined, the table is kept beside them: they are joined once
 *    they are corrected, when the second file may be elsewhere.
 */
import { basename } from 'node:path';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import type { Join } from '../../../shared/import/shape.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import {
  openReadable,
  openTemporary,
  type ReadableDatabase,
  type WritableDatabase,
} from '../../engine/sqlite/connection.ts';
import { columnNames } from '../rows/columns.ts';
import { wrongCellCount } from '../rows/map-row.ts';
import { readCsvRows } from '../rows/read-rows.ts';
import type { CsvRow } from '../rows/record-draft.ts';
import { createMergeFiller, type MergedColumn, mergedColumns } from './merged-cells.ts';
import type { JoinedCells, RowJoiner } from './shaper.ts';

/** Where the second file lies, and what a person calls it. */
export interface SecondFile {
  path: string;
  name: string;
}

export interface SecondTable {
  /** Its columns with merged cells, by the names that they have beside those of the first file. */
  merged: readonly MergedColumn[];
  /** Looks up rows of a first table with these columns. Throws INVALID_PROFILE naming a column that it lacks. */
  joinerFor(columns: readonly string[]): RowJoiner;
  /** Keeps the table as a file at `path`, which must not exist. */
  keep(path: string): void;
  close(): void;
}

/** A table that was kept. */
export type KeptTable = Pick<SecondTable, 'joinerFor' | 'close'>;

/** Throws INVALID_PROFILE for a profile that joins a file which was not chosen. */
export function assertSecondFile({ shape }: ImportProfile, second: SecondFile | undefined): void {
  if (!shape.join || second) return;
  const keys = shape.join.on.map(({ column }) => `'${column}'`).join(' and ');
  throw new AppError(
    'INVALID_PROFILE',
    `This kind of file is imported together with a second one, joined by ${keys}. Nothing was imported: choose the second file, or take it out of how the file is read.`,
  );
}

/** A table whose rows are joined with those of a second file. */
export interface JoinedTable {
  profile: ImportProfile;
  join: Join;
  /** Of the first file. */
  columns: readonly string[];
}

/** Reads the second file; `only` are the keys that will be asked for, all of them where it is absent. */
export async function openSecondFile(
  { path, name }: SecondFile,
  { profile, join, columns }: JoinedTable,
  only: ReadonlySet<string> | null = null,
): Promise<SecondTable> {
  const database = openTemporary();
  let merged: MergedColumn[];
  try {
    merged = await load(database, path, { profile, join, columns }, only);
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    merged: merged.map((column) => ({ ...column, file: name })),
    close: () => database.close(),
    keep: (file) => database.exec(`VACUUM INTO '${file.replaceAll("'", "''")}'`),
    joinerFor: (columns) => joinerOf(database, join, columns),
  };
}

/** Opens what was kept of a second file. Throws NOT_FOUND. */
export function openKeptSecond(path: string, join: Join): KeptTable {
  const database = openReadable(path);
  return { close: () => database.close(), joinerFor: (columns) => joinerOf(database, join, columns) };
}

function joinerOf(database: ReadableDatabase, join: Join, columns: readonly string[]): RowJoiner {
  const [file] = database.all<{ name: string }>('SELECT name FROM second_file');
  const name = file?.name ?? '';
  const unmatched: JoinedCells = { cells: join.bring.map(() => ''), isUnmatched: true };
  const places = placesIn(
    columns,
    join.on.map(({ column }) => column),
    'The file',
  );
  return (cells) => {
    const key = keyOf(cells, places);
    const [row] = key === null ? [] : database.rows(FIND, { key });
    if (row === undefined) return unmatched;
    const [found, whole, line, otherLine, problem, isUnsaid] = row;
    const lineCells = () => JSON.parse(String(whole)) as string[];
    if (problem !== null) {
      const because = `line ${line} of ${name}, which it is joined with, cannot be read: ${problem}`;
      return { cells: lineCells(), problem: because };
    }
    if (otherLine !== null && join.several === 'refuse') {
      const because = `lines ${line} and ${otherLine} of ${name} have its key and differ; the first of them stands here`;
      return { cells: lineCells(), problem: because };
    }
    return { cells: JSON.parse(String(found)) as string[], ...(isUnsaid === 1 && { isMergeUnsaid: true }) };
  };
}

/** Rows with merged cells of which a person is asked what they mean. */
const MERGED_LOOKED_AT = 1_000;

/** What a row is found by; null where part of the key is blank. */
export function keyOf(cells: readonly string[], places: readonly number[]): string | null {
  const parts = places.map((at) => (cells[at] ?? '').trim());
  return parts.includes('') ? null : JSON.stringify(parts);
}

/** Columns of the second file, by the names that a profile calls them. */
export async function columnsOfSecondFile(path: string, reading: Join['reading']): Promise<string[]> {
  for await (const [header] of readCsvRows(path, reading)) if (header) return columnNames(header.cells);
  return [];
}

const FIND = 'SELECT cells, whole, line, other_line, problem, is_unsaid FROM joined WHERE key = @key';

async function load(
  database: WritableDatabase,
  path: string,
  { profile, join, columns }: JoinedTable,
  only: ReadonlySet<string> | null,
): Promise<MergedColumn[]> {
  database.exec(
    `CREATE TABLE joined (key TEXT PRIMARY KEY, cells TEXT NOT NULL, whole TEXT NOT NULL, line INTEGER NOT NULL, other_line INTEGER,
       problem TEXT, is_unsaid INTEGER NOT NULL) WITHOUT ROWID;
     CREATE TABLE second_file (name TEXT NOT NULL);
     BEGIN`,
  );
  database.run('INSERT INTO second_file VALUES (@name)', { name: basename(path) });
  const insert = database.prepare(
    `INSERT INTO joined VALUES (?, ?, ?, ?, NULL, ?, ?) ON CONFLICT DO UPDATE SET other_line = excluded.line
     WHERE other_line IS NULL AND cells <> excluded.cells`,
  );
  let table: ReturnType<typeof tableOf> | null = null;
  const withMerged: CsvRow[] = [];
  for await (const rows of readCsvRows(path, join.reading)) {
    for (const given of rows) {
      if (table === null) {
        table = tableOf(given, { profile, join, columns });
        continue;
      }
      if (given.merged && withMerged.length < MERGED_LOOKED_AT) withMerged.push(given);
      const { row, isUnsaid } = table.fill(given);
      const { cells, line } = row;
      const key = keyOf(cells, table.keys);
      if (key === null || (only !== null && !only.has(key))) continue;
      const brought = JSON.stringify(table.brought.map((at) => cells[at] ?? ''));
      const problem = row.problem ?? wrongCellCount(cells, table.width);
      insert.run(key, brought, JSON.stringify(cells), line, problem, isUnsaid ? 1 : 0);
    }
  }
  database.exec('COMMIT');
  return table === null ? [] : mergedColumns(table.names, withMerged).filter(({ column }) => column !== '');
}

function tableOf(header: CsvRow, { profile, join, columns }: JoinedTable) {
  const others = columnNames(header.cells);
  const keys = placesIn(
    others,
    join.on.map(({ other }) => other),
    'The second file',
  );
  const brought = placesIn(others, join.bring, 'The second file');
  // A column has a name beside those of the first file where it is brought along, and nothing is said of it elsewhere.
  const beside = columnNames([...columns, ...join.bring]).slice(columns.length);
  const names = others.map((_, at) => beside[brought.indexOf(at)] ?? '');
  const fillOthers = createMergeFiller(profile, names);
  const fill = (row: CsvRow) => fillOthers(withKeys(row, keys));
  return { keys, brought, width: others.length, names, fill };
}

/** A key over several rows is the key of each: a row without one would belong to nothing. */
function withKeys(row: CsvRow, keys: readonly number[]): CsvRow {
  const ofKeys = row.merged?.filter(({ at }) => keys.includes(at)) ?? [];
  if (ofKeys.length === 0) return row;
  const cells = [...row.cells];
  for (const { at, text } of ofKeys) cells[at] = text;
  return { ...row, cells };
}

function placesIn(columns: readonly string[], names: readonly string[], which: string): number[] {
  return names.map((name) => {
    const place = columns.indexOf(name);
    if (place >= 0) return place;
    throw new AppError(
      'INVALID_PROFILE',
      `${which} has no column '${name}', by which the two are joined or which is to be brought along. It has: ${columns.map((column) => `'${column}'`).join(', ')}.`,
    );
  });
}

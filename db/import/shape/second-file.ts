/**
 * A second file of which columns are brought along, found by a key.
 * 1. It is read once into a table of a database that SQLite keeps beside its own memory and throws away: memory stays flat
 *    however large the file is.
 * 2. A key stands for one row. Rows that share a key and bring the same are one; rows that differ are a matter for a person,
 *    as no order of them means anything.
 */
import { basename } from 'node:path';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import type { Join } from '../../../shared/import/shape.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { openScratch, type WritableDatabase } from '../../engine/sqlite/connection.ts';
import { columnNames } from '../columns.ts';
import { wrongCellCount } from '../map-row.ts';
import { readCsvRows } from '../read-rows.ts';
import type { CsvRow } from '../record-draft.ts';
import type { JoinedCells, RowJoiner } from './shaper.ts';

/** Where the second file lies, and what a person calls it. */
export interface SecondFile {
  path: string;
  name: string;
}

export interface SecondTable {
  /** Looks up rows of a first table with these columns. Throws INVALID_PROFILE naming a column that it lacks. */
  joinerFor(columns: readonly string[]): RowJoiner;
  close(): void;
}

/** Throws INVALID_PROFILE for a profile that joins a file which was not chosen. */
export function assertSecondFile({ shape }: ImportProfile, second: SecondFile | undefined): void {
  if (!shape.join || second) return;
  const keys = shape.join.on.map(({ column }) => `'${column}'`).join(' and ');
  throw new AppError(
    'INVALID_PROFILE',
    `This kind of file is imported together with a second one, joined by ${keys}. Nothing was imported: choose the second file, or take it out of how the file is read.`,
  );
}

/** Reads the second file; `only` are the keys that will be asked for, all of them where it is absent. */
export async function openSecondFile(
  { path }: SecondFile,
  join: Join,
  only: ReadonlySet<string> | null = null,
): Promise<SecondTable> {
  const database = openScratch('');
  try {
    await load(database, path, join, only);
  } catch (error) {
    database.close();
    throw error;
  }
  const find = database.prepare('SELECT cells, line, other_line, problem FROM joined WHERE key = @key');
  const name = basename(path);
  const blank = join.bring.map(() => '');
  const unmatched: JoinedCells = { cells: blank, isUnmatched: true };
  return {
    close: () => database.close(),
    joinerFor(columns) {
      const places = placesIn(
        columns,
        join.on.map(({ column }) => column),
        'The file',
      );
      return (cells) => {
        const key = keyOf(cells, places);
        const [row] = key === null ? [] : find.rows({ key });
        if (row === undefined) return unmatched;
        const [found, line, otherLine, problem] = row;
        if (problem !== null)
          return {
            cells: blank,
            problem: `line ${line} of ${name}, which it is joined with, cannot be read: ${problem}`,
          };
        if (otherLine !== null && join.several === 'refuse') {
          return { cells: blank, problem: `lines ${line} and ${otherLine} of ${name} have its key and differ` };
        }
        return { cells: JSON.parse(String(found)) as string[] };
      };
    },
  };
}

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

async function load(
  database: WritableDatabase,
  path: string,
  join: Join,
  only: ReadonlySet<string> | null,
): Promise<void> {
  database.exec(
    `CREATE TABLE joined (key TEXT PRIMARY KEY, cells TEXT NOT NULL, line INTEGER NOT NULL, other_line INTEGER, problem TEXT) WITHOUT ROWID;
     BEGIN`,
  );
  const insert = database.prepare(
    `INSERT INTO joined VALUES (?, ?, ?, NULL, ?) ON CONFLICT DO UPDATE SET other_line = excluded.line
     WHERE other_line IS NULL AND cells <> excluded.cells`,
  );
  let table: { keys: number[]; brought: number[]; width: number } | null = null;
  for await (const rows of readCsvRows(path, join.reading)) {
    for (const row of rows) {
      if (table === null) {
        table = tableOf(row, join);
        continue;
      }
      const { cells, line } = row;
      const key = keyOf(cells, table.keys);
      if (key === null || (only !== null && !only.has(key))) continue;
      const brought = table.brought.map((at) => cells[at] ?? '');
      insert.run(key, JSON.stringify(brought), line, row.problem ?? wrongCellCount(cells, table.width));
    }
  }
  database.exec('COMMIT');
}

function tableOf(header: CsvRow, join: Join) {
  const columns = columnNames(header.cells);
  const keys = placesIn(
    columns,
    join.on.map(({ other }) => other),
    'The second file',
  );
  return { keys, brought: placesIn(columns, join.bring, 'The second file'), width: columns.length };
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

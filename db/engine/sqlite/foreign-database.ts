/**
 * Another program's SQLite file, read and left as it is.
 *
 * 1. A file with a write-ahead log, or in that mode, cannot be opened without files being made beside it, and a journal that was
 *    left behind would be played back into it. So a copy is read in those cases, made in the folder for scratch files.
 * 2. A copy made while the other program writes may be of two moments: it is taken anew until nothing changed meanwhile.
 */
import { constants, existsSync } from 'node:fs';
import { copyFile, open, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { AppError } from '../../../shared/lib/app-error.ts';
import { makeScratchFolder } from '../scratch-folder.ts';

export type ForeignValue = string | number | bigint | Buffer | null;

export interface ForeignTable {
  name: string;
  kind: 'table' | 'view';
}

export interface ForeignDatabase {
  /** The mark by which programs tell whose file it is; 0 where none was set. */
  applicationId: number;
  /** Tables in the order in which they were made, then views. */
  tables: ForeignTable[];
  /** The columns of a table and its rows one at a time: whole numbers exact, in the order in which they are stored. */
  read(table: string): { columns: string[]; rows: IterableIterator<ForeignValue[]> };
  /** How many rows a table has. */
  count(table: string): number;
  close(): Promise<void>;
}

const COMPANIONS = ['-wal', '-journal'];
const TIMES_COPIED = 3;
const WAL_MODE = 2;
const READ_VERSION_AT = 19;

/** Opens a file for reading. Throws FILE_UNREADABLE in words for what is damaged, locked, or written while it is copied. */
export async function openForeign(path: string): Promise<ForeignDatabase> {
  const copy = (await needsCopy(path)) ? await copyOf(path) : null;
  let sqlite: Sqlite.Database | undefined;
  const close = async () => {
    sqlite?.close();
    if (copy !== null) await rm(copy.folder, { recursive: true, force: true });
  };
  try {
    const opened = new Sqlite(copy?.file ?? path, { readonly: copy === null, fileMustExist: true });
    sqlite = opened;
    opened.pragma('busy_timeout = 5000');
    opened.pragma('query_only = ON');
    opened.pragma('trusted_schema = OFF'); // a view of a file from elsewhere must not call what has effects
    return { ...contents(opened, path), close };
  } catch (error) {
    await close();
    throw explain(error, path);
  }
}

function contents(sqlite: Sqlite.Database, path: string): Omit<ForeignDatabase, 'close'> {
  const tables = sqlite
    .prepare(
      `SELECT name, type AS kind FROM sqlite_schema
       WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, rowid`,
    )
    .all() as ForeignTable[];
  return {
    applicationId: Number(sqlite.pragma('application_id', { simple: true })),
    tables,
    read(table) {
      try {
        const statement = sqlite
          .prepare(`SELECT * FROM ${quoted(table)}`)
          .raw(true)
          .safeIntegers(true);
        const columns = statement.columns().map(({ name }) => name);
        return { columns, rows: explained(statement.iterate() as IterableIterator<ForeignValue[]>, path) };
      } catch (error) {
        throw explain(error, path);
      }
    },
    count: (table) =>
      Number(
        sqlite
          .prepare(`SELECT count(*) FROM ${quoted(table)}`)
          .pluck()
          .get(),
      ),
  };
}

function* explained<Row>(rows: IterableIterator<Row>, path: string): Generator<Row> {
  try {
    yield* rows;
  } catch (error) {
    throw explain(error, path);
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

async function needsCopy(path: string): Promise<boolean> {
  if (COMPANIONS.some((suffix) => existsSync(path + suffix))) return true;
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, READ_VERSION_AT);
    return buffer[0] === WAL_MODE;
  } finally {
    await file.close();
  }
}

async function copyOf(path: string): Promise<{ folder: string; file: string }> {
  const folder = makeScratchFolder();
  const file = join(folder, 'copy.db');
  try {
    for (let time = 0; time < TIMES_COPIED; time += 1) {
      const before = await stamps(path);
      for (const suffix of ['', ...COMPANIONS]) await copyIfThere(path + suffix, file + suffix);
      if ((await stamps(path)) === before) return { folder, file };
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw explain(error, path);
  }
  await rm(folder, { recursive: true, force: true });
  throw new AppError(
    'FILE_UNREADABLE',
    `Another program keeps writing '${basename(path)}'. It was left as it is; close that program, or import a copy.`,
  );
}

async function copyIfThere(from: string, to: string): Promise<void> {
  if (existsSync(from)) await copyFile(from, to, constants.COPYFILE_FICLONE);
  else await rm(to, { force: true });
}

async function stamps(path: string): Promise<string> {
  const files = ['', ...COMPANIONS].map((suffix) => path + suffix).filter((file) => existsSync(file));
  const found = await Promise.all(files.map((file) => stat(file)));
  return found.map(({ size, mtimeMs }) => `${size} ${mtimeMs}`).join(', ');
}

function explain(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  const code = 'code' in error ? String(error.code) : '';
  const name = basename(path);
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code)) {
    return unreadable(
      `The database '${name}' is damaged (${error.message}). Restore it, or export its table as CSV.`,
      error,
    );
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return unreadable(`'${name}' is locked by another program. Close it there and retry.`, error);
  }
  if (/^(SQLITE_FULL|ENOSPC)/.test(code)) {
    return unreadable(
      `There is no room for a copy of '${name}' in the folder for scratch files. Free some and retry.`,
      error,
    );
  }
  return unreadable(`The database '${name}' could not be read (${error.message}). Copy it and retry.`, error);
}

function unreadable(message: string, cause: unknown): AppError {
  return new AppError('FILE_UNREADABLE', message, cause);
}

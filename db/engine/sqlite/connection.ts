import Sqlite from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import { AppError } from '../../../shared/lib/app-error.ts';
import { takenBack } from '../../../shared/lib/taken-back.ts';

export type Value = string | number | bigint | null;
export type Parameters = Record<string, Value>;

/** A statement prepared once; rows come as arrays, in the order of the columns. */
export interface Statement {
  rows(parameters?: Parameters): Value[][];
  run(...values: Value[]): void;
}

/** What a reader may do. It has no way to write: a write through a reader does not compile. */
export interface ReadableDatabase {
  readonly path: string;
  /** All rows as objects. */
  all<Row>(sql: string, parameters?: Parameters): Row[];
  /** The first row as an object, undefined when there is none. */
  get<Row>(sql: string, parameters?: Parameters): Row | undefined;
  /** All rows as arrays: half the time of objects for large answers. */
  rows(sql: string, parameters?: Parameters): Value[][];
  /** Rows as arrays, one at a time; the statement is released when the loop ends, also by a throw. */
  iterate(sql: string, parameters?: Parameters): IterableIterator<Value[]>;
  /** Runs `work` in one read transaction, so that all it reads is of one moment. */
  snapshot<Result>(work: () => Result): Result;
  /** Runs `work`; statements that ask keep_going() throw CANCELLED once the flag is set. SQLite itself cannot be interrupted here. */
  cancellable<Result>(flag: SharedArrayBuffer | null, work: () => Result): Result;
  /** Copies the database into a new file page by page: the moment that an open transaction reads, or else the newest. */
  copyTo(path: string): Promise<void>;
  close(): void;
}

/** What the writer may do. */
export interface WritableDatabase extends ReadableDatabase {
  /** Runs one statement; returns how many rows it changed. */
  run(sql: string, parameters?: Parameters): number;
  /** Runs several statements without parameters. */
  exec(sql: string): void;
  prepare(sql: string): Statement;
  /** Runs `work` in one immediate transaction: all of it, or nothing when it throws. */
  transaction<Result>(work: () => Result): Result;
  /**
   * Runs `work` in one immediate transaction that may wait for other threads on its way. Foreign keys are not checked in
   * it: that is a look-up for every key of every row, where all keys were given out by the dictionary.
   */
  bulk<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** SQLite before this has the WAL-reset bug, which can corrupt a database. */
const OLDEST_SAFE_SQLITE = [3, 51, 3] as const;
/**
 * Statements that a thread keeps prepared, over all of its files: a program asks a few hundred shapes of question, and each file
 * prepares its own, of some 18 kB.
 */
const STATEMENTS_KEPT = 1_000;
const statements = new LRUCache<string, Sqlite.Statement>({ max: STATEMENTS_KEPT });
let connections = 0;

/**
 * Settings of every connection, each with its reason.
 * - busy_timeout: another program may hold the lock for a moment (a checkpoint, DB Browser).
 * - foreign_keys: off by default in SQLite, and a record without its line would be an untraceable number.
 * - cache_size: 8 MiB; more hardly mattered when measured, and each file of each thread has its own.
 * - mmap_size stays 0: it made scans a quarter faster, but a bad page or a truncated file becomes a crash.
 * - temp_store stays on disk: large sorts in memory were 1.4 to 1.8 times slower.
 */
const EVERY_CONNECTION = ['busy_timeout = 10000', 'foreign_keys = ON', 'cache_size = -8192'];

/**
 * Settings of the connection that writes.
 * - journal_mode WAL: readers go on while an import commits.
 * - synchronous FULL: in WAL, NORMAL may lose the last commits when the power fails, and an import that was
 *   acknowledged must still be there; it costs 0.2 ms a commit.
 * - wal_autocheckpoint: pages after which the log is folded back, so that it cannot grow without bound.
 */
const WRITER = ['journal_mode = WAL', 'synchronous = FULL', 'wal_autocheckpoint = 4000'];

/**
 * Of a new file, before anything else is set: free pages can be given back without writing it anew; one page in eight hundred
 * tells where the others belong. Not of one that is there: it would be a commit, which its owner takes for another program's.
 */
const NEW_FILE = ['auto_vacuum = INCREMENTAL'];

/** Opens a database for reading only, with so much of it kept in memory. Throws DAMAGED when the file is no database, NOT_FOUND when it is not there. */
export function openReadable(path: string, cacheKib?: number): ReadableDatabase {
  const cache = cacheKib === undefined ? [] : [`cache_size = -${cacheKib}`];
  return wrap(openFile(path, { readonly: true, fileMustExist: true }, ['query_only = ON', ...cache]), path);
}

/** Opens, or creates, a database for writing. Throws like openReadable. */
export function openWritable(path: string): WritableDatabase {
  return wrap(openFile(path, {}, WRITER, NEW_FILE), path);
}

/**
 * Opens a sealed file for writing beside readers. A log would be left only with all of them gone, as each that reads meanwhile
 * holds on to it; so it stays without one, and pages are kept in memory until they are committed, as spilling them would
 * lock readers out for as long as the work takes.
 */
export function openRewritable(path: string): WritableDatabase {
  const settings = ['journal_mode = DELETE', 'synchronous = FULL', 'cache_spill = OFF'];
  return wrap(openFile(path, { fileMustExist: true }, settings), path);
}

/** Opens a file that is thrown away afterwards, whatever becomes of it. */
export function openScratch(path: string): WritableDatabase {
  return wrap(openFile(path, { fileMustExist: true }, ['main.journal_mode = OFF', 'main.synchronous = OFF']), path);
}

/** Opens a database of its own that lies on disk where it does not fit into memory, and is gone when it is closed. */
export function openTemporary(): WritableDatabase {
  return wrap(openFile('', {}, ['journal_mode = OFF', 'synchronous = OFF']), '');
}

/**
 * Takes an exclusive lock on a file for as long as the connection lives; the system releases it when the process
 * ends, however it ends. Returns null when another process holds it.
 */
export function holdLock(path: string): { release(): void } | null {
  let sqlite: Sqlite.Database | undefined;
  try {
    const held = new Sqlite(path, { timeout: 0 });
    sqlite = held;
    held.pragma('locking_mode = EXCLUSIVE');
    held.exec('BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS owner (pid INTEGER); COMMIT; BEGIN EXCLUSIVE');
    return { release: () => void held.close() };
  } catch (error) {
    sqlite?.close();
    if (isSqliteError(error) && error.code.startsWith('SQLITE_BUSY')) return null;
    throw explainSqliteError(error, path);
  }
}

export function sqliteVersion(): string {
  const memory = new Sqlite(':memory:');
  const version = String(memory.prepare('SELECT sqlite_version()').pluck().get());
  memory.close();
  return version;
}

function assertSafeVersion(): void {
  const parts = sqliteVersion().split('.').map(Number);
  const [major, minor, patch] = OLDEST_SAFE_SQLITE;
  const rank = (a: number, b: number, c: number) => a * 1_000_000 + b * 1_000 + c;
  if (rank(parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0) < rank(major, minor, patch)) {
    throw new AppError(
      'STORE_UNUSABLE',
      `This build carries SQLite ${parts.join('.')}, which can corrupt a store; at least ${OLDEST_SAFE_SQLITE.join('.')} is needed. Nothing was opened. Install Throughline again.`,
    );
  }
}

let versionChecked = false;

/** Opens a file with settings of its own, and others before them where it is new. Throws in words, with nothing left open. */
function openFile(
  path: string,
  options: Sqlite.Options,
  settings: readonly string[],
  ofNew: readonly string[] = [],
): Sqlite.Database {
  if (!versionChecked) {
    assertSafeVersion();
    versionChecked = true;
  }
  let sqlite: Sqlite.Database | undefined;
  try {
    sqlite = new Sqlite(path, options);
    for (const pragma of EVERY_CONNECTION) sqlite.pragma(pragma);
    sqlite.prepare('SELECT count(*) FROM sqlite_schema').get(); // reads the header: a file that is no database fails here
    const isNew = ofNew.length > 0 && sqlite.pragma('page_count', { simple: true }) === 0;
    for (const pragma of [...(isNew ? ofNew : []), ...settings]) sqlite.pragma(pragma);
    return sqlite;
  } catch (error) {
    sqlite?.close();
    throw explainSqliteError(error, path);
  }
}

interface SqliteFailure extends Error {
  code: string;
}

function isSqliteError(error: unknown): error is SqliteFailure {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_');
}

/** Turns SQLite's code into a sentence; other errors pass through. */
export function explainSqliteError(error: unknown, path: string): unknown {
  if (!isSqliteError(error)) return error;
  switch (error.code.split('_').slice(0, 2).join('_')) {
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return new AppError(
        'DAMAGED',
        `${path} is damaged or is not a Throughline file (${error.message}). It was left as it is; restore it from a backup, or move it away.`,
        error,
      );
    case 'SQLITE_FULL':
      return new AppError(
        'DISK_FULL',
        `The disk that holds ${path} is full. What was stored before is unchanged; free some space and try again.`,
        error,
      );
    case 'SQLITE_CANTOPEN':
      return new AppError(
        'NOT_FOUND',
        `${path} cannot be opened. Check that it exists, that you may read it, and the room on its disk.`,
        error,
      );
    case 'SQLITE_READONLY':
      return new AppError(
        'STORE_UNUSABLE',
        `${path} cannot be written. Check its permissions and the room on its disk; nothing was changed.`,
        error,
      );
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return new AppError(
        'STORE_IN_USE',
        `Another program keeps ${path} locked. What was stored is unchanged; close it there and try again.`,
        error,
      );
    case 'SQLITE_IOERR':
      return new AppError(
        'DAMAGED',
        `The disk that holds ${path} did not read or write as asked (${error.code}). What was stored before is kept; check the disk and the room on it, then try again.`,
        error,
      );
    default:
      if (isOverflow(error)) return tooLarge(error);
      return OF_OTHER_KIND.test(error.message) ? ofOtherKind(error, path) : error;
  }
}

/** What SQLite says of tables and search indexes that are not there, or not as this version makes them: one turned bit may be enough. */
const OF_OTHER_KIND = /^(no such (table|column|module)|unrecognized option|parse error in|vtable constructor failed)/;

/** Met by readers, who open a file as it is; its owner looks at it first and brings it to the newest schema. */
function ofOtherKind(error: Error, path: string): AppError {
  return new AppError(
    'DAMAGED',
    `${path} is empty, or not a file of this version of Throughline (${error.message}). It was left as it is; restore it from a backup, or open the store for writing first.`,
    error,
  );
}

function isOverflow(error: Error): boolean {
  return error.message === 'integer overflow';
}

/** Millionths are added as 64-bit integers, and SQLite rather fails than give a wrong sum. */
function tooLarge(error: Error): AppError {
  return new AppError(
    'TOO_LARGE',
    'The quantities add up to more than 9,000,000,000,000, which cannot be held exactly. Nothing was changed; look for a quantity in too small a unit, or ask for less at once.',
    error,
  );
}

function wrap(sqlite: Sqlite.Database, path: string): WritableDatabase {
  const connection = ++connections;
  let cancelFlag: Int32Array | null = null;
  sqlite.function('keep_going', { deterministic: false }, () => {
    if (cancelFlag && Atomics.load(cancelFlag, 0) !== 0) throw takenBack();
    return 1;
  });

  /** better-sqlite3 keeps the row form on the statement, so each form has statements of its own. */
  function prepared(form: 'objects' | 'arrays', sql: string): Sqlite.Statement {
    const key = `${connection} ${form} ${sql}`;
    let statement = statements.get(key);
    if (!statement) {
      statement = sqlite.prepare(sql);
      if (form === 'arrays') statement.raw(true);
      statements.set(key, statement);
    }
    return statement;
  }

  function guarded<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw explainSqliteError(error, path);
    }
  }

  return {
    path,
    all: <Row>(sql: string, parameters: Parameters = {}) =>
      guarded(() => prepared('objects', sql).all(parameters) as Row[]),
    get: <Row>(sql: string, parameters: Parameters = {}) =>
      guarded(() => prepared('objects', sql).get(parameters) as Row | undefined),
    rows: (sql, parameters = {}) => guarded(() => prepared('arrays', sql).all(parameters) as Value[][]),
    iterate: (sql, parameters = {}) => sqlite.prepare(sql).raw(true).iterate(parameters) as IterableIterator<Value[]>,
    snapshot: (work) => guarded(() => sqlite.transaction(work).deferred()),
    cancellable: (flag, work) => {
      cancelFlag = flag === null ? null : new Int32Array(flag);
      try {
        return work();
      } finally {
        cancelFlag = null;
      }
    },
    run: (sql, parameters = {}) => guarded(() => prepared('objects', sql).run(parameters).changes),
    exec: (sql) => guarded(() => void sqlite.exec(sql)),
    prepare: (sql) => {
      const statement = sqlite.prepare(sql);
      const reads = statement.reader;
      if (reads) statement.raw(true);
      return {
        rows: (parameters = {}) => guarded(() => statement.all(parameters) as Value[][]),
        run: (...values) => guarded(() => void statement.run(...values)),
      };
    },
    transaction: (work) => guarded(() => sqlite.transaction(work).immediate()),
    copyTo: async (copy) => {
      try {
        await sqlite.backup(copy);
      } catch (error) {
        throw explainSqliteError(error, copy);
      }
    },
    bulk: async (work) => {
      sqlite.pragma('foreign_keys = OFF'); // which a transaction could not
      try {
        guarded(() => void sqlite.exec('BEGIN IMMEDIATE'));
        const result = await work();
        guarded(() => void sqlite.exec('COMMIT'));
        return result;
      } catch (error) {
        throw explainSqliteError(error, path);
      } finally {
        if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
        sqlite.pragma('foreign_keys = ON');
      }
    },
    close: () => void sqlite.close(),
  };
}

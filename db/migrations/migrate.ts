import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../shared/lib/app-error.ts';
import { openReadable, type ReadableDatabase, type WritableDatabase } from '../engine/sqlite/connection.ts';
import { flushFile, flushFolder } from '../store/flush.ts';
import { renameFile } from '../store/rename-file.ts';
import { APPLICATION_ID } from './application-id.ts';
import { migrations as allMigrations } from './index.ts';
import type { FileRole, Migration } from './migration.ts';

/**
 * Looks at a file, if it is there, before it is opened for writing, which would change the header of any database.
 * Throws STORE_FROM_FUTURE, STORE_UNUSABLE or DAMAGED, and leaves the file as it is, byte for byte.
 */
export function assertOurs(path: string): void {
  if (!existsSync(path)) return;
  const database = openReadable(path);
  try {
    refuseForeign(database, allMigrations);
  } finally {
    database.close();
  }
}

/**
 * Brings a file to the newest schema: each migration in a transaction of its own, after a backup of what was there.
 * Throws STORE_FROM_FUTURE for a file a newer program made and STORE_UNUSABLE for a database of another program.
 */
export function migrate(
  database: WritableDatabase,
  role: FileRole,
  migrations: readonly Migration[] = allMigrations,
): void {
  refuseForeign(database, migrations);
  const version = Number(pragma(database, 'user_version'));
  const pending = migrations.filter((migration) => migration.id > version);
  if (pending.length === 0) return;
  if (version > 0) backUp(database, version);
  for (const migration of pending) {
    database.transaction(() => {
      migration.up(database, role);
      database.exec(`PRAGMA user_version = ${migration.id}; PRAGMA application_id = ${APPLICATION_ID}`);
    });
  }
}

function refuseForeign(database: ReadableDatabase, migrations: readonly Migration[]): void {
  const version = Number(pragma(database, 'user_version'));
  const newest = Math.max(...migrations.map((migration) => migration.id));
  const ours = Number(pragma(database, 'application_id')) === APPLICATION_ID;
  const tables = database.get<{ n: number }>('SELECT count(*) AS n FROM sqlite_schema')?.n ?? 0;
  if (tables > 0 && !ours) {
    throw new AppError(
      'STORE_UNUSABLE',
      `${database.path} is a database of another program. It was left as it is; choose another folder for the store.`,
    );
  }
  if (version > newest) {
    throw new AppError(
      'STORE_FROM_FUTURE',
      `${database.path} was made by a newer Throughline (schema ${version}; this one knows up to ${newest}). It was left as it is; open it with the newer program.`,
    );
  }
}

/** The copy is there as a whole or not at all: what a kill or a full disk left of an earlier one goes first. */
function backUp(database: WritableDatabase, version: number): void {
  const folder = join(dirname(database.path), 'backups');
  mkdirSync(folder, { recursive: true });
  const name = `${basename(database.path, '.db')}-schema-${version}-`;
  const half = join(folder, `${name}half.db`);
  const removeHalf = () => {
    for (const suffix of ['', '-journal']) rmSync(half + suffix, { force: true });
  };
  removeHalf();
  try {
    database.run('VACUUM INTO @half', { half });
    flushFile(half);
    renameFile(half, join(folder, `${name}${new Date().toISOString().replaceAll(':', '-')}.db`));
    flushFolder(folder);
  } catch (error) {
    removeHalf();
    throw error;
  }
}

function pragma(database: ReadableDatabase, name: 'user_version' | 'application_id'): unknown {
  return database.rows(`PRAGMA ${name}`)[0]?.[0];
}

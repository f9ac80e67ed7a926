import { mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../shared/lib/app-error.ts';
import type { WritableDatabase } from '../engine/sqlite/connection.ts';
import { migrations as allMigrations, schemaVersion } from './index.ts';
import type { FileRole, Migration } from './migration.ts';

/** Marks a file as Throughline's, so that another program's database is not taken for one ('THRU'). */
const APPLICATION_ID = 0x54485255;

/**
 * Brings a file to the newest schema: each migration in a transaction of its own, after a backup of what was there.
 * Throws STORE_FROM_FUTURE for a file a newer program made and DAMAGED for a database of another program; both are
 * left untouched.
 */
export function migrate(
  database: WritableDatabase,
  role: FileRole,
  migrations: readonly Migration[] = allMigrations,
): void {
  const version = Number(pragma(database, 'user_version'));
  const newest = Math.max(...migrations.map((migration) => migration.id));
  refuseForeign(database, version, newest);
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

function refuseForeign(database: WritableDatabase, version: number, newest: number): void {
  if (version > newest) {
    throw new AppError(
      'STORE_FROM_FUTURE',
      `${database.path} was made by a newer Throughline (schema ${version}; this one knows up to ${newest}). It was left as it is; open it with the newer program.`,
    );
  }
  const tables = database.get<{ n: number }>('SELECT count(*) AS n FROM sqlite_schema')?.n ?? 0;
  if (tables > 0 && Number(pragma(database, 'application_id')) !== APPLICATION_ID) {
    throw new AppError(
      'STORE_UNUSABLE',
      `${database.path} is a database of another program. It was left as it is; choose another folder for the store.`,
    );
  }
}

function backUp(database: WritableDatabase, version: number): void {
  const folder = join(dirname(database.path), 'backups');
  mkdirSync(folder, { recursive: true });
  const stamp = new Date().toISOString().replaceAll(':', '-');
  const copy = join(folder, `${basename(database.path, '.db')}-schema-${version}-${stamp}.db`);
  database.run('VACUUM INTO @copy', { copy });
}

function pragma(database: WritableDatabase, name: 'user_version' | 'application_id'): unknown {
  return database.rows(`PRAGMA ${name}`)[0]?.[0];
}

export { schemaVersion };

/** A schema after the newest one, so that a migration of a store that holds records can be ended at any moment. */
import { existsSync } from 'node:fs';
import { openWritable, type WritableDatabase } from '../engine/sqlite/connection.ts';
import { migrations } from '../migrations/index.ts';
import { migrate } from '../migrations/migrate.ts';
import type { Migration } from '../migrations/migration.ts';
import { archiveNames } from '../store/archives.ts';
import { storeFolder } from '../store/folder.ts';
import { unsealed } from '../store/unsealed.ts';

/** Writes every record once more, as a migration that changes their form does. */
const later: Migration = {
  id: 9_990,
  name: 'later',
  up: (database) =>
    database.exec(`CREATE TABLE later_records AS SELECT * FROM records;
      CREATE INDEX later_records_by_day ON later_records (production_date)`),
};
const newest = Math.max(...migrations.map(({ id }) => id));
const upTo = [...migrations, later];

/** Brings live and then every archive to the later schema, as opening a store does; `onMoment` is told in between. */
export function migrateStore(path: string, onMoment: () => void = () => {}): void {
  const folder = storeFolder(path);
  const live = openWritable(folder.live);
  try {
    onMoment();
    migrate(live, 'live', upTo);
    for (const name of archiveNames(live)) {
      onMoment();
      unsealed({ live, folder, name }, (archive) => migrate(archive, 'archive', upTo));
    }
    onMoment();
  } finally {
    live.close();
  }
}

/** Takes a store that was wholly brought to the later schema back to the newest one of the program. */
export function migrateBack(path: string): void {
  const folder = storeFolder(path);
  if (!existsSync(folder.live)) return;
  const live = openWritable(folder.live);
  try {
    takeBack(live);
    for (const name of archiveNames(live)) unsealed({ live, folder, name }, takeBack);
  } finally {
    live.close();
  }
}

function takeBack(database: WritableDatabase): void {
  database.exec(`DROP TABLE later_records; PRAGMA user_version = ${newest}`);
}

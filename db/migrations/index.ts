import { initial } from './0010-initial.ts';
import type { Migration } from './migration.ts';

/** Every migration, oldest first. */
export const migrations: readonly Migration[] = [initial];

export const schemaVersion = Math.max(...migrations.map((migration) => migration.id));

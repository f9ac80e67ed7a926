import type { WritableDatabase } from '../engine/sqlite/connection.ts';

/** The live file carries the catalogue of the store; an archive carries records and what they refer to. */
export type FileRole = 'live' | 'archive';

export interface Migration {
  /** Becomes the file's user_version; ids leave room so that order is a choice, not an accident. */
  id: number;
  name: string;
  up(database: WritableDatabase, role: FileRole): void;
}

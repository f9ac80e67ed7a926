import { statSync } from 'node:fs';
import type { ReadableDatabase } from '../engine/sqlite/connection.ts';

/** The pages of a database file, and those of them that hold nothing and would be given back by VACUUM. */
export interface FileRoom {
  pages: number;
  freePages: number;
  pageBytes: number;
}

export function readRoom(database: ReadableDatabase): FileRoom {
  const pragma = (name: string) => Number(database.rows(`PRAGMA ${name}`)[0]?.[0]);
  return { pages: pragma('page_count'), freePages: pragma('freelist_count'), pageBytes: pragma('page_size') };
}

/** Bytes of a database file and of its write-ahead log; 0 for what is not there. */
export function sizesOnDisk(file: string): { mainBytes: number; walBytes: number } {
  const size = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return { mainBytes: size(file), walBytes: size(`${file}-wal`) };
}

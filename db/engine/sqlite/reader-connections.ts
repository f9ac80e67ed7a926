/** The connections of a reader, one for each file that it has read, with their prepared statements. */
import { statSync } from 'node:fs';
import { LRUCache } from 'lru-cache';
import { openReadable, type ReadableDatabase } from './connection.ts';

/** Far more files than a store has years; the bound only keeps forgotten ones from staying open. */
const CONNECTIONS_KEPT = 64;

const connections = new LRUCache<string, { database: ReadableDatabase; inode: number }>({
  max: CONNECTIONS_KEPT,
  dispose: ({ database }) => database.close(),
});

/** A file that was deleted, or has another one in its place, would still be read through a connection that is open. */
export function connectionTo(file: string): ReadableDatabase {
  const inode = statSync(file, { throwIfNoEntry: false })?.ino ?? 0;
  const kept = connections.get(file);
  if (kept?.inode === inode) return kept.database;
  connections.delete(file);
  const database = openReadable(file);
  connections.set(file, { database, inode });
  return database;
}

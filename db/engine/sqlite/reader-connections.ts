/** The connections of a reader, one for each file that it has read, with their prepared statements. */
import { statSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { LRUCache } from 'lru-cache';
import type { ReaderSettings } from '../threads/reader-settings.ts';
import { openReadable, type ReadableDatabase } from './connection.ts';

/** Absent for the readers of questions. */
const settings: ReaderSettings | null = workerData;

/** Far more files than a store has years; the bound only keeps forgotten ones from staying open. */
const CONNECTIONS_KEPT = 64;

const connections = new LRUCache<string, { database: ReadableDatabase; inode: bigint }>({
  max: CONNECTIONS_KEPT,
  dispose: ({ database }) => database.close(),
});

/** A file that was deleted, or has another one in its place, would still be read through a connection that is open. */
export function connectionTo(file: string): ReadableDatabase {
  const inode = statSync(file, { bigint: true, throwIfNoEntry: false })?.ino ?? 0n; // on Windows too long for a number
  const kept = connections.get(file);
  if (kept?.inode === inode) return kept.database;
  connections.delete(file);
  const database = openReadable(file, settings?.cacheKib);
  connections.set(file, { database, inode });
  return database;
}

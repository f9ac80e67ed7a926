import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { storeFolder } from '../../db/store/folder.ts';
import type { Stores } from './build-stores.ts';
import { openDuckdbPeer } from './duckdb-peer.ts';
import { openEnginePeer, openFilesPeer, readingRecords } from './engine-peer.ts';
import { type Peer, peers } from './peer.ts';
import { openSqlitePeer } from './sqlite-peer.ts';

/** Every peer over its store, the program first. */
export async function openPeers(stores: Stores, records: number): Promise<Peer[]> {
  return [
    await openEnginePeer(stores.throughline, records),
    await openFilesPeer(stores.files, records, readingRecords),
    await openDuckdbPeer(stores.duckdb, records),
    openSqlitePeer('indexed', stores.indexed, records),
    openSqlitePeer('plain', stores.plain, records),
  ];
}

export interface StoreSize {
  title: string;
  bytesPerRecord: number;
}

/** Bytes a record of every store, all its files together; the columnar copy, which can be deleted at any time, apart. */
export function storeSizes(stores: Stores, records: number): StoreSize[] {
  const copy = bytesOf(storeFolder(stores.throughline).columns);
  const bytes: [title: string, bytes: number][] = [
    [peers.throughline.title, bytesOf(stores.throughline) - copy],
    ['its columnar copy', copy],
    [peers.duckdb.title, bytesOf(stores.duckdb)],
    [peers.indexed.title, bytesOf(stores.indexed)],
    [peers.plain.title, bytesOf(stores.plain)],
  ];
  return bytes.map(([title, sum]) => ({ title, bytesPerRecord: sum / records }));
}

/** Bytes of a file, or of all files beneath a folder; 0 for what is not there. */
export function bytesOf(path: string): number {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (!facts) return 0;
  if (!facts.isDirectory()) return facts.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0);
}

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Stores } from './build-stores.ts';
import { openDuckdbPeer } from './duckdb-peer.ts';
import { openEnginePeer } from './engine-peer.ts';
import { type Peer, peerNames } from './peer.ts';
import { openSqlitePeer } from './sqlite-peer.ts';

/** Every peer over its store, the program first. */
export async function openPeers(stores: Stores, records: number): Promise<Peer[]> {
  return [
    await openEnginePeer(stores.throughline, records),
    await openDuckdbPeer(stores.duckdb, records),
    openSqlitePeer('indexed', stores.indexed, records),
    openSqlitePeer('plain', stores.plain, records),
  ];
}

/** Bytes a record of every peer's store, all its files together. */
export function bytesPerRecord(stores: Stores, records: number) {
  return peerNames.map((name) => ({ peer: name, bytesPerRecord: bytesOf(stores[name]) / records }));
}

/** Bytes of a file, or of all files beneath a folder. */
export function bytesOf(path: string): number {
  const facts = statSync(path);
  if (!facts.isDirectory()) return facts.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0);
}

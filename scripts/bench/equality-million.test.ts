/**
 * The bench without its clock: a million records, every question, the engine against DuckDB. The stores are those of
 * the bench and are found again while nothing changes that makes them; the program's is opened for reading, so that a
 * bench may run beside.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../run-process.ts';
import { buildStores } from './build-stores.ts';
import { checkPeers } from './check-peers.ts';
import { openDuckdbPeer } from './duckdb-peer.ts';
import { openEnginePeer, openFilesPeer } from './engine-peer.ts';
import type { Peer } from './peer.ts';
import { questionNames } from './questions.ts';

const RECORDS = 1_000_000;
const folder = join(root, 'node_modules', '.cache', 'bench', String(RECORDS));
let peers: Peer[] = [];

beforeAll(async () => {
  const stores = await buildStores(folder, RECORDS, () => {}, ['own', 'duckdb']);
  peers = [
    await openEnginePeer(stores.throughline, RECORDS, 'read'),
    await openFilesPeer(stores.files, RECORDS),
    await openDuckdbPeer(stores.duckdb, RECORDS),
  ];
}, 600_000);
afterAll(async () => {
  for (const peer of peers) await peer.close();
});

test.each(questionNames)(
  'to %s the engine answers over a million records as DuckDB does, from memory and from its files',
  async (name) => {
    expect(await checkPeers(peers, [name])).toEqual([]);
  },
);

/**
 * One question asked in a process of its own, which ends with it: what cold.ts starts. Its argument is a ColdRequest as
 * JSON, its output a ColdTimes.
 */

import { Engine } from '../../db/engine/engine.ts';
import type { ColdPeer, ColdRequest, ColdTimes } from './cold.ts';
import { openDuckdbPeer } from './duckdb-peer.ts';
import { enginePeer } from './engine-peer.ts';
import type { Peer } from './peer.ts';
import { openSqlitePeer } from './sqlite-peer.ts';

const openers: Record<ColdPeer, (store: string, records: number) => Promise<Peer>> = {
  throughline: async (store, records) => enginePeer('throughline', await Engine.open(store, 'own'), records),
  duckdb: openDuckdbPeer,
  indexed: async (store, records) => openSqlitePeer('indexed', store, records),
};

const { peer: name, store, records, question }: ColdRequest = JSON.parse(process.argv[2] ?? '');
const startedAt = performance.now();
const peer = await openers[name](store, records);
const openedAt = performance.now();
await peer.ask(question);
const times: ColdTimes = { openMs: openedAt - startedAt, askMs: performance.now() - openedAt };
await peer.close();
process.stdout.write(JSON.stringify(times));

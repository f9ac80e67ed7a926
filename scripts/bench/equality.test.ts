import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildStores, type Stores } from './build-stores.ts';
import { checkPeers } from './check-peers.ts';
import { openPeers, storeSizes } from './open-peers.ts';
import type { Peer } from './peer.ts';
import { type QuestionName, questionNames } from './questions.ts';

const RECORDS = 20_000;
const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
let stores: Stores;
let peers: Peer[] = [];

beforeAll(async () => {
  stores = await buildStores(folder, RECORDS, () => {});
  peers = await openPeers(stores, RECORDS);
});
afterAll(async () => {
  for (const peer of peers) await peer.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each(questionNames)('to %s the engine answers as DuckDB and a plain table do', async (name: QuestionName) => {
  expect(await checkPeers(peers, [name])).toEqual([]);
});

test('a peer that answers otherwise, or not at all, is named', async () => {
  const [engine, duckdb, ...others] = peers;
  if (!engine || !duckdb) throw new Error('There are no peers.');
  const wrong: Peer = { ...engine, ask: async (name) => (await engine.ask(name)).slice(1) };
  expect(await checkPeers([wrong, duckdb, ...others], ['month-totals'])).toEqual([
    'month-totals: Throughline found 59 rows instead of 60.',
  ]);
  const silent = peers.map((peer) => ({ ...peer, ask: async () => [] }));
  expect(await checkPeers(silent, ['month-totals'])).toEqual([
    'month-totals: nothing was found, so nothing is compared.',
  ]);
});

test('the columnar copy is weighed apart from the store, and both have bytes', () => {
  const sizes = storeSizes(stores, RECORDS);
  expect(sizes.map(({ title }) => title)).toEqual([
    'Throughline',
    'its columnar copy',
    'DuckDB',
    'SQLite, 3 indexes',
    'SQLite, no index',
  ]);
  for (const { title, bytesPerRecord } of sizes) expect(bytesPerRecord, title).toBeGreaterThan(1);
});

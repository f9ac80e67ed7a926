import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { warningsOf } from '../../shared/query/missing.ts';
import { parseReportQuery } from '../../shared/query/report-query.ts';
import { archiveYear } from '../maintenance/archive.ts';
import { createRandom } from '../sample/random.ts';
import { BYTES_A_BLOCK } from '../store/block-sums.ts';
import { decay, decayText } from '../testing/decay.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { runReport } from './answers/run-report.ts';
import { Engine } from './engine.ts';

let path: string;
let remove: () => void;
let engine: Engine | null = null;

beforeEach(async () => {
  const created = createStore();
  ({ path, remove } = created);
  await insertRecords(
    created.store,
    randomDrafts(createRandom(5), { records: 600, from: '2023-01-01', to: '2024-06-30' }),
  );
  archiveYear(created.store, 2023, unwatched);
  created.store.close();
});
afterEach(async () => {
  await engine?.close();
  engine = null;
  remove();
});

const query = parseReportQuery({ measures: ['records', 'good'], dimensions: ['month'] });
async function warnings() {
  return warningsOf((await runReport(engine as Engine, query)).answer.plan).map(({ name, reason }) => [
    name,
    reason.code,
  ]);
}

test('A store that lies as it was left has nothing decayed, and may be written meanwhile', async () => {
  engine = await Engine.open(path, 'own');
  const found = engine.findDecay();
  await engine.start('sample', { records: 5_000, from: '2024-01-01', to: '2024-12-31', seed: 1 }, () => {}).result;
  expect(await found).toEqual([]);
  expect(await warnings()).toEqual([]);
});

test('A bit of live that turned is found, told with every answer, and told until somebody takes note of it', async () => {
  decayText(join(path, 'live.db'), 'WO-');
  engine = await Engine.open(path, 'own');
  expect(await engine.findDecay()).toEqual(['live']);
  expect(await warnings()).toEqual([['live', 'damaged']]);
  await engine.start('sample', { records: 5_000, from: '2024-01-01', to: '2024-12-31', seed: 1 }, () => {}).result;
  expect(await warnings()).toEqual([['live', 'damaged']]); // no check can mend it
  await engine.close();

  engine = await Engine.open(path, 'own');
  expect(await engine.findDecay()).toEqual([]); // what this program left is what it found
  expect(await warnings()).toEqual([['live', 'damaged']]);
  await engine.acknowledgeRebuilt('live');
  expect(await warnings()).toEqual([]);
});

test('A bit of an archive that turned is found by its seal, though nobody wrote to the file', async () => {
  decay(join(path, 'archive_2023.db'), BYTES_A_BLOCK / 2);
  engine = await Engine.open(path, 'own');
  expect(await engine.findDecay()).toEqual(['archive_2023']);
  expect(await warnings()).toEqual([['archive_2023', 'doubted']]);
});

test('An archive that was taken away keeps nobody from looking at the rest', async () => {
  decayText(join(path, 'live.db'), 'WO-');
  engine = await Engine.open(path, 'own');
  rmSync(join(path, 'archive_2023.db'));
  expect(await engine.findDecay()).toEqual(['live']);
});

test('Sums that decayed themselves accuse nothing, and are made anew', async () => {
  const sums = join(path, 'live.sums');
  const before = readFileSync(sums);
  before[before.length - 1] = (before.at(-1) as number) ^ 1; // of the sums themselves
  writeFileSync(sums, before);
  decayText(join(path, 'live.db'), 'WO-');
  engine = await Engine.open(path, 'own');
  expect(await engine.findDecay()).toEqual([]);
  await engine.close();
  engine = null;
  const after = readFileSync(sums);
  expect(after.length).toBe(before.length);
  expect(after).not.toEqual(before);
});

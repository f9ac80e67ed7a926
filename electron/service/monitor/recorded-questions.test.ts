import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scratchFolder } from '../../../db/testing/test-store.ts';
import { createService, type Service } from '../service.ts';
import { readRuns } from './run-file.ts';

let path: string;
let remove: () => void;
let service: Service;
const open = async (access: 'own' | 'read' = 'own') => {
  service = await createService({ storeFolder: path, appVersion: '0.0.0', access });
};
beforeEach(async () => {
  ({ path, remove } = scratchFolder());
  await open();
  const sample = { records: 300, from: '2023-11-01', to: '2024-02-29', seed: 5 };
  await service.finished(service.startSample(sample));
});
afterEach(async () => {
  await service.close();
  remove();
});

const client = () => createRouterClient(service.router, { context: {} });
const health = () => client().health.get();
const shapes = async () => (await health()).responses.byShape.map(({ shape }) => shape).sort();

async function all<Event>(stream: AsyncIterable<Event>): Promise<Event[]> {
  const events: Event[] = [];
  for await (const event of stream) events.push(event);
  return events;
}

/** One of each call that asks a question. */
async function askEverything(): Promise<void> {
  const query = { measures: ['total' as const], filters: [{ field: 'operator' as const, in: ['Kim Min-jun'] }] };
  await client().query.run(query);
  await all(await client().query.follow({ query: { ...query, dimensions: ['month'] } }));
  await client().records.page({ search: 'secret lot' });
  await all(await client().records.followPage({ limit: 10, position: 5 }));
  await all(await client().records.count({ from: '2024-01-01', to: '2024-01-31' }));
  await client().values.list({ field: 'operator', search: 'Min' });
  await client().lots.find({ part: 'secret lot' });
}

const EVERYTHING = [
  'count whole months',
  'lots by a part of their number',
  'page by productionDate desc; all days; at a position',
  'page by productionDate desc; all days; with a text sought',
  'report of total by month; all days; where operator is one',
  'report of total; all days; where operator is one',
  'values of operator; with a text sought',
];

test('every call that asks a question is recorded, with what its answer tells of itself', async () => {
  expect((await health()).responses).toEqual({ lastHour: null, byKind: [], overTime: [], byShape: [] });
  await askEverything();
  await client().jobs.list();
  const { responses } = await health();
  expect(await shapes()).toEqual(EVERYTHING);
  expect(responses.lastHour).toMatchObject({ count: 7 });
  expect(responses.byKind.map(({ kind, count }) => [kind, count])).toEqual([
    ['report', 2],
    ['page', 2],
    ['count', 1],
    ['values', 1],
    ['lots', 1],
  ]);
  expect(responses.overTime.reduce((sum, { count }) => sum + count, 0)).toBe(7);
  const sourceOf = (kind: string) => responses.byShape.find(({ shape }) => shape.startsWith(kind))?.source;
  expect(sourceOf('report')).toMatchObject({ of: expect.stringMatching(/^(records|columns)$/) }); // as soon as they are loaded
  expect(sourceOf('page by productionDate desc; all days; with')).toEqual({ of: 'page', way: 'searchIndex' });
});

test('what is kept names no value of a filter and no text sought', async () => {
  await client().settings.change({ slowQueryMilliseconds: 1 });
  await askEverything();
  await service.close();
  const text = readFileSync(join(path, 'questions.jsonl'), 'utf8');
  expect(text.match(/"shape"/g)).toHaveLength(7);
  expect(text).not.toMatch(/Kim|Min|secret/);
  await open();
  expect(JSON.stringify(await health())).not.toMatch(/Kim|Min-jun|secret/);
});

test('a question that is refused by the contract is none that was asked', async () => {
  await expect(client().values.list({ field: 'nothing' as 'lot' })).rejects.toThrow();
  expect((await health()).responses.lastHour).toBeNull();
});

test('what was taken back or failed is kept as such, and counts in no percentile', async () => {
  const query = { measures: ['records' as const], dimensions: ['lot' as const] };
  const given = await client().query.follow({ query, timeLimitSeconds: 0 }, { signal: AbortSignal.abort() });
  await expect(all(given)).rejects.toThrow();
  await expect(client().query.run({ measures: ['total'], from: '2024-02-01', to: '2024-01-01' })).rejects.toThrow();
  expect((await health()).responses.lastHour).toBeNull();
  await service.close();
  expect((await readRuns(join(path, 'questions.jsonl'))).map(({ traits }) => traits.outcome)).toEqual([
    'cancelled',
    'failed',
  ]);
  await open();
});

test('an answer from memory took no file, and says what it is made of', async () => {
  const query = { measures: ['lots' as const] };
  await client().query.run(query);
  await client().query.run(query);
  await service.close();
  const [miss, fresh] = await readRuns(join(path, 'questions.jsonl'));
  expect(miss?.traits).toMatchObject({ cache: 'miss', whyNoRollup: [{ code: 'lotsAreCounted' }] });
  expect(miss?.figures).toMatchObject({ partitions: 1, rows: 1 });
  expect(miss?.figures.slices).toBeGreaterThan(0);
  expect(fresh?.traits).toEqual({ ...miss?.traits, cache: 'fresh' });
  expect(fresh?.figures).toMatchObject({ partitions: 0, rows: 1, slices: 0, waitMs: 0 });
  await open();
});

test('the record outlives the program, and damaged lines of it', async () => {
  await askEverything();
  await service.close();
  const file = join(path, 'questions.jsonl');
  writeFileSync(file, `{"kind":"rep\n${readFileSync(file, 'utf8')}{"cut sh`);
  await open();
  expect(await shapes()).toEqual(EVERYTHING);
  await client().values.list({ field: 'lot' });
  expect(await shapes()).toEqual([...EVERYTHING, 'values of lot'].sort());
});

test('beside the owner its record is read, nothing is added to it, and what it has in memory is not known', async () => {
  await askEverything();
  await service.close();
  const owner = await createService({ storeFolder: path, appVersion: '0.0.0', access: 'own' });
  await open('read');
  await client().values.list({ field: 'lot' });
  expect(await shapes()).toEqual(EVERYTHING);
  expect(await health()).toMatchObject({ startedAt: null, cache: null, readers: null, jobs: { running: null } });
  await owner.close();
});

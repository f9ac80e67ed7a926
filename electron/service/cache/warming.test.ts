import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { scratchFolder } from '../../../db/testing/test-store.ts';
import type { ReportQueryInput } from '../../../shared/query/report-query.ts';
import { createService, type Service } from '../service.ts';

let path: string;
let remove: () => void;
let service: Service;
beforeEach(async () => {
  ({ path, remove } = scratchFolder());
  await open();
  await sample('2023-11-01', '2024-02-29');
});
afterEach(async () => {
  await service.close();
  remove();
});

async function open(): Promise<void> {
  service = await createService({ storeFolder: path, appVersion: '0.0.0', access: 'own' });
}

async function reopen(): Promise<void> {
  await service.close();
  await open();
}

async function sample(from: string, to: string): Promise<void> {
  const job = await service.finished(service.startSample({ records: 300, from, to, seed: 5 }));
  expect(job.state).toBe('done');
}

const client = () => createRouterClient(service.router, { context: {} });
const outcome = async (query: ReportQueryInput) => (await client().query.run(query)).cache;
const asked = () => join(path, 'asked.json');

/** What a window asks first: the last thirty days, the thirty before, by line; how many; and a list. */
const firstScreen: ReportQueryInput[] = [
  { measures: ['good', 'yield'], from: '2024-01-31', to: '2024-02-29' },
  { measures: ['good', 'yield'], from: '2024-01-01', to: '2024-01-30' },
  { measures: ['good'], dimensions: ['line'], from: '2024-01-31', to: '2024-02-29' },
];

async function askFirstScreen(): Promise<string[]> {
  const reports = await Promise.all(firstScreen.map(outcome));
  let count = '';
  for await (const seen of await client().records.count({})) if (seen.type === 'count') count = seen.cache;
  const { cache } = await client().values.list({ field: 'line' });
  return [...reports, count, cache];
}

test('after a restart what the first screen asks is there before it is asked', async () => {
  expect(new Set(await askFirstScreen())).toEqual(new Set(['miss']));
  await reopen();
  await service.warmed();
  expect(new Set(await askFirstScreen())).toEqual(new Set(['fresh']));
  const { cache } = await client().health.get();
  expect(cache?.warmed).toBeGreaterThanOrEqual(5);
  expect(cache?.lastHour).toMatchObject({ hits: 5, misses: 0 }); // what was computed ahead is neither
});

test('after an import the same is asked of the days that are the last then', async () => {
  await askFirstScreen();
  await service.warmed();
  await sample('2024-03-01', '2024-03-01');
  await service.warmed();
  expect(await outcome({ measures: ['good', 'yield'], from: '2024-02-01', to: '2024-03-01' })).toBe('fresh');
});

test('what a dashboard asks of the newest day, the day before it and one line is there for the next day after an import', async () => {
  const filters = [{ field: 'line' as const, in: ['Press 1'] }];
  const asked = (day: string, before: string, firstOf30: string): ReportQueryInput[] => [
    { measures: ['scrapRate'], from: day, to: day, filters },
    { measures: ['scrapRate'], from: before, to: before, filters },
    { measures: ['scrapRate'], dimensions: ['day'], from: firstOf30, to: day, filters, orderBy: [{ field: 'day' }] },
  ];
  await Promise.all(asked('2024-02-29', '2024-02-28', '2024-01-31').map(outcome));
  await service.warmed();
  await sample('2024-03-01', '2024-03-01');
  await service.warmed();
  const outcomes = await Promise.all(asked('2024-03-01', '2024-02-29', '2024-02-01').map(outcome));
  expect(outcomes).toEqual(['fresh', 'fresh', 'fresh']);
});

describe('What was asked', () => {
  test('is forgotten with all answers, and not with some', async () => {
    await askFirstScreen();
    await reopen();
    expect(existsSync(asked())).toBe(true);
    await client().cache.drop({ line: 'Press 1' });
    expect(existsSync(asked())).toBe(true);
    await client().cache.drop({});
    expect(existsSync(asked())).toBe(false);
    await reopen();
    expect(existsSync(asked())).toBe(false);
  });

  test.each(['', '[{"kind":"report"}, 7]', '{}'])('in a file that is damaged is done without (%j)', async (text) => {
    await service.close();
    writeFileSync(asked(), text);
    await open();
    expect(await outcome({ measures: ['good'] })).toBe('miss');
    await reopen();
    expect(JSON.parse(readFileSync(asked(), 'utf8'))).toHaveLength(1);
  });
});

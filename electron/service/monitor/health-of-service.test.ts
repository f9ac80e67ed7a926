import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scratchFolder } from '../../../db/testing/test-store.ts';
import type { AppEvent } from '../../../shared/contract/schemas.ts';
import { createService, type Service } from '../service.ts';

let path: string;
let remove: () => void;
let service: Service;
beforeEach(async () => {
  ({ path, remove } = scratchFolder());
  service = await createService({ storeFolder: path, appVersion: '0.0.0', access: 'own' });
});
afterEach(async () => {
  await service.close();
  remove();
});

const client = () => createRouterClient(service.router, { context: {} });
const sample = () =>
  service.finished(service.startSample({ records: 200, from: '2023-12-01', to: '2024-02-29', seed: 5 }));

const partitions = async () => (await client().health.get()).store.partitions;

test('sizes are those of the store as it is after the latest job', async () => {
  await sample();
  const { jobId } = await client().maintenance.archive({ year: 2023 });
  await service.finished(jobId);
  await expect.poll(async () => (await partitions()).map(({ name }) => name)).toEqual(['live', 'archive_2023']);
  const { store, jobs, readers, cache } = await client().health.get();
  const status = await client().store.status();
  expect(store.partitions.map(({ records }) => records)).toEqual(status.partitions.map(({ records }) => records));
  expect(store.bytes).toBe(store.partitions.reduce((sum, { bytes }) => sum + bytes, 0));
  expect(store.logBytes).toBeLessThan(store.bytes);
  expect(store.freeDiskBytes).toBeGreaterThan(0);
  expect(jobs).toEqual({ running: 0, queued: 0, failedLastDay: 0 });
  expect(readers).toMatchObject({ queued: 0, respawns: 0 });
  expect(cache).toMatchObject({ lastHour: { hitRatio: null } });
});

test('a job that failed is counted for a day', async () => {
  await sample();
  const { jobId } = await client().maintenance.archive({ year: 1999 });
  expect(await service.finished(jobId)).toMatchObject({ state: 'failed' });
  await expect.poll(async () => (await client().health.get()).jobs.failedLastDay).toBe(1);
});

test('a window that listens is told of an alert once, and sees it listed', async () => {
  await client().settings.change({ alertDiskGigabytes: 10_000 });
  expect((await client().health.get()).alerts).toMatchObject([{ kind: 'disk', threshold: 10_000 }]);
  const stop = new AbortController();
  const events = await client().events(undefined, { signal: stop.signal });
  const told: AppEvent[] = [];
  const listening = (async () => {
    for await (const event of events) told.push(event);
  })().catch(() => {}); // it ends by the signal
  const toldByNow = async () => {
    await client().health.get();
    return told.length;
  };
  await expect.poll(toldByNow).toBe(1);
  const { alerts } = await client().health.get();
  await client().health.get();
  expect(told).toEqual([{ type: 'alert', alert: { ...alerts[0], value: expect.any(Number) } }]);
  stop.abort();
  await listening;
});

import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scratchFolder } from '../../../db/testing/test-store.ts';
import type { Alert } from '../../../shared/contract/health.ts';
import { defaultSettings } from '../../../shared/contract/settings.ts';
import { HealthFile } from './health-file.ts';
import { Monitor, type MonitorSource } from './monitor.ts';
import { QuestionRecorder } from './question-recorder.ts';
import { RunFile } from './run-file.ts';
import type { StoreFacts } from './store-facts.ts';

const DAY_MS = 24 * 3_600_000;
const GIGABYTE = 1e9;

let path: string;
let remove: () => void;
let now: number;
let facts: StoreFacts;
let told: Alert[];
let failures: string[];
let reads: number;
let monitors: Monitor[];
beforeEach(() => {
  ({ path, remove } = scratchFolder());
  now = Date.parse('2026-03-02T12:00:00.000Z');
  facts = {
    size: { bytes: 1_000, logBytes: 0, freeDiskBytes: 100 * GIGABYTE, partitions: [] },
    failedLastDay: 0,
    storeSince: null,
    lastIntegrity: null,
    lastBackup: null,
    isLiveFlawed: false,
    logHeldBy: null,
    failedReports: [],
    failedFiles: [],
  };
  told = [];
  failures = [];
  reads = 0;
  monitors = [];
});
afterEach(async () => {
  for (const monitor of monitors) await monitor.close();
  remove();
});

function open(changes: Partial<MonitorSource> = {}): Monitor {
  const onFailure = (what: string) => failures.push(what);
  const file = new RunFile(join(path, 'questions.jsonl'), () => onFailure('questions'));
  const monitor = new Monitor({
    startedAt: '2026-03-02T11:00:00.000Z',
    recorder: new QuestionRecorder({ file, slowMilliseconds: () => 100 }),
    file: new HealthFile(join(path, 'health.json'), () => onFailure('health')),
    earlierRuns: async () => [],
    keeps: true,
    settings: () => defaultSettings,
    storeFacts: async () => {
      reads++;
      return facts;
    },
    cache: () => null,
    readers: () => ({ size: 2, inUse: 0, queued: 0, longestWaitMs: 0, respawns: 0 }),
    jobs: () => ({ running: 1, queued: 2 }),
    standbyLagSeconds: () => null,
    isLiveDamaged: () => false,
    unwatched: () => [],
    isHeard: () => true,
    onAlert: (alert) => told.push(alert),
    onFailure,
    now: () => now,
    ...changes,
  });
  monitors.push(monitor);
  return monitor;
}

const shortOfDisk = () => {
  facts = { ...facts, size: { ...facts.size, freeDiskBytes: GIGABYTE } };
};

test('health is what was measured, at a moment', async () => {
  facts = { ...facts, failedLastDay: 3 };
  expect(await open().health()).toEqual({
    at: '2026-03-02T12:00:00.000Z',
    startedAt: '2026-03-02T11:00:00.000Z',
    responses: { lastHour: null, byKind: [], overTime: [], byShape: [] },
    slow: [],
    cache: null,
    readers: { size: 2, inUse: 0, queued: 0, longestWaitMs: 0, respawns: 0 },
    store: { ...facts.size, growthBytesADay: null },
    jobs: { running: 1, queued: 2, failedLastDay: 3 },
    alerts: [],
  });
});

test('who looks again soon waits for no reader, and has sizes read behind where they are old', async () => {
  const monitor = open();
  await monitor.health();
  await monitor.health();
  expect(reads).toBe(1);
  now += 11_000;
  facts = { ...facts, size: { ...facts.size, bytes: 2_000 } };
  expect((await monitor.health()).store.bytes).toBe(1_000);
  await monitor.close();
  expect(reads).toBe(2);
  expect((await monitor.health()).store.bytes).toBe(2_000);
});

test('a look reads what is there now, though something is being read', async () => {
  const [isAsked, before] = [Promise.withResolvers<void>(), Promise.withResolvers<StoreFacts>()];
  const readings = [before.promise];
  const monitor = open({
    storeFacts: () => {
      isAsked.resolve();
      return readings.shift() ?? Promise.resolve(facts);
    },
  });
  const first = monitor.look();
  await isAsked.promise;
  const second = monitor.look();
  before.resolve({ ...facts, size: { ...facts.size, bytes: 1 } });
  await Promise.all([first, second]);
  expect((await monitor.health()).store.bytes).toBe(1_000);
});

test('growth is known from a week on, also of days before the program was started', async () => {
  const first = open();
  await first.look();
  await first.close();
  now += 10 * DAY_MS;
  facts = { ...facts, size: { ...facts.size, bytes: 3_500 } };
  expect((await open().health()).store.growthBytesADay).toBe(250);
});

test('an alert is told once, with every look and after a new start, until it was gone', async () => {
  const first = open();
  await first.look();
  expect(told).toEqual([]);
  shortOfDisk();
  await first.look();
  await first.look();
  const alert: Alert = { kind: 'disk', since: '2026-03-02T12:00:00.000Z', value: 1, threshold: 5 };
  expect(told).toEqual([alert]);
  await first.close();
  now += DAY_MS;
  const second = open();
  expect((await second.health()).alerts).toEqual([alert]);
  expect(told).toEqual([alert]);
});

test('beside the owner alerts are listed, and neither told nor kept', async () => {
  shortOfDisk();
  const beside = open({ keeps: false });
  expect((await beside.health()).alerts).toMatchObject([{ kind: 'disk' }]);
  await beside.close();
  await open().look();
  expect(told).toHaveLength(1);
});

test('what cannot be read is told, and the next look reads it', async () => {
  let isBroken = true;
  const monitor = open({
    storeFacts: async () => {
      if (isBroken) throw new Error('The disk is gone.');
      return facts;
    },
    earlierRuns: async () => {
      throw new Error('Not yours.');
    },
  });
  await monitor.look();
  await expect(monitor.health()).rejects.toThrow('The disk is gone.');
  isBroken = false;
  expect((await monitor.health()).store.bytes).toBe(1_000);
  expect(failures).toEqual(['questions of an earlier time cannot be read', 'the health of the store cannot be read']);
});

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openReadable } from '../../db/engine/sqlite/connection.ts';
import { readStoreFacts } from '../../db/standby/store-facts.ts';
import { readStandby } from '../../db/testing/standby-content.ts';
import { scratchFolder } from '../../db/testing/test-store.ts';
import type { Standby } from '../../shared/contract/standby.ts';
import { createService, type Service } from './service.ts';
import { standbyApart } from './standby-apart.ts';

let path: string;
let remove: () => void;
let service: Service;
const standby = () => `${path}-standby`;

beforeEach(async () => {
  ({ path, remove } = scratchFolder());
  await open(true);
});
afterEach(async () => {
  await service.close();
  rmSync(standby(), { recursive: true, force: true });
  remove();
});

async function open(stays: boolean): Promise<void> {
  service = await createService({ storeFolder: path, appVersion: '1', access: 'own', keepsSchedule: stays });
}

async function openAgain(stays: boolean): Promise<void> {
  await service.close();
  await open(stays);
}

const client = () => createRouterClient(service.router, { context: {} });
const set = (takeOver = false) => client().standby.set({ folder: standby(), takeOver });
const sample = async (seed: number) =>
  service.finished(service.startSample({ records: 500, from: '2024-01-01', to: '2024-02-29', seed }));
const recordsHeld = () => readStandby(standby(), (live) => readStoreFacts(live).records);
const records = async () => (await client().store.status()).records;

/** Waits until the standby is as it should be; the test's own time limit ends it. */
async function until(holds: (status: Standby) => boolean): Promise<Standby> {
  for (;;) {
    const status = await client().standby.status();
    if (holds(status)) return status;
    await pause(50);
  }
}
const inStep = async () => {
  const wanted = await records();
  return until(
    ({ now, lagSeconds, holds }) => now.state === 'following' && lagSeconds === 0 && holds?.records === wanted,
  );
};

test('follows from the moment its folder is set, through imports, to the end of the program, unless it is turned off', async () => {
  const off = { folder: null, now: { state: 'off' } };
  expect(await client().standby.status()).toMatchObject(off);
  await expect(client().standby.set({ folder: path, takeOver: false })).rejects.toThrow('lies in the store');
  await expect(client().standby.set({ folder: 'relative', takeOver: false })).rejects.toThrow('is not a whole path');
  await expect(client().standby.failOver()).rejects.toThrow('No folder for a standby is set');
  expect(await client().standby.status()).toMatchObject(off);
  await sample(1);
  await set();
  expect((await inStep()).now).toMatchObject({ state: 'following', missing: { batches: 0, records: 0 } });
  await sample(2);
  await inStep();
  await sample(3);
  const wanted = await records();
  await openAgain(true);
  expect(recordsHeld()).toBe(wanted);
  expect(standbyApart(path)).toMatchObject({ lagSeconds: 0, missing: { records: 0, changes: [] } });
  expect(await client().standby.off()).toMatchObject(off);
  await sample(4);
  await openAgain(true);
  expect(recordsHeld()).toBe(wanted);
});

test('a command that changes something brings the standby up to date before it ends', async () => {
  await openAgain(false);
  await set();
  await sample(1);
  const wanted = await records();
  expect(standbyApart(path)).toMatchObject({ inStepAt: null, holds: null });
  await service.close();
  expect(recordsHeld()).toBe(wanted);
  await open(false);
});

test('names what was done since nobody follows', async () => {
  await set();
  await sample(1);
  await inStep();
  await openAgain(false);
  const held = await records();
  await sample(2);
  const { missing, now } = await client().standby.status();
  expect(now).toEqual({ state: 'idle' });
  expect(missing).toMatchObject({ records: (await records()) - held, changes: [{ kind: 'sample' }] });
});

test('a failover takes the place of the store when that is opened again, unless it is given up', async () => {
  await sample(1);
  await set();
  await inStep();
  const held = await records();
  const { jobId } = await client().standby.failOver();
  const job = await service.finished(jobId);
  expect(job).toMatchObject({ kind: 'failover', state: 'done', result: { waits: true, records: held } });
  expect(job.message).toContain('Nothing of what was done is missing.');
  expect((await client().standby.status()).now).toEqual({ state: 'failingOver', records: held });
  await client().maintenance.dropRestore();
  await inStep();
  await service.finished((await client().standby.failOver()).jobId);
  await sample(2); // goes aside with the files of now
  await openAgain(true);
  expect(await records()).toBe(held);
  const [newest] = await client().jobs.list();
  expect(newest).toMatchObject({ kind: 'failover', state: 'done' });
});

test('damage of the live file that is met while the program runs is told at once, with the way to fail over', async () => {
  await sample(1);
  await set();
  await inStep();
  await service.close();
  const live = join(path, 'live.db');
  const database = openReadable(live);
  const [[page] = []] = database.rows("SELECT pageno FROM dbstat WHERE name = 'records' AND pagetype = 'leaf' LIMIT 1");
  database.close();
  const bytes = readFileSync(live);
  bytes.fill(0xaa, (Number(page) - 1) * 4_096, Number(page) * 4_096);
  writeFileSync(live, bytes);
  await open(true);
  const { jobId } = await client().maintenance.vacuum();
  expect(await service.finished(jobId)).toMatchObject({ state: 'failed', result: { code: 'DAMAGED' } });
  expect((await client().health.get()).alerts).toMatchObject([{ kind: 'damage', value: null }]);
  expect((await client().recovery.status()).live).toMatchObject({ isFailing: true, isDecayed: false });
  expect((await until(({ now }) => now.state === 'stopped')).now).toMatchObject({ reason: 'damaged' });
  const failover = await service.finished((await client().standby.failOver()).jobId);
  expect(failover.message).toContain('Nothing of what was done is missing.');
  await openAgain(true);
  expect(await records()).toBe(500);
});

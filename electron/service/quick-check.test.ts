import { closeSync, existsSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRandom } from '../../db/sample/random.ts';
import { randomDrafts } from '../../db/testing/random-drafts.ts';
import { createStore, insertRecords, scratchFolder } from '../../db/testing/test-store.ts';
import { ClosingMark } from './closing-mark.ts';
import { createService, type Service } from './service.ts';

const PAGE = 4_096;

let path: string;
let remove: () => void;
let service: Service | null = null;
beforeEach(() => {
  ({ path, remove } = scratchFolder());
});
afterEach(async () => {
  await service?.close();
  service = null;
  remove();
});

const open = async (keepsSchedule = true) => {
  service = await createService({ storeFolder: path, appVersion: '0.0.0', access: 'own', keepsSchedule });
  return createRouterClient(service.router, { context: {} });
};
const close = async () => {
  await service?.close();
  service = null;
};
const mark = () => join(path, 'open.mark');
/** As a program leaves it that is killed. */
const killed = () => closeSync(openSync(mark(), 'w'));

test('a store that was closed is not checked, and the mark is there while it is open', async () => {
  const client = await open();
  expect(existsSync(mark())).toBe(true);
  await service?.warmed();
  expect(await client.jobs.list()).toEqual([]);
  await close();
  expect(existsSync(mark())).toBe(false);
});

test('after an end that was none live is checked behind the first screen, once, and the history says so', async () => {
  await open();
  await close();
  killed();
  const client = await open();
  await expect
    .poll(async () => (await client.jobs.list()).map(({ kind, state, result }) => [kind, state, result?.sound]))
    .toEqual([['quickCheck', 'done', true]]);
  expect((await client.health.get()).alerts.map(({ kind }) => kind)).not.toContain('damage');
  await close();
  expect(existsSync(mark())).toBe(false);
});

test('a command that ends leaves the check to a program that stays', async () => {
  killed();
  await open(false);
  await close();
  expect(existsSync(mark())).toBe(true);
});

test('damage is told as a finding and as an alert', async () => {
  const { store, path: made, remove: removeMade } = createStore();
  remove();
  [path, remove] = [made, removeMade];
  await insertRecords(store, randomDrafts(createRandom(5), { records: 3_000, from: '2024-01-01', to: '2024-06-30' }));
  const [[page = 0] = []] = store.live.rows(
    "SELECT MAX(pageno) FROM dbstat WHERE name = 'record_defects' AND pagetype = 'leaf'",
  );
  store.close();
  const descriptor = openSync(join(path, 'live.db'), 'r+');
  writeSync(descriptor, Buffer.alloc(PAGE, 0xff), 0, PAGE, (Number(page) - 1) * PAGE);
  closeSync(descriptor);
  expect(statSync(join(path, 'live.db')).size).toBeGreaterThan(0);
  killed();
  const client = await open();
  await expect
    .poll(async () => (await client.jobs.list()).find(({ kind }) => kind === 'quickCheck')?.result?.sound)
    .toBe(false);
  await expect.poll(async () => (await client.health.get()).alerts.map(({ kind }) => kind)).toContain('damage');
});

test('who cannot leave the mark is told, and goes on', async () => {
  const told: unknown[] = [];
  const left = await ClosingMark.leave({ root: join(path, 'not there') }, (error) => told.push(error));
  expect([told.length, left.isCheckOwed]).toEqual([1, false]);
});

import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { writeStandbyPlan } from '../../db/standby/standby-plan.ts';
import { scratchFolder } from '../../db/testing/test-store.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import { HostedStore } from './hosted-store.ts';
import { createService } from './service.ts';
import { setStandby } from './standby-apart.ts';

let path: string;
let remove: () => void;
let hosted: HostedStore;
const standby = () => `${path}-standby`;
const backups = () => `${path}-backups`;

/** A store of 300 records with its standby in step. */
const { path: template, remove: removeTemplate } = scratchFolder();

beforeAll(async () => {
  path = template;
  expect(() => setStandby(path, { folder: standby(), takeOver: false })).toThrow('There is no store');
  const service = await createService({ storeFolder: path, appVersion: '1', access: 'own' });
  setStandby(path, { folder: standby(), takeOver: false });
  await service.finished(service.startSample({ records: 300, from: '2024-01-01', to: '2024-02-29', seed: 1 }));
  await service.close();
});
afterAll(() => {
  removeTemplate();
  rmSync(`${template}-standby`, { recursive: true, force: true });
});
beforeEach(() => {
  ({ path, remove } = scratchFolder());
  for (const suffix of ['', '-standby'])
    cpSync(template + suffix, path + suffix, { recursive: true, preserveTimestamps: true });
  writeStandbyPlan(path, { folder: standby(), anewAt: new Date().toISOString() }); // is in another place than the one it followed
});
afterEach(async () => {
  await hosted.close();
  for (const folder of [standby(), backups()]) rmSync(folder, { recursive: true, force: true });
  remove();
});

async function open(): Promise<void> {
  hosted = await HostedStore.open({ storeFolder: path, appVersion: '1', access: 'own', keepsSchedule: true });
}
const client = () =>
  createRouterClient(hosted.router, {
    context: {},
  }) as unknown as ContractRouterClient<Contract>;

test('a store that can be opened is served as it is', async () => {
  await open();
  expect(await client().start.look({})).toBeNull();
  const anything = { way: 'standby' as const, folder: standby(), at: '' };
  await expect(client().start.putInPlace(anything)).rejects.toThrow('The store is open');
});

test('one whose live file is gone is served to be put right, and then as any other', async () => {
  rmSync(join(path, 'live.db'));
  await open();
  const trouble = await client().start.look({});
  expect(trouble?.message).toContain('live.db');
  expect(trouble?.ways).toMatchObject([{ way: 'standby', records: 300, missing: { records: 0, changes: [] } }]);
  const replaced = new Promise<void>((resolve) => {
    hosted.onReplaced = resolve;
  });
  const [way] = trouble?.ways ?? [];
  if (!way) throw new Error('There is no way.');
  await client().start.putInPlace(way);
  await replaced;
  expect(await client().start.look({})).toBeNull();
  expect((await client().store.status()).records).toBe(300);
  expect(readdirSync(path).some((name) => name.startsWith('before-failover-'))).toBe(true);
});

test('backups are a way as well, also those of a folder that a person names; what is newest comes first', async () => {
  const service = await createService({ storeFolder: path, appVersion: '1', access: 'own' });
  const { jobId } = await createRouterClient(service.router, { context: {} }).maintenance.backup({ folder: backups() });
  await service.finished(jobId);
  await service.finished(service.startSample({ records: 50, from: '2024-03-01', to: '2024-03-31', seed: 2 }));
  await service.close();
  writeFileSync(join(path, 'live.db'), 'rubbish');
  await open();
  expect((await client().start.look({}))?.ways.map(({ way }) => way)).toEqual(['standby']);
  const trouble = await client().start.look({ folder: backups() });
  expect(trouble?.ways).toMatchObject([
    { way: 'standby', records: 350 },
    {
      way: 'backup',
      records: 300,
      missing: { records: 50, changes: expect.arrayContaining([expect.objectContaining({ kind: 'sample' })]) },
    },
  ]);
});

test('a failure of putting it right is told, and another way can be tried', async () => {
  writeFileSync(join(path, 'live.db'), 'rubbish');
  writeFileSync(join(standby(), 'live.db'), 'rubbish as well'.repeat(1_000));
  await open();
  const [way] = (await client().start.look({}))?.ways ?? [];
  if (!way) throw new Error('There is no way.');
  const { jobId } = await client().start.putInPlace(way);
  await expect.poll(async () => (await client().jobs.list()).find(({ id }) => id === jobId)?.state).toBe('failed');
  expect((await client().start.look({}))?.ways).toHaveLength(1);
});

test('without any copy, what can still be read of the live file is saved', async () => {
  rmSync(standby(), { recursive: true });
  const bytes = readFileSync(join(path, 'live.db'));
  bytes.fill(0, 0, 100); // its head
  writeFileSync(join(path, 'live.db'), bytes);
  await open();
  expect(await client().start.look({})).toMatchObject({ ways: [], canSalvage: true });
  const replaced = new Promise<void>((resolve) => {
    hosted.onReplaced = resolve;
  });
  await client().start.salvage();
  await replaced;
  expect((await client().store.status()).records).toBe(300);
});

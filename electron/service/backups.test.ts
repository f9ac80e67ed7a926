import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupsBeside, filesWithin } from '../../db/testing/backup-store.ts';
import { scratchFolder } from '../../db/testing/test-store.ts';
import { appErrorOf } from '../../shared/contract/contract-error.ts';
import type { Job } from '../../shared/contract/schemas.ts';
import { restoreStore } from './backups-apart.ts';
import { createService, type Service } from './service.ts';

const sample = { records: 2_000, from: '2023-11-01', to: '2024-02-29', seed: 5 };
let path: string;
let remove: () => void;
let service: Service;
let folder: string;
const open = async () => {
  service = await createService({ storeFolder: path, appVersion: '0.0.0', access: 'own' });
};
beforeEach(async () => {
  ({ path, remove } = scratchFolder());
  folder = backupsBeside(path);
  await open();
});
afterEach(async () => {
  await service.close();
  remove();
  rmSync(folder, { recursive: true, force: true });
});

const client = () => createRouterClient(service.router, { context: {} });
const count = async () => (await client().query.run({ measures: ['records'] })).rows[0]?.[0];

async function done({ jobId }: { jobId: string }): Promise<Job> {
  const job = await service.finished(jobId);
  expect([job.state, job.message]).toEqual(['done', expect.any(String)]);
  return job;
}

test('without a folder that is set nothing is started, and the sentence says where to choose one', async () => {
  const refused = await client()
    .maintenance.backup({})
    .catch((error: unknown) => appErrorOf(error)?.message);
  expect(refused).toMatch(/^No folder for backups is set\. Choose one/);
  const relative = await client()
    .maintenance.planBackups({ folder: 'backups' })
    .catch((error: unknown) => appErrorOf(error)?.code);
  expect(relative).toBe('INVALID_ARGUMENT');
  expect(await client().jobs.list()).toEqual([]);
});

test('a backup runs beside an import and questions, and is in the history with its figures', async () => {
  await service.finished(service.startSample(sample));
  expect(await client().maintenance.planBackups({ folder, daily: 3 })).toMatchObject({ folder, daily: 3, weekly: 5 });
  const importing = service.startSample({ ...sample, records: 30_000, from: '2024-03-01', to: '2024-06-30' });
  const backup = await client().maintenance.backup({});
  expect(await count()).toBeGreaterThanOrEqual(2_000);
  const job = await done(backup);
  expect(job.result).toMatchObject({ number: 1, findings: '' });
  expect([2_000, 32_000], 'all of the import or nothing of it').toContain(job.result?.records);
  await done({ jobId: importing });
  expect((await done(await client().maintenance.backup({}))).result).toMatchObject({ records: 32_000 });
  expect((await done(await client().maintenance.drill({}))).result).toMatchObject({ sound: true, records: 32_000 });
  const { backups, damaged } = await client().maintenance.backups();
  expect([backups.map(({ number }) => number), damaged]).toEqual([[2, 1], []]);
  await client().maintenance.planBackups({ folder: join(path, 'live.db') });
  expect(await client().maintenance.backups()).toMatchObject({
    backups: [],
    trouble: expect.stringMatching(/ENOTDIR/),
  });
  const kinds = (await client().jobs.list()).map(({ kind, state }) => `${kind} ${state}`);
  expect(kinds).toEqual(expect.arrayContaining(['backup done', 'drill done']));
});

test('a restore waits until the store is opened again, can be given up till then, and is in the history afterwards', async () => {
  await service.finished(service.startSample(sample));
  await client().maintenance.planBackups({ folder });
  const { result } = await done(await client().maintenance.backup({}));
  await done({ jobId: service.startSample({ ...sample, from: '2024-03-01', to: '2024-04-30', records: 500 }) });

  const prepared = await done(await client().maintenance.restore({}));
  expect(prepared.message).toMatch(/when Throughline is started again/);
  expect([await count(), (await client().maintenance.backups()).waiting]).toEqual([
    2_500,
    { madeAt: result?.madeAt, records: 2_000 },
  ]);
  expect(await client().maintenance.dropRestore()).toEqual({ dropped: true });
  expect(await client().maintenance.dropRestore()).toEqual({ dropped: false });
  expect(filesWithin(path).filter((name) => name.startsWith('restor'))).toEqual([]);
  await service.close();
  await open();
  expect(await count()).toBe(2_500);

  await done(await client().maintenance.restore({ at: String(result?.madeAt) }));
  await service.close();
  await open();
  expect([await count(), (await client().maintenance.backups()).waiting]).toEqual([2_000, null]);
  const restores = (await client().jobs.list()).filter(({ kind }) => kind === 'restore');
  expect(restores).toMatchObject([{ state: 'done', result: { records: 2_000, madeAt: result?.madeAt } }]);
});

test('rows that were set aside come along to another folder', async () => {
  writeFileSync(
    join(path, 'plant.csv'),
    `production_date,line,good_quantity\n${'2024-01-01,A,1\n'.repeat(20)}2024-01-02,A,many\n`,
  );
  const fileId = service.files.register(join(path, 'plant.csv'));
  const { profile } = await client().imports.inspect({ fileId });
  await done(await client().imports.start({ fileId, profile }));
  await done(await client().maintenance.backup({ folder }));
  const elsewhere = scratchFolder();
  await restoreStore({ store: elsewhere.path, folder }, () => {}).result;
  const other = await createService({ storeFolder: elsewhere.path, appVersion: '0.0.0', access: 'read' });
  const { downloadId } = await createRouterClient(other.router, { context: {} }).imports.rejects({ batchId: 1 });
  const { path: rejects } = other.downloads.get(downloadId);
  expect([rejects.startsWith(elsewhere.path), readFileSync(rejects, 'utf8')]).toEqual([
    true,
    expect.stringContaining('many'),
  ]);
  await other.close();
  elsewhere.remove();
});

test('a backup that is cancelled keeps nothing, and one of a folder that cannot be made says so', async () => {
  await service.finished(service.startSample({ ...sample, records: 40_000 }));
  const { jobId } = await client().maintenance.backup({ folder });
  await client().jobs.cancel({ jobId });
  expect(await service.finished(jobId)).toMatchObject({ state: 'cancelled' });
  expect(filesWithin(folder)).toEqual([]);
  const job = await service.finished((await client().maintenance.backup({ folder: '/dev/null/backups' })).jobId);
  expect(job).toMatchObject({
    state: 'failed',
    message: expect.stringMatching(
      /^A file could not be read or written \(ENOTDIR.*\/dev\/null.* the ones before are whole\./,
    ),
  });
});

import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupsBeside } from '../../db/testing/backup-store.ts';
import { scratchFolder } from '../../db/testing/test-store.ts';
import type { Job } from '../../shared/contract/schemas.ts';
import { warningsOf } from '../../shared/query/missing.ts';
import { createService, type Service } from './service.ts';

const NAME = 'archive_2023';
let path: string;
let remove: () => void;
let file: string;
let service: Service;
const open = async () => {
  service = await createService({ storeFolder: path, appVersion: '0.0.0', access: 'own' });
};
beforeEach(async () => {
  ({ path, remove } = scratchFolder());
  file = join(path, `${NAME}.db`);
  await open();
  await service.finished(service.startSample({ records: 2_000, from: '2023-11-01', to: '2024-02-29', seed: 5 }));
  await done(await client().maintenance.archive({ year: 2023 }));
});
afterEach(async () => {
  await service.close();
  remove();
  rmSync(backupsBeside(path), { recursive: true, force: true });
});

const client = () => createRouterClient(service.router, { context: {} });
const answer = () => client().query.run({ measures: ['records', 'good'] });
const warnings = async () => warningsOf((await answer()).plan).map(({ name, reason }) => `${name} ${reason.code}`);

async function done({ jobId }: { jobId: string }): Promise<Job> {
  const job = await service.finished(jobId);
  expect([job.state, job.message]).toEqual(['done', expect.any(String)]);
  return job;
}

/** Changes the file where the lot of one of its records stands among the records. */
async function damage(change: (content: Buffer, at: number) => void): Promise<void> {
  const { rows } = await client().records.page({ from: '2023-12-01', to: '2023-12-10', limit: 50 });
  const lot = rows.find(({ lotNumber }) => lotNumber !== null)?.lotNumber ?? '';
  chmodSync(file, 0o644);
  const content = readFileSync(file);
  const at = content.indexOf(lot);
  expect(at).toBeGreaterThan(4_096);
  change(content, at);
  writeFileSync(file, content);
}
const flip = (content: Buffer, at: number) => void content.writeUInt8(content.readUInt8(at) ^ 1, at);
const losePage = (content: Buffer, at: number) => void content.fill(0, at - (at % 4_096), at - (at % 4_096) + 4_096);

test('an archive that is not what was sealed is told of with every answer, until it is rebuilt from the backup', async () => {
  await client().maintenance.planBackups({ folder: backupsBeside(path) });
  await done(await client().maintenance.backup({}));
  const { rows } = await answer();
  const sealed = readFileSync(file);
  await damage(flip);
  await service.lookForForeignWrites();
  expect(await warnings()).toEqual([`${NAME} doubted`]);
  expect((await client().store.status()).partitions.flatMap(({ flaws }) => flaws.map(({ code }) => code))).toEqual([
    'doubted',
  ]);
  const { archives, folders } = await client().recovery.status();
  expect(archives).toMatchObject([{ name: NAME, setAside: null, isChanged: false, rebuilt: null }]);
  expect(archives[0]?.doubt).toMatch(/are not those that were sealed.*rebuild it from a backup, or use it as it is/);
  expect(folders).toEqual({ backups: backupsBeside(path), standby: null });
  const { message } = await done(await client().recovery.rebuild({ archive: NAME }));
  expect(message).toMatch(
    /^archive_2023 is what it was, byte for byte, from .*\. The file of before is kept in before-recovery-/,
  );
  expect(readFileSync(file).equals(sealed)).toBe(true);
  expect([await warnings(), (await answer()).rows]).toEqual([[], rows]);
  expect((await client().recovery.status()).archives).toEqual([]);
});

test('one that was changed while the program was closed is told of from the first answer on, and can be used as it is', async () => {
  await damage(flip);
  await service.close();
  const reader = await createService({ storeFolder: path, appVersion: '0.0.0', access: 'read' });
  const asked = createRouterClient(reader.router, { context: {} }).query.run({ measures: ['records'] });
  expect(warningsOf((await asked).plan).map(({ reason }) => reason.code)).toEqual(['changed']);
  await reader.close();
  await open();
  await service.lookForForeignWrites();
  expect(await warnings()).toEqual([`${NAME} doubted`]);
  const { message, result } = await done(await client().recovery.accept({ archive: NAME }));
  expect(message).toMatch(/^archive_2023 is used as it is, and sealed as that: [\d,]+ records, as many as before\.$/);
  expect(result?.sealBefore).not.toBe(result?.seal);
  expect(await warnings()).toEqual([]);
  expect((await done(await client().maintenance.integrity())).result).toMatchObject({ sound: true });
});

test('what was lost is told with every answer over it, until somebody takes note', async () => {
  const before = await answer();
  await damage(losePage);
  await service.lookForForeignWrites();
  const { result } = await done(await client().recovery.rebuild({ archive: NAME }));
  const lost = Number(result?.lost);
  expect(lost).toBeGreaterThan(0);
  expect(result?.differences).toMatch(/^(November|December) 2023: [\d,]+ of [\d,]+ records are lost/);
  const [records] = (await answer()).rows[0] ?? [];
  expect(Number(records)).toBe(Number(before.rows[0]?.[0]) - lost);
  expect(await warnings()).toEqual([`${NAME} rebuilt`]);
  expect(await client().recovery.acknowledge({ archive: NAME })).toEqual({ acknowledged: true });
  expect(await warnings()).toEqual([]);
});

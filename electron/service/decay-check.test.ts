import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRandom } from '../../db/sample/random.ts';
import { decayText } from '../../db/testing/decay.ts';
import { randomDrafts } from '../../db/testing/random-drafts.ts';
import { createStore, insertRecords } from '../../db/testing/test-store.ts';
import { parseReportQuery } from '../../shared/query/report-query.ts';
import { createService, type Service } from './service.ts';

const everything = parseReportQuery({ measures: ['records'] });

let path: string;
let remove: () => void;
let service: Service | null = null;
beforeEach(async () => {
  const created = createStore();
  ({ path, remove } = created);
  await insertRecords(
    created.store,
    randomDrafts(createRandom(5), { records: 300, from: '2024-01-01', to: '2024-06-30' }),
  );
  created.store.close();
});
afterEach(async () => {
  await service?.close();
  service = null;
  remove();
});

test('what the disk did to live while the program was off is told with every answer and by an alert, unasked', async () => {
  decayText(join(path, 'live.db'), 'WO-');
  service = await createService({ storeFolder: path, appVersion: '0.0.0', access: 'own', keepsSchedule: true });
  const client = createRouterClient(service.router, { context: {} });
  const flaws = async () => (await client.query.run(everything)).plan.flaws.map(({ reason }) => reason.code);
  await expect.poll(flaws).toEqual(['damaged']);
  await expect.poll(async () => (await client.health.get()).alerts.map(({ kind }) => kind)).toContain('damage');
  const { live } = await client.recovery.status();
  expect(live).toMatchObject({ records: 300, isFailing: false, isDecayed: true, rebuilt: null });
  expect(live?.damage).toContain('are not those that this program wrote');
  expect(await client.recovery.acknowledge({ archive: 'live' })).toEqual({ acknowledged: true });
  expect((await client.recovery.status()).live).toBeNull();
  expect(await flaws()).toEqual([]);
  expect((await client.health.get()).alerts.map(({ kind }) => kind)).not.toContain('damage');
});

test('a program that is closed while it looks ends at once', async () => {
  service = await createService({ storeFolder: path, appVersion: '0.0.0', access: 'own', keepsSchedule: true });
  await service.close();
  service = null;
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scratchFolder } from '../../../db/testing/test-store.ts';
import type { MeasureAlert } from '../../../shared/contract/measure-alerts.ts';
import { createService, type Service } from '../service.ts';

const scrap: MeasureAlert = {
  name: 'Scrap of the press',
  of: 'limit',
  measure: 'scrapRate',
  side: 'above',
  limit: 0.03,
  days: 2,
  filters: [{ field: 'line', in: ['Press'] }],
  params: 'chart=p',
};
let path: string;
let remove: () => void;
let service: Service;
const open = async () => {
  service = await createService({ storeFolder: path, appVersion: '0.0.0', access: 'own' });
};
beforeEach(async () => {
  ({ path, remove } = scratchFolder());
  await open();
});
afterEach(async () => {
  await service.close();
  remove();
});

const client = () => createRouterClient(service.router, { context: {} });

async function importDays(name: string, days: readonly [date: string, defects: number][]): Promise<void> {
  const rows = days.map(([date, defects]) => `${date},Press,${100 - defects},${defects}`);
  writeFileSync(join(path, name), ['production_date,line,good_quantity,defect_quantity', ...rows].join('\n'));
  const fileId = service.files.register(join(path, name));
  const { profile } = await client().imports.inspect({ fileId });
  await service.finished((await client().imports.start({ fileId, profile })).jobId);
}

test('what is watched, and what was found, is there again after the program was closed and opened', async () => {
  await importDays('before.csv', [
    ['2024-03-01', 1],
    ['2024-03-02', 4],
    ['2024-03-03', 5],
  ]);
  const { found } = await client().measureAlerts.save(scrap);
  expect(found).toMatchObject([{ alert: scrap, from: '2024-03-02', to: '2024-03-03', value: 0.05 }]);
  await service.close();
  await open();
  await expect.poll(async () => (await client().measureAlerts.list()).checkedAt).not.toBeNull();
  const looked = await client().measureAlerts.list();
  expect(looked.alerts).toEqual([scrap]);
  expect(looked.found).toEqual(found);
});

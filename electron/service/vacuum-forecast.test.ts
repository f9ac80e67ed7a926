import { createRouterClient } from '@orpc/server';
import { expect, test } from 'vitest';
import { scratchFolder } from '../../db/testing/test-store.ts';
import { createService } from './service.ts';

test('a forecast tells what the file would give back, and once there was a VACUUM how long it takes', async () => {
  const { path, remove } = scratchFolder();
  const service = await createService({ storeFolder: path, appVersion: '0.0.0', access: 'own' });
  try {
    const client = createRouterClient(service.router, { context: {} });
    await service.finished(service.startSample({ records: 500, from: '2024-01-01', to: '2024-03-31', seed: 5 }));
    const first = await client.maintenance.vacuumForecast();
    expect(first).toMatchObject({ isWhole: true, last: null, expectedMs: null });
    expect(first.bytes).toBeGreaterThan(first.reclaimableBytes);
    const { jobId } = await client.maintenance.vacuum();
    const { result } = await service.finished(jobId);
    await expect.poll(async () => (await client.maintenance.vacuumForecast()).last).not.toBeNull();
    const { last, expectedMs } = await client.maintenance.vacuumForecast();
    expect(last?.bytesFreed).toBe(result?.bytesFreed);
    expect(expectedMs).toBeGreaterThanOrEqual(0);
  } finally {
    await service.close();
    remove();
  }
});

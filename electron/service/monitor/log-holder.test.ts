import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openReadable } from '../../../db/engine/sqlite/connection.ts';
import { scratchFolder } from '../../../db/testing/test-store.ts';
import type { LogHolder } from '../../../shared/contract/health.ts';
import type { Job } from '../../../shared/contract/schemas.ts';
import { createService } from '../service.ts';
import { cutLog } from './log-holder.ts';

const quiet: Job = {
  id: '1',
  kind: 'backup',
  subject: '',
  state: 'running',
  phase: '',
  done: 0,
  total: null,
  unit: 'steps',
  startedAt: null,
  finishedAt: null,
  cancellable: true,
  message: '',
  result: null,
};
const MEGABYTE = 1e6;

let path: string;
let remove: () => void;
beforeEach(() => {
  ({ path, remove } = scratchFolder());
});
afterEach(() => remove());

test('a log that another program holds through an import is told of by name, and cut by itself once that lets go', async () => {
  const service = await createService({ storeFolder: path, appVersion: '0.0.0', access: 'own' });
  const client = createRouterClient(service.router, { context: {} });
  await client.settings.change({ alertLogMegabytes: 17 });
  const reader = openReadable(`${path}/live.db`);
  const held = reader.iterate('SELECT name FROM sqlite_schema'); // a moment is read as long as a statement is not at its end
  held.next();
  await service.finished(service.startSample({ records: 115_000, from: '2024-01-01', to: '2024-12-31', seed: 5 }));
  await expect
    .poll(async () => (await client.health.get()).alerts.find(({ kind }) => kind === 'log')?.heldBy)
    .toBe('other');
  expect((await client.health.get()).store.logBytes).toBeGreaterThan(17 * MEGABYTE);
  held.return?.();
  reader.close();
  const { jobId } = await client.maintenance.integrity(); // health is read anew after a job, as it is every half minute
  await service.finished(jobId);
  await expect.poll(async () => (await client.health.get()).store.logBytes).toBeLessThan(MEGABYTE);
  expect((await client.health.get()).alerts.map(({ kind }) => kind)).not.toContain('log');
  await service.close();
});

interface Held {
  isWriting?: boolean;
  isHeld?: boolean;
  inUse?: number;
  kinds?: Job['kind'][];
}

test.each<[string, Held, LogHolder | null]>([
  ['a job that writes', { isWriting: true }, 'job'],
  ['a question', { isHeld: true, inUse: 1 }, 'reader'],
  ['a backup', { isHeld: true, kinds: ['backup'] }, 'reader'],
  ['somebody else', { isHeld: true }, 'other'],
  ['nobody', {}, null],
])('a log is held by %s', async (_, { isWriting = false, isHeld = false, inUse = 0, kinds = [] }, holder) => {
  const engine = {
    foldLog: async () => ({ bytes: 0, isHeld }),
    readerMetrics: () => ({ size: 2, inUse, queued: 0, longestWaitMs: 0, respawns: 0 }),
  };
  const job = (kind: Job['kind']): Job => ({ ...quiet, kind });
  expect(await cutLog(engine, { isWriting: () => isWriting, active: () => kinds.map(job) }, 0)).toBe(holder);
});

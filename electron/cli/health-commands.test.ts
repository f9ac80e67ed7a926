import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createService, type Service } from '../service/service.ts';
import { commands } from './commands/index.ts';
import { createLocalClient } from './local-client.ts';
import { runCommandLine } from './run-command-line.ts';

let folder: string;
let store: string;
let running: Service;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-health-'));
  store = join(folder, 'store');
  running = await createService({ storeFolder: store, appVersion: '1.2.3', access: 'own' });
  await running.finished(running.startSample({ records: 200, from: '2024-01-01', to: '2024-03-31', seed: 3 }));
  const client = createLocalClient(running.router);
  await client.settings.change({ slowQueryMilliseconds: 1, alertDiskGigabytes: 10_000 });
  await client.query.run({ measures: ['total'], filters: [{ field: 'operator', in: ['Kim Min-jun'] }] });
  await client.values.list({ field: 'item' });
});
afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

async function run(...args: string[]) {
  const out: string[] = [];
  const code = await runCommandLine(commands, [...args, '--store', store], { out: (text) => out.push(text), err() {} });
  return { code, text: out.join('\n') };
}

/** The running program writes what was asked a moment later. */
async function runUntilRecorded(...args: string[]) {
  let result = await run(...args);
  while (!result.text.includes('values of item')) result = await run(...args);
  return result;
}

test('stats tell of the running program, from what it writes down, and name nobody', async () => {
  const { code, text } = await runUntilRecorded('stats');
  expect(code).toBe(0);
  expect(text).toContain('report of total; all days; where operator is one');
  expect(text).toMatch(/The disk is nearly full: [\d.]+ GB are free \(limit 10,000\)\. Since \d{4}-/);
  expect(text).toContain('Known to the program alone that has the store open.');
  expect(text).toMatch(/live\s+200 /);
  expect(text).not.toContain('Kim');
});

test('stats --json is health as the window has it', async () => {
  const { text } = await runUntilRecorded('stats', '--json');
  const health = JSON.parse(text);
  expect(Object.keys(health)).toEqual(Object.keys(await createLocalClient(running.router).health.get()));
  expect(health).toMatchObject({
    startedAt: null,
    cache: null,
    store: { partitions: [{ name: 'live', records: 200 }] },
  });
});

test('a report holds versions, store, settings, health, indexes and jobs', async () => {
  const { code, text } = await runUntilRecorded('report', '--json');
  expect(code).toBe(0);
  const document = JSON.parse(text);
  expect(document).toMatchObject({
    versions: { app: expect.any(String), schema: expect.any(Number), sqlite: expect.stringMatching(/^3\./) },
    status: { records: 200 },
    settings: { alertDiskGigabytes: 10_000 },
    health: { alerts: [{ kind: 'disk' }] },
    jobs: [{ kind: 'sample', state: 'done' }],
  });
  expect(document.indexes.indexes.map(({ name }: { name: string }) => name)).toContain('records_by_day');
});

test('a report is text for a ticket without --json', async () => {
  const { text } = await runUntilRecorded('report');
  for (const part of ['Alerts', 'Response times', 'Slow questions', 'Store', 'Indexes', 'Latest jobs', 'Settings']) {
    expect(text).toContain(`\n${part}`);
  }
  expect(text).toMatch(/alertDiskGigabytes\s+10,000\s+gigabytes\s+5/);
  expect(text).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d\s+sample\s+done\s+200 records added\./);
});

test.each(['stats', 'report'])('%s takes no argument', async (name) => {
  expect((await run(name, 'everything')).code).toBe(2);
});
